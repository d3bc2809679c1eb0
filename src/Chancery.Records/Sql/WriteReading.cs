using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;

namespace Chancery.Records.Sql;

/// <summary>Turns a reading into rows. What needs no number is reckoned at once, before other writers are kept waiting.</summary>
internal sealed class WriteReading
{
    /// <summary>A crowd of states is no relation of each two: an event with more sides than this is kept without pairs.</summary>
    private const int MostSides = 12;

    private readonly long _likeness;
    private readonly AnnotatedReport _reading;
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Speaker> _speakers;

    /// <param name="words">What the engine keeps beside a report's row for searching; null for nothing.</param>
    public WriteReading(NewReading reading, byte[]? words)
    {
        (New, Words) = (reading, words);
        _likeness = unchecked((long)Likeness.Of(reading.Reading.Report));
        _reading = reading.Reading;
        _actors = _reading.GetOrNone(Layers.Actors).ToDictionary(a => a.Id, StringComparer.Ordinal);
        _speakers = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        foreach (var s in _reading.GetOrNone(Layers.Statements))
            if (SpeakerOf(s) is { } speaker) _speakers[s.Id] = speaker;
    }

    public NewReading New { get; }
    public byte[]? Words { get; }

    /// <summary>All rows of the reading, in the order in which they are added.</summary>
    /// <param name="page">Number of the first reading of this page: this one's where it is the first.</param>
    /// <param name="next">The next free number of a table.</param>
    public IReadOnlyList<Row> Rows(long number, long recorded, long page, Func<RecordTable, long> next)
    {
        long firstEvent = next(RecordTable.Events);
        return
        [
            Report(number, recorded, page), .. Changes(next(RecordTable.Changes), number), .. Events(firstEvent, number), .. EventDyads(firstEvent),
            .. Statements(next(RecordTable.Statements), number), .. Signals(next(RecordTable.Signals), number),
        ];
    }

    private Row Report(long number, long recorded, long page)
    {
        var report = _reading.Report;
        var published = _reading.Published;
        return RecordTable.Reports.Row(
            number, recorded, page, report.Id, report.PageHash, New.Reader, New.Options, report.Url, report.Outlet, report.Title, report.Language,
            Cells.Day(published.Date), published.Time is { } t ? (long)t.Hour * 60 + t.Minute : null,
            published.Precision?.ToString(), published.Basis?.ToString(), published.Stated,
            Cells.Day(published.Date) ?? Cells.Day(Cells.ToInstant(recorded).InUtc().Date), _likeness, report.Text, New.Kept.ToArray());
    }

    private IEnumerable<Row> Changes(long first, long report) => _reading.GetOrNone(Layers.Changes).Select((c, i) => RecordTable.Changes.Row(
        first + i, report, SpeakerCell(c.StatementId), Cells.Spans(c.Evidence), Dyad.Of(c.Actor, c.Target).ToString(), MeasureKey.NameOf(c.Measure),
        c.Measure, c.Instrument.ToString(), c.Actor, c.Target, c.Change.ToString(), c.Status.ToString(), c.Stage.ToString(),
        c.Date.Value, Cells.Day(c.Date.From), Cells.Day(c.Date.To), c.Date.Basis.ToString(), c.WholeExtent ? 1L : 0L, c.Quantity, c.PartOf));

    private IEnumerable<Row> Events(long first, long report) => _reading.GetOrNone(Layers.Events).Select((e, i) => RecordTable.Events.Row(
        first + i, report, SpeakerCell(e.StatementId), Cells.Spans([.. e.Trigger.Concat(e.Passages)]), e.Main ? 1L : 0L, e.Type,
        e.Modes.Count > 0 ? e.Modes[0] : null, e.Cameo, e.Score, e.Status.ToString(),
        e.Date.Value, Cells.Day(e.Date.From), Cells.Day(e.Date.To), e.Date.Basis.ToString(), Cells.Of(Parties(e.Source)), Cells.Of(Parties(e.Target))));

    private IEnumerable<Row> EventDyads(long first) => _reading.GetOrNone(Layers.Events).SelectMany(
        (e, i) => DyadsOf(Parties(e.Source), Parties(e.Target)).Select(d => RecordTable.EventDyads.Row(d.ToString(), first + i)));

    private IEnumerable<Row> Statements(long first, long report) => _reading.GetOrNone(Layers.Statements).Select((s, i) =>
    {
        _speakers.TryGetValue(s.Id, out var speaker);
        var person = speaker is null ? null : PersonName.Of(speaker.Name);
        return RecordTable.Statements.Row(
            first + i, report, Cells.Of(speaker), Cells.Spans(s.Content), person, person is null ? null : PersonName.Surname(person), s.Kind.ToString(), s.Medium, s.Audience);
    });

    private IEnumerable<Row> Signals(long first, long report) => _reading.GetOrNone(Layers.Signals).Select((s, i) => RecordTable.Signals.Row(
        first + i, report, SpeakerCell(s.StatementId), Cells.Spans(s.Evidence), Dyad.Of(s.Pair.First, s.Pair.Second).ToString(), s.Signal.ToString()));

    private string? SpeakerCell(string? statement) => statement is not null && _speakers.TryGetValue(statement, out var speaker) ? Cells.Of(speaker) : null;

    private Speaker? SpeakerOf(Statement statement)
    {
        if (statement.ActorId is { } id && _actors.TryGetValue(id, out var actor)) return new Speaker(actor.Name, actor.Role, actor.Code, actor.Sector);
        return statement.Source.Count == 0 ? null : new Speaker(string.Join(' ', statement.Source.Select(s => s.Cut(_reading.Report.Text))), null, null, null);
    }

    private Party[] Parties(IReadOnlyList<Participant> participants) =>
        [.. participants.Select(p => new Party(p.ActorId is { } id && _actors.TryGetValue(id, out var actor) ? actor.Name : null, p.Code, p.Sector))];

    /// <summary>The pairs an event stands between: each source with each target, or, of a reciprocal event, each side with each other.</summary>
    private static IEnumerable<Dyad> DyadsOf(Party[] sources, Party[] targets)
    {
        if (sources.Length + targets.Length > MostSides) return [];
        var pairs = targets.Length > 0
            ? sources.SelectMany(_ => targets, (s, t) => (s.Code, t.Code))
            : sources.SelectMany((s, i) => sources.Skip(i + 1), (s, t) => (s.Code, t.Code));
        return pairs.Select(p => Dyad.Of(p.Item1, p.Item2)).Distinct().OrderBy(d => d.ToString(), StringComparer.Ordinal);
    }
}
