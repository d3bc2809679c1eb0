using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;

namespace Chancery.Records.Sql;

/// <summary>Turns a reading into rows.</summary>
internal sealed class WriteReading
{
    /// <summary>A crowd of states is no relation of each two: an event with more sides than this is kept without pairs.</summary>
    private const int MostSides = 12;

    private readonly NewReading _new;
    private readonly AnnotatedReport _reading;
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Speaker> _speakers;

    public WriteReading(NewReading reading)
    {
        _new = reading;
        _reading = reading.Reading;
        _actors = _reading.GetOrNone(Layers.Actors).ToDictionary(a => a.Id, StringComparer.Ordinal);
        _speakers = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        foreach (var s in _reading.GetOrNone(Layers.Statements))
            if (SpeakerOf(s) is { } speaker) _speakers[s.Id] = speaker;
    }

    /// <param name="page">Number of the first reading of this page; null where this is the first.</param>
    public Query Report(long number, long recorded, long? page)
    {
        var report = _reading.Report;
        var published = _reading.Published;
        return Query.Of(
            "INSERT INTO reports (number, recorded, page, id, page_hash, reader, options, url, outlet, title, language, published, published_time, "
            + "published_precision, published_basis, published_stated, known, likeness, text, reading) VALUES ("
            + "@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19)",
            number, recorded, page ?? number, report.Id, report.PageHash, _new.Reader, _new.Options, report.Url, report.Outlet, report.Title, report.Language,
            Cells.Day(published.Date), published.Time is { } t ? (long)t.Hour * 60 + t.Minute : null,
            published.Precision?.ToString(), published.Basis?.ToString(), published.Stated,
            Cells.Day(published.Date) ?? Cells.Day(Cells.ToInstant(recorded).InUtc().Date), unchecked((long)Likeness.Of(report)), report.Text, _new.Kept.ToArray());
    }

    public IEnumerable<Query> Changes(long first, long report)
    {
        foreach (var c in _reading.GetOrNone(Layers.Changes))
        {
            yield return Query.Of(
                "INSERT INTO changes (number, report, speaker, passages, dyad, key_name, measure, instrument, actor, target, change, status, stage, "
                + "date_value, date_from, date_to, date_basis, whole, quantity, part_of) VALUES ("
                + "@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19)",
                first++, report, SpeakerCell(c.StatementId), Cells.Spans(c.Evidence), Dyad.Of(c.Actor, c.Target).ToString(), MeasureKey.NameOf(c.Measure),
                c.Measure, c.Instrument.ToString(), c.Actor, c.Target, c.Change.ToString(), c.Status.ToString(), c.Stage.ToString(),
                c.Date.Value, Cells.Day(c.Date.From), Cells.Day(c.Date.To), c.Date.Basis.ToString(), c.WholeExtent ? 1L : 0L, c.Quantity, c.PartOf);
        }
    }

    public IEnumerable<Query> Events(long first, long report)
    {
        foreach (var e in _reading.GetOrNone(Layers.Events))
        {
            var sources = Parties(e.Source);
            var targets = Parties(e.Target);
            yield return Query.Of(
                "INSERT INTO events (number, report, speaker, passages, main, type, mode, cameo, score, status, date_value, date_from, date_to, date_basis, sources, targets) "
                + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15)",
                first, report, SpeakerCell(e.StatementId), Cells.Spans([.. e.Trigger.Concat(e.Passages)]), e.Main ? 1L : 0L, e.Type,
                e.Modes.Count > 0 ? e.Modes[0] : null, e.Cameo, e.Score, e.Status.ToString(),
                e.Date.Value, Cells.Day(e.Date.From), Cells.Day(e.Date.To), e.Date.Basis.ToString(), Cells.Of(sources), Cells.Of(targets));
            foreach (var dyad in DyadsOf(sources, targets))
                yield return Query.Of("INSERT INTO event_dyads (dyad, event) VALUES (@p0, @p1)", dyad.ToString(), first);
            first++;
        }
    }

    public IEnumerable<Query> Statements(long first, long report)
    {
        foreach (var s in _reading.GetOrNone(Layers.Statements))
        {
            _speakers.TryGetValue(s.Id, out var speaker);
            var person = speaker is null ? null : PersonName.Of(speaker.Name);
            yield return Query.Of(
                "INSERT INTO statements (number, report, speaker, passages, person, surname, kind, medium, audience) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
                first++, report, Cells.Of(speaker), Cells.Spans(s.Content), person, person is null ? null : PersonName.Surname(person),
                s.Kind.ToString(), s.Medium, s.Audience);
        }
    }

    public IEnumerable<Query> Signals(long first, long report)
    {
        foreach (var s in _reading.GetOrNone(Layers.Signals))
        {
            yield return Query.Of(
                "INSERT INTO signals (number, report, speaker, passages, dyad, signal) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
                first++, report, SpeakerCell(s.StatementId), Cells.Spans(s.Evidence), Dyad.Of(s.Pair.First, s.Pair.Second).ToString(), s.Signal.ToString());
        }
    }

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
