using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Questions;

/// <summary>What was learned between two days.</summary>
/// <param name="First">Known by the end of this day already.</param>
/// <param name="Second">Known by the end of this one.</param>
/// <param name="On">The day whose states are compared.</param>
public sealed record DifferenceQuestion(LocalDate First, LocalDate Second, Dyad? Between, LocalDate On, Instant? Recorded);

/// <summary>A measure that stands otherwise, or of which nothing was known.</summary>
/// <param name="Before">Null where nothing was known of it.</param>
public sealed record StateDiffers(MeasureStatus? Before, MeasureStatus After);

/// <summary>New: it happened after the first day. Late: it had happened by then, and nobody had told. Confirmed: it was known, and is told again.</summary>
public enum Learned { New, Late, Confirmed }

/// <summary>A change of which something was learned.</summary>
/// <param name="Contradicts">Whether it contradicts what was known.</param>
public sealed record LearnedChange(Learned Kind, TimelineEntry Entry, bool Contradicts);

/// <summary>A reading that took the place of an earlier one of the same page and says otherwise.</summary>
public sealed record ReadAnew(string ReportId, IReadOnlyList<ChangeClaim> Before, IReadOnlyList<ChangeClaim> After);

/// <param name="States">Measures whose state differs: of the world, as far as reports tell.</param>
/// <param name="Changes">Changes newly known, late ones among them.</param>
/// <param name="Decisions">Corrections of the record by people, made between the two days: no change of the world.</param>
/// <param name="ReadAnew">Corrections of the record by a newer reading, made between the two days.</param>
public sealed record DifferenceAnswer(
    DifferenceQuestion Question, IReadOnlyList<StateDiffers> States, IReadOnlyList<LearnedChange> Changes, IReadOnlyList<Decision> Decisions, IReadOnlyList<ReadAnew> ReadAnew);

/// <summary>Answers "what did we learn in between?". What people and readers corrected stands apart from what changed in the world.</summary>
public static class Difference
{
    public static DifferenceAnswer Ask(Ledger ledger, DifferenceQuestion question)
    {
        AsOf before = new(question.First, question.Recorded), after = new(question.Second, question.Recorded);
        var states = new List<StateDiffers>();
        var changes = new List<LearnedChange>();
        var anew = new List<ReadAnew>();
        foreach (var pair in question.Between is { } between ? [between] : Dossier.Pairs(ledger, null, after))
        {
            var known = Dossier.Of(ledger, pair, before).Measures;
            foreach (var measure in Dossier.Of(ledger, pair, after).Measures)
            {
                if (Differs(known, measure, question.On) is { } differs) states.Add(differs);
                changes.AddRange(LearnedOf(measure, question.First));
            }
            anew.AddRange(Reread(ledger, pair, question));
        }
        var cutStates = Quotes.Cut(ledger, [.. states.Select(s => s.After)]);
        var cutEntries = Quotes.Cut(ledger, [.. changes.Select(c => c.Entry)]);
        return new DifferenceAnswer(
            question, [.. states.Select((s, i) => s with { After = cutStates[i] })], [.. changes.Select((c, i) => c with { Entry = cutEntries[i] }).OrderBy(c => c.Kind).ThenBy(c => c.Entry.Told.Window)],
            Decided(ledger, question), anew);
    }

    private static StateDiffers? Differs(IReadOnlyList<Measure> known, Measure measure, LocalDate on)
    {
        var was = known.FirstOrDefault(m => m.Identity.Keys.Intersect(measure.Identity.Keys).Any());
        MeasureStatus? before = was is null ? null : Status.Of(was, on);
        var after = Status.Of(measure, on);
        if ((before?.State ?? MeasureState.Unknown, after) is (MeasureState.Unknown, { State: MeasureState.Unknown, Stage: not Stage.Authorised })) return null;
        return before is not null && (before.State, before.Stage, before.Since, before.Uncertain) == (after.State, after.Stage, after.Since, after.Uncertain) ? null : new StateDiffers(before, after);
    }

    private static IEnumerable<LearnedChange> LearnedOf(Measure measure, LocalDate first)
    {
        foreach (var entry in Timeline.Of(measure))
        {
            var told = entry.Told;
            if (told.Claims.All(c => c.Source.Known <= first)) continue;
            var kind = told.FirstKnown <= first ? Learned.Confirmed : told.Window.HasCome(first) ? Learned.Late : Learned.New;
            bool contradicts = measure.History.Contradictions.Any(c => ReferenceEquals(c.One, told) && c.Other.FirstKnown <= first || ReferenceEquals(c.Other, told) && c.One.FirstKnown <= first);
            var learned = told.Claims.Where(c => c.Source.Known > first);
            yield return new LearnedChange(kind, entry with { Evidence = Evidence.Of(learned) }, contradicts);
        }
    }

    private static Instant EndOf(LocalDate day) => day.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.Epsilon;

    private static Decision[] Decided(Ledger ledger, DifferenceQuestion question) =>
        [.. ledger.Decisions(new AsOf(null, question.Recorded)).Where(d => d.Recorded > EndOf(question.First) && d.Recorded <= EndOf(question.Second) && Concerns(d, question.Between))];

    /// <summary>A decision about measures or a whole report is not told to one pair of states alone.</summary>
    private static bool Concerns(Decision decision, Dyad? between) =>
        between is not { } pair || decision.About is not { Kind: RowKind.Change } || ClaimWords.PairOf(DecisionPayload.Read(decision.Payload).Says) is not { } about || about == pair;

    private static IEnumerable<ReadAnew> Reread(Ledger ledger, Dyad pair, DifferenceQuestion question)
    {
        var end = EndOf(question.Second);
        if (question.Recorded is { } recorded && recorded < end) end = recorded;
        var before = ledger.Changes(ClaimsWanted.Between(pair), new AsOf(question.First, EndOf(question.First))).ToLookup(c => c.Source.ReportId, StringComparer.Ordinal);
        var after = ledger.Changes(ClaimsWanted.Between(pair), new AsOf(question.First, end)).ToLookup(c => c.Source.ReportId, StringComparer.Ordinal);
        return from report in before
               let now = after[report.Key].ToList()
               where !report.Select(ClaimWords.Of).ToHashSet(StringComparer.Ordinal).SetEquals(now.Select(ClaimWords.Of))
               select new ReadAnew(report.Key, [.. report], now);
    }
}
