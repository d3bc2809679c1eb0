using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime.Text;

namespace Chancery.Records.Briefing;

/// <summary>Chooses the relations that turned: what tonight's reports say of them differs from the last word known before.</summary>
internal static class SelectTurns
{
    /// <param name="changes">Tonight's changes, the weightiest first: the reason of a turn is looked for among them.</param>
    public static IEnumerable<BriefingEntry> From(EveningMaterial evening, IReadOnlyList<ChosenChange> changes)
    {
        foreach (var of in evening.Signals)
        {
            SignalClaim[] own = [.. of.Tonight.Where(s => !evening.IsAside(s))];
            if (own.Length == 0) continue;
            var last = Prevailing(own);
            if (of.Before?.Signal == last.Signal || of.Between.First.Length == 0) continue;
            var pair = $"{StateNames.Of(of.Between.First)} and {StateNames.Of(of.Between.Second)}";
            var line = Words.Of($"Relations of {pair} {(last.Signal == Signal.Thaw ? "thaw" : "freeze")}");
            line += of.Before is { } before
                ? $", where they {(before.Signal == Signal.Thaw ? "thawed" : "froze")} by the last word of " + Words.Date(LocalDatePattern.Iso.Format(before.Source.Known))
                : Words.Of(", the first sign of it in the record");
            var reason = changes.FirstOrDefault(c => c.Entry.Between == of.Between && c.Entry.Kind == EntryKind.Change && ChangeLine.Tendency(c.Measure, c.Told) == last.Signal);
            if (reason is not null) line += "; it comes with: " + Brief(reason.Entry.Line);
            yield return new BriefingEntry(
                EntryKind.Turn, of.Between, line + ".", evening.Quote(last.Source, last.Passages[0]), last.Source.Name, last.Source.Published,
                last.Source.ReportRow, [.. own.Select(s => s.Row.ToString())], [.. own.Select(ClaimWords.Of)], own.All(s => evening.IsLate(s.Source)),
                new Score(of.Before is null ? 2 : 3, Score.OfSources(own.Select(s => s.Source.ReportId).Distinct().Count()), Score.OfSpeaker(last.Speaker)));
        }
    }

    /// <summary>What most passages say; of equally many, what is said first.</summary>
    private static SignalClaim Prevailing(SignalClaim[] signals)
    {
        int thaw = signals.Count(s => s.Signal == Signal.Thaw);
        return 2 * thaw == signals.Length ? signals[0] : signals.First(s => s.Signal == Signal.Thaw == 2 * thaw > signals.Length);
    }

    /// <summary>Up to the parties in brackets.</summary>
    private static string Brief(Words line)
    {
        var text = line.ToString();
        int end = text.IndexOfAny(['(', ';', '.']);
        text = (end > 0 ? text[..end] : text).Trim();
        return text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
