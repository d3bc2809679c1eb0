using System.Globalization;
using Chancery.Records.Claims;
using Chancery.Records.Reviewing;
using NodaTime.Text;

namespace Chancery.Records.Briefing;

/// <summary>Says what earlier issues told wrongly: what a person has decided since about the rows an entry rested on.</summary>
internal static class SelectCorrections
{
    public static IEnumerable<BriefingEntry> From(EveningMaterial evening) => evening.Corrections.Select(c => new BriefingEntry(
        EntryKind.Correction, c.Entry.Between,
        $"Correction to issue {c.Entry.Issue.ToString(CultureInfo.InvariantCulture)} of " + Words.Date(LocalDatePattern.Iso.Format(c.Entry.Date))
            + ", which said: “" + c.Entry.Line + $"” {What(c)}{Why(c.Decision)}.",
        c.Entry.Quote, c.Entry.Source, c.Entry.Published, null, [c.Decision.Row.ToString()], [], false, new Score(4, 0, 1)));

    public static string What(CorrectedEntry c) => c.LostSettlement ? "Another report was found to be right"
        : c.ReportAsAWhole ? "The report behind it has been withdrawn"
        : c.Decision.Kind switch
        {
            DecisionKind.Reject => "That was read wrongly and is taken back",
            DecisionKind.Edit or DecisionKind.Correct => $"That was read wrongly; right is {Values(c.Decision)}",
            _ => "That no longer stands",
        };

    private static string Values(Decision decision) =>
        DecisionPayload.Read(decision.Payload).Set is { Count: > 0 } set
            ? string.Join(", ", set.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} {p.Value}")) : "what the record now says";

    public static string Why(Decision decision) => DecisionPayload.Read(decision.Payload).Note is { } note ? $" ({decision.By}: {note})" : $" ({decision.By})";
}
