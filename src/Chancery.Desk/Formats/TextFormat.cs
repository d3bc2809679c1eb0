using System.Globalization;
using Chancery.Desk.Commands;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Formats;

/// <summary>A reading for people: dates with their doubts, what changed, who said what, events, and the time line, each with its words.</summary>
public sealed class TextFormat(int width, bool colour) : ReadingFormat
{
    private const int Margin = 12;
    private const int LongestQuote = 240;
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public override ReadOnlyMemory<byte> Render(AnnotatedReport reading)
    {
        var sheet = new Sheet(width, colour);
        WriteHead(sheet, reading);
        if (ReadPage.IsSkipped(reading.Report))
            sheet.Row("", $"Not read further: the report is in “{reading.Report.Language}”, and Chancery reads English.", 0);
        WriteChanges(sheet, reading);
        WriteStatements(sheet, reading);
        WriteEvents(sheet, reading);
        WriteSignals(sheet, reading);
        WriteTimeLine(sheet, reading);
        WriteRelated(sheet, reading.Report);
        sheet.Blank();
        return Utf8(sheet.Text);
    }

    private static void WriteHead(Sheet sheet, AnnotatedReport reading)
    {
        var report = reading.Report;
        sheet.Title(report.Title ?? FirstLine(report) ?? report.Id);
        var published = reading.Published;
        var facts = new[]
        {
            report.Outlet,
            report.Byline.Count > 0 ? "by " + string.Join(", ", report.Byline) : null,
            published.Date is null ? "date unknown" : $"{ForPeople(published)} ({BasisOf(published)})",
            report.Title is null ? null : report.Id,
        };
        sheet.Row("", string.Join(" · ", facts.Where(f => f is not null)), 0);
        if (published.Doubts.Count == 0) return;
        sheet.Row("", published.Stated is null ? "No date is stated; it was found from these:" : $"The stated date, {published.Stated}, is doubted:", 0, "33");
        foreach (var doubt in published.Doubts)
        {
            var words = string.Join(" … ", doubt.Evidence.Select(e => e.Cut(report.Text)));
            sheet.Row("-", doubt.Reason + (words.Length > 0 ? $": “{words}”" : ""), 2);
        }
    }

    private static void WriteChanges(Sheet sheet, AnnotatedReport reading)
    {
        var changes = reading.GetOrNone(Layers.Changes);
        if (changes.Count == 0) return;
        Section(sheet, "What changed");
        foreach (var c in changes)
        {
            sheet.Row(c.Date.Value ?? "?", $"{Change(c)}: {c.Measure} ({Instrument(c)}), {Arrow(c.Actor, c.Target)}", Margin);
            Quote(sheet, reading, c.Evidence[0]);
        }
    }

    private static void WriteStatements(Sheet sheet, AnnotatedReport reading)
    {
        var statements = reading.GetOrNone(Layers.Statements);
        if (statements.Count == 0) return;
        var actors = reading.GetOrNone(Layers.Actors).ToDictionary(a => a.Id, StringComparer.Ordinal);
        Section(sheet, "Who said what");
        foreach (var s in statements)
        {
            var source = string.Join(" … ", s.Source.Select(x => x.Cut(reading.Report.Text)));
            var who = s.ActorId is { } id && actors.TryGetValue(id, out var actor) ? Name(actor) : source.Length > 0 ? source : "not named";
            var how = new[] { s.Kind.ToString().ToLowerInvariant(), s.Medium, s.Audience is null ? null : "to " + s.Audience, s.Within is null ? null : "as told by another" };
            sheet.Row("", $"{who} ({string.Join(", ", how.Where(h => h is not null))})", 0);
            sheet.Row("", Shortened(string.Join(" … ", s.Content.Select(x => x.Cut(reading.Report.Text)))), 2, "2");
        }
    }

    private static void WriteEvents(Sheet sheet, AnnotatedReport reading)
    {
        var events = reading.GetOrNone(Layers.Events);
        if (events.Count == 0) return;
        Section(sheet, "Events");
        foreach (var e in events)
        {
            var type = e.Modes.Count > 0 ? $"{e.Type} {e.Modes[0]}" : e.Type;
            var status = e.Status == ClaimStatus.Happened ? "" : $", {e.Status.Name()}";
            sheet.Row(e.Date.Value ?? "?", $"{type}: {Arrow(Sides(e.Source), e.Target.Count > 0 ? Sides(e.Target) : null)}{status}", Margin);
            Quote(sheet, reading, e.Trigger[0]);
        }
    }

    private static void WriteSignals(Sheet sheet, AnnotatedReport reading)
    {
        var signals = reading.GetOrNone(Layers.Signals);
        if (signals.Count == 0) return;
        Section(sheet, "Relations");
        foreach (var s in signals)
        {
            sheet.Row($"{s.Pair.First}–{s.Pair.Second}", s.Signal.ToString().ToLowerInvariant(), Margin);
            if (s.Evidence.Count > 0) Quote(sheet, reading, s.Evidence[0]);
        }
    }

    private static void WriteTimeLine(Sheet sheet, AnnotatedReport reading)
    {
        var changes = reading.GetOrNone(Layers.Changes)
            .Select(c => (c.Date, At: c.Evidence[0].Start, Words: $"{Change(c)}: {c.Measure}, {Arrow(c.Actor, c.Target)}"));
        var events = reading.GetOrNone(Layers.Events)
            .Where(e => e.Status == ClaimStatus.Happened && e.Date.Basis != TimeBasis.Published)
            .Select(e => (e.Date, At: e.Trigger[0].Start, Words: $"{e.Type}: {Arrow(Sides(e.Source), e.Target.Count > 0 ? Sides(e.Target) : null)}"));
        var rows = changes.Concat(events).Where(r => r.Date.From is not null)
            .OrderBy(r => r.Date.From!.Value).ThenBy(r => r.Date.To ?? LocalDate.MaxIsoValue).ThenBy(r => r.At).ToList();
        if (rows.Count < 2) return;
        Section(sheet, "Time line");
        foreach (var (date, _, words) in rows) sheet.Row(date.Value ?? NodaTime.Text.LocalDatePattern.Iso.Format(date.From!.Value), words, Margin);
    }

    private static void WriteRelated(Sheet sheet, Report report)
    {
        if (report.Related.Count == 0) return;
        Section(sheet, "Related stories");
        foreach (var r in report.Related)
            sheet.Row(r.Published is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : "no date", Shortened(r.Title ?? r.Text), Margin);
    }

    private static void Section(Sheet sheet, string heading)
    {
        sheet.Blank();
        sheet.Heading(heading);
    }

    /// <summary>The sentence that the evidence stands in; the evidence itself where sentences were not read.</summary>
    private static void Quote(Sheet sheet, AnnotatedReport reading, Span evidence)
    {
        var sentence = reading.Has(Layers.Sentences) ? reading.SentenceAt(evidence.Start)?.Span : null;
        sheet.Quote(Shortened((sentence ?? evidence).Cut(reading.Report.Text)), Margin);
    }

    private static string Change(MeasureChange c)
    {
        var stage = c.Stage == Stage.Authorised ? ", authorised and no more" : "";
        var status = c.Status == ClaimStatus.Happened ? "" : $", {c.Status.Name()}";
        return c.Change.ToString().ToLowerInvariant() + status + stage + (c.WholeExtent ? "" : ", in part");
    }

    private static string Instrument(MeasureChange c) =>
        c.Instrument.ToString().ToLowerInvariant() + (c.Quantity is null ? "" : ", " + c.Quantity) + (c.PartOf is null ? "" : ", part of " + c.PartOf);

    private static string Name(Actor actor)
    {
        var facts = new[] { actor.Role, actor.Kind == ActorKind.State ? null : actor.Code }.Where(f => f is not null);
        return string.Join(", ", facts.Prepend(actor.Name));
    }

    private static string Sides(IReadOnlyList<Participant> sides) => sides.Count == 0 ? "?"
        : string.Join(" + ", sides.Select(s => (s.Code ?? "?") + (s.Sector is null ? "" : " " + s.Sector)));

    private static string Arrow(string? from, string? to) => to is null ? from ?? "?" : $"{from ?? "?"} → {to}";

    private static string Shortened(string words) => words.Length <= LongestQuote ? words
        : words[..(char.IsHighSurrogate(words[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)].TrimEnd() + " …";

    private static string? FirstLine(Report report) =>
        report.Paragraphs.FirstOrDefault(p => p.IsRead) is { } first ? Shortened(first.Span.Cut(report.Text)) : null;

    private static string ForPeople(Published published) => published.Precision switch
    {
        DatePrecision.Year => published.Value!,
        DatePrecision.Month => published.Date!.Value.ToString("MMMM uuuu", English),
        _ => published.Date!.Value.ToString("dddd, d MMMM uuuu", English),
    };

    private static string BasisOf(Published published) => published.Basis switch
    {
        PublishedBasis.Inferred => "inferred from the text",
        PublishedBasis.Page => "as the page shows it",
        PublishedBasis.Metadata => "as the page's metadata say",
        _ => "as stated",
    };
}
