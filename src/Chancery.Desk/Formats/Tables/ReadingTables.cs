using System.Globalization;
using Chancery.Desk.Commands;
using Chancery.Reports;
using static Chancery.Desk.Formats.Tables.CellKind;

namespace Chancery.Desk.Formats.Tables;

/// <summary>The tables that readings are written to as Parquet, and their rows. The columns are a contract: docs/formats.md tells them, and a test compares.</summary>
internal static class ReadingTables
{
    public static readonly Table Reports = new("reports",
        ("report", Text), ("reader", Text), ("url", Text), ("outlet", Text), ("language", Text), ("title", Text), ("published", Day), ("published_value", Text),
        ("published_precision", Text), ("published_basis", Text), ("published_stated", Text), ("doubts", Whole), ("text", Text), ("unread", Text));

    public static readonly Table Events = new("events",
        ("report", Text), ("event", Text), ("main", Flag), ("type", Text), ("mode", Text), ("contexts", Text), ("cameo", Text), ("score", Number),
        ("source", Text), ("source_sector", Text), ("target", Text), ("target_sector", Text), ("status", Text), ("date", Text), ("from", Day), ("to", Day), ("basis", Text),
        ("statement", Text), ("start", Whole), ("end", Whole), ("quote", Text), ("published", Day));

    public static readonly Table Changes = new("changes",
        ("report", Text), ("change_id", Text), ("measure", Text), ("instrument", Text), ("actor", Text), ("target", Text), ("change", Text), ("status", Text), ("stage", Text),
        ("date", Text), ("from", Day), ("to", Day), ("basis", Text), ("extent", Text), ("quantity", Text), ("part_of", Text), ("statement", Text),
        ("start", Whole), ("end", Whole), ("quote", Text), ("published", Day));

    public static readonly Table Statements = new("statements",
        ("report", Text), ("statement", Text), ("speaker", Text), ("speaker_role", Text), ("speaker_code", Text), ("speaker_sector", Text), ("source", Text), ("cue", Text),
        ("content", Text), ("kind", Text), ("medium", Text), ("audience", Text), ("within", Text), ("start", Whole), ("end", Whole), ("published", Day));

    public static readonly IReadOnlyList<Table> All = [Reports, Events, Changes, Statements];

    /// <summary>The rows of one item of the input, table by table in the order of <see cref="All"/>.</summary>
    public static IReadOnlyList<object?[]>[] Rows(ReadPage.Outcome outcome, string reader)
    {
        if (outcome.Reading is not { } r) return [[NotRead(outcome.Unread!, reader)], [], [], []];
        return
        [
            [ReportRow(r, reader)],
            [.. r.GetOrNone(Layers.Events).Select(e => EventRow(r, e))],
            [.. r.GetOrNone(Layers.Changes).Select(c => ChangeRow(r, c))],
            [.. r.GetOrNone(Layers.Statements).Select(s => StatementRow(r, s))],
        ];
    }

    private static object?[] NotRead(Unreadable unread, string reader) =>
        [Clean(unread.Id), reader, null, null, null, null, null, null, null, null, null, 0, null, Clean(unread.Reason)];

    private static object?[] ReportRow(AnnotatedReport r, string reader)
    {
        var (report, published) = (r.Report, r.Published);
        return
        [
            Clean(report.Id), reader, Clean(report.Url), Clean(report.Outlet), report.Language, Clean(report.Title), published.Date, published.Value, Word(published.Precision), Word(published.Basis),
            Clean(published.Stated), published.Doubts.Count, Clean(report.Text), null,
        ];
    }

    private static object?[] EventRow(AnnotatedReport r, NewsEvent e) =>
    [
        Clean(r.Report.Id), e.Id, e.Main, e.Type, e.Modes.FirstOrDefault(), string.Join(';', e.Contexts), e.Cameo, e.Score,
        Sides(e.Source, p => p.Code), Sides(e.Source, p => p.Sector), Sides(e.Target, p => p.Code), Sides(e.Target, p => p.Sector), e.Status.Name(),
        e.Date.Value, e.Date.From, e.Date.To, Word(e.Date.Basis), e.StatementId, e.Trigger[0].Start, e.Trigger[^1].End, Quote(r, e.Trigger), r.Published.Date,
    ];

    private static object?[] ChangeRow(AnnotatedReport r, MeasureChange c) =>
    [
        Clean(r.Report.Id), c.Id, Clean(c.Measure), c.Instrument.Name(), c.Actor, c.Target, c.Change.Name(), c.Status.Name(), c.Stage.Name(),
        c.Date.Value, c.Date.From, c.Date.To, Word(c.Date.Basis), c.WholeExtent ? "whole" : "part", Clean(c.Quantity), Clean(c.PartOf), c.StatementId,
        c.Evidence[0].Start, c.Evidence[^1].End, Quote(r, c.Evidence), r.Published.Date,
    ];

    private static object?[] StatementRow(AnnotatedReport r, Statement s)
    {
        var speaker = s.ActorId is { } id ? r.GetOrNone(Layers.Actors).FirstOrDefault(a => a.Id == id) : null;
        return
        [
            Clean(r.Report.Id), s.Id, Clean(speaker?.Name), Clean(speaker?.Role), speaker?.Code, speaker?.Sector, Quote(r, s.Source), Quote(r, s.Cue), Quote(r, s.Content),
            Word(s.Kind), s.Medium, Clean(s.Audience), s.Within, s.Content[0].Start, s.Content[^1].End, r.Published.Date,
        ];
    }

    /// <summary>The words of the passages, parted by " … ".</summary>
    private static string Quote(AnnotatedReport r, IReadOnlyList<Span> spans) => Clean(string.Join(" … ", spans.Select(s => s.Cut(r.Report.Text))))!;

    private static string Sides(IReadOnlyList<Participant> sides, Func<Participant, string?> part) => sides.Any(s => part(s) is not null) ? string.Join(';', sides.Select(part)) : "";

    private static string? Word<T>(T? value) where T : struct, Enum => value?.ToString().ToLower(CultureInfo.InvariantCulture);
    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLower(CultureInfo.InvariantCulture);

    /// <summary>A lone surrogate has no UTF-8 and becomes U+FFFD, which is as long.</summary>
    private static string? Clean(string? text)
    {
        if (text is null) return null;
        for (int i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && i++ >= 0))
                return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        return text;
    }
}
