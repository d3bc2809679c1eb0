using System.Globalization;
using Chancery.Records.Briefing;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Briefing;

/// <summary>What became known of an entry after its issue went out.</summary>
public sealed record CorrectionMark(LocalDate On, string Words);

/// <summary>An issue as one reader gets it: what interests them, in four minutes' reading, with dates in their language.</summary>
/// <param name="Number">Null for an evening that was not made an issue.</param>
/// <param name="Site">The desk's address, without a path.</param>
/// <param name="MarkOf">The correction of an entry; null where it stands.</param>
public sealed record ReaderIssue(
    LocalDate Date, long? Number, Fitted Fitted, Dates Dates, Uri Site, Func<BriefingEntry, CorrectionMark?> MarkOf)
{
    public const string Name = "The evening briefing";
    public const string Quiet = "Nothing changed in the record this evening.";

    public bool IsQuiet => Fitted.Entries.Count == 0;

    public string Evening => Dates.Evening(Date);

    /// <summary>Issue 12; nothing of an evening that is none.</summary>
    public string? NumberLine => Number is { } n ? $"Issue {n.ToString(CultureInfo.InvariantCulture)}" : null;

    public string Subject => $"{Dates.Day(Date)}: {(IsQuiet ? "nothing changed" : Lead(Fitted.Entries[0]))}";

    /// <summary>What a mail program shows beside the subject.</summary>
    public string Preheader => IsQuiet ? Quiet : string.Join(" · ", Fitted.Entries.Take(3).Select(Lead));

    public IEnumerable<IGrouping<EntryKind, BriefingEntry>> Parts => Fitted.Entries.GroupBy(e => e.Kind);

    public static string Heading(EntryKind part) => part switch
    {
        EntryKind.Change => "What changed",
        EntryKind.Statement => "Who said what",
        EntryKind.Turn => "Relations that turned",
        EntryKind.Contradiction => "Where reports disagree",
        EntryKind.Correction => "Corrections to earlier issues",
        EntryKind.Tomorrow => "Tomorrow",
        EntryKind.DateDoubt => "Dates we did not believe",
        EntryKind.Earlier => "Learned of earlier times",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    public string Line(BriefingEntry entry) => PlainWords.Clean(entry.Line.In(Dates.Value));

    /// <summary>Words of a report, in quotation marks; those within them become single ones.</summary>
    public static string? Quote(BriefingEntry entry)
    {
        if (entry.Quote is not { } quote) return null;
        var inner = new System.Text.StringBuilder("“");
        foreach (char c in PlainWords.Clean(quote))
            inner.Append(c switch { '“' => '‘', '”' => '’', '"' => inner[^1] is ' ' or '(' or '“' ? '‘' : '’', _ => c });
        return inner.Append('”').ToString();
    }

    /// <summary>The Baltic Courier, 18 March 2022; late.</summary>
    public string? SourceLine(BriefingEntry entry) => entry.Source is null ? null : PlainWords.Clean(string.Join(", ", new[]
    {
        entry.Source, entry.Published is { } day ? Dates.Day(day) : null, entry.Late ? "told late" : null,
    }.Where(s => s is not null)));

    /// <summary>The dossier as it was known that evening; where the entry belongs to no two states, the report.</summary>
    public Uri? Link(BriefingEntry entry) =>
        entry.Between is { First.Length: 3, Second.Length: 3 } pair ? new Uri(Site, $"/states/{pair}?known={LocalDatePattern.Iso.Format(Date)}")
        : entry.Report is { } report ? new Uri(Site, $"/reports/r{report.ToString(CultureInfo.InvariantCulture)}?known={LocalDatePattern.Iso.Format(Date)}")
        : null;

    public Uri Page => new(Site, $"/briefings/{LocalDatePattern.Iso.Format(Date)}");

    public string? More => Fitted.LeftOut == 0 ? null
        : $"{Fitted.LeftOut.ToString(CultureInfo.InvariantCulture)} more {(Fitted.LeftOut == 1 ? "entry" : "entries")} of lesser weight did not fit into {FitReading.Minutes} minutes.";

    public string? Mark(BriefingEntry entry) => MarkOf(entry) is { } mark ? $"Corrected on {Dates.Day(mark.On)}. {PlainWords.Clean(mark.Words)}" : null;

    /// <summary>A line up to its parties.</summary>
    private string Lead(BriefingEntry entry)
    {
        var line = Line(entry);
        int end = line.IndexOfAny(['(', ';', '.', ',']);
        var lead = (end > 0 ? line[..end] : line).Trim();
        return lead.Length <= 90 ? lead : lead[..lead.LastIndexOf(' ', 90)] + " …";
    }
}
