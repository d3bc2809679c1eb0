using NodaTime;
using NodaTime.Text;

namespace Chancery.Reading.Dating;

/// <summary>
/// The public events that reports are dated by. The built-in one is <c>Dating/events.tsv</c>; a desk may add its own in the same form.
/// </summary>
public sealed class EventCalendar
{
    private const string Table = "Dating/events.tsv";

    /// <summary>The events of the table, and the leaders that the reading knows coming into office.</summary>
    public static EventCalendar BuiltIn { get; } = new([.. Lexicon.Rows(Table, 5).Select(Read), .. OfficeTerms.All()]);

    private EventCalendar(IReadOnlyList<PublicEvent> events) => Events = events;

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<PublicEvent> Events { get; }

    /// <summary>This calendar and the events of a table of the same form.</summary>
    /// <exception cref="FormatException">A row is not of the form; the message says which and why.</exception>
    public EventCalendar With(TextReader table, string name) => new([.. Events, .. Lexicon.Rows(table, name, 5).Select(Read)]);

    private static PublicEvent Read(string[] row)
    {
        if (LocalDatePattern.Iso.Parse(row[0]) is not { Success: true, Value: var day })
            throw new FormatException($"“{row[0]}” is no day ({row[3]}); write YYYY-MM-DD.");
        if (!Enum.TryParse<EventKind>(row[1], ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            throw new FormatException($"“{row[1]}” is no kind of event ({row[3]}); use one of {string.Join(' ', Enum.GetNames<EventKind>()).ToLowerInvariant()}.");
        var names = row[2].Split("; ").Select(Name).ToList();
        if (names.Any(n => n.Units.Any(u => u.Words.Any(w => w.Any(string.IsNullOrEmpty)))))
            throw new FormatException($"“{row[2]}” has an empty word ({row[3]}).");
        return new PublicEvent(day, kind, names, row[3], row[4]);
    }

    /// <summary>"earthquake|quake port_au_prince": units stand apart, words of a unit are joined by '_', spellings by '|'.</summary>
    private static EventName Name(string written) =>
        new([.. written.Split(' ').Select(unit => new NameUnit([.. unit.Split('_').Select(word => (IReadOnlyList<string>)word.Split('|'))]))]);
}
