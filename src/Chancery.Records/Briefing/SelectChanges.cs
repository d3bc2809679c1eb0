using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>An entry with the change it tells.</summary>
internal sealed record ChosenChange(Measure Measure, ToldChange Told, BriefingEntry Entry);

/// <summary>Chooses the changes of measures that are new this evening: one entry a measure. Told again by another report is no news unless the source is independent.</summary>
internal static class SelectChanges
{
    /// <summary>What happened more days ago than this is told as learned of earlier times.</summary>
    private const int FreshDays = 14;

    /// <summary>A change told tonight.</summary>
    private sealed record Told(ToldChange Change, bool Moves, bool FirstTold, IReadOnlyList<ChangeClaim> New);

    public static IEnumerable<ChosenChange> From(EveningMaterial evening) =>
        from dossier in evening.Dossiers
        from measure in dossier.Measures
        where measure.Actor is not null || measure.Target is not null
        let told = Tonight(measure, evening).ToList()
        where told.Count > 0
        from entry in Entries(dossier.Between, measure, told, evening)
        select entry;

    private static IEnumerable<Told> Tonight(Measure measure, EveningMaterial evening)
    {
        foreach (var change in measure.History.Told)
        {
            ChangeClaim[] now = [.. change.Claims.Where(c => evening.IsNew(c))];
            if (now.Length == 0 || IsTomorrows(change, evening.Question.Date)) continue;
            var before = change.Claims.Where(c => !evening.IsTonights(c)).Select(c => c.Source).ToList();
            bool independent = Array.Exists(now, c => !before.Exists(s => s.ReportId == c.Source.ReportId || s.IsCopyOf(c.Source)));
            if (before.Count > 0 && !(independent && IsFresh(change, evening.Question.Date) && before.Select(s => s.ReportId).Distinct().Count() == 1)) continue;
            yield return new Told(change, measure.History.Periods.Any(p => ReferenceEquals(p.Began, change)), before.Count == 0, now);
        }
    }

    private static IEnumerable<ChosenChange> Entries(Dyad between, Measure measure, List<Told> told, EveningMaterial evening)
    {
        var fresh = told.Where(t => IsFresh(t.Change, evening.Question.Date)).OrderByDescending(t => Novelty(t)).ThenByDescending(t => t.Change.Window).ToList();
        var old = told.Where(t => t.FirstTold && !IsFresh(t.Change, evening.Question.Date)).OrderByDescending(t => t.Change.Window).ToList();
        fresh.RemoveAll(t => IsSaidToRemain(t, fresh));
        if (fresh.Count > 0) yield return Entry(EntryKind.Change, between, measure, fresh, evening);
        else if (old.Count > 0) yield return Entry(EntryKind.Earlier, between, measure, old[..1], evening);
    }

    /// <summary>A report that says a state continues does not tell of its beginning, though it names no other date.</summary>
    private static bool IsSaidToRemain(Told told, List<Told> all) =>
        told.Change.TookEffect && told.Change.Change != ChangeKind.Reaffirm && told.New.All(c => c.Date.Basis == TimeBasis.Published)
        && all.Exists(o => o.Change is { Change: ChangeKind.Reaffirm, Happened: true } && o.New.Any(r => told.New.Any(c => c.Source.ReportId == r.Source.ReportId)));

    private static ChosenChange Entry(EntryKind kind, Dyad between, Measure measure, List<Told> told, EveningMaterial evening)
    {
        var first = told[0];
        var standing = measure.History.At(evening.Question.Date);
        var line = ChangeLine.Headline(measure, first.Change, standing.State) + ChangeLine.Parties(measure);
        if (kind == EntryKind.Earlier) line += When(first.Change);
        else line += ChangeLine.Standing(standing, first.Change, t => t.Claims.All(evening.IsTonights)) + Also(measure, told, standing.State) + (first.FirstTold ? "" : ", now told by a further source");
        var (claim, passage) = Telling(first, evening);
        var speaker = evening.SpeakerOf(claim, passage);
        line += SaidBy(speaker?.Name ?? claim.Source.Name, first.Change);
        var rows = told.SelectMany(t => t.New).ToList();
        return new ChosenChange(measure, first.Change, new BriefingEntry(
            kind, between, line, evening.Quote(claim.Source, passage), claim.Source.Name, claim.Source.Published, claim.Source.ReportRow,
            [.. rows.Select(c => c.Row.ToString())], [.. rows.Select(ClaimWords.Of)], told.SelectMany(t => t.New).All(c => evening.IsLate(c.Source)),
            new Score(kind == EntryKind.Earlier ? 0.5 : Novelty(first, measure), Score.OfSources(first.Change), Score.OfSpeaker(speaker))));
    }

    /// <summary>The passage to quote: one that names who said it says more than a headline.</summary>
    private static (ChangeClaim Claim, Span Passage) Telling(Told told, EveningMaterial evening)
    {
        var passages = told.New.SelectMany(c => c.Passages.Reverse().Select(p => (Claim: c, Passage: p))).ToList();
        return passages.Find(p => evening.SpeakerOf(p.Claim, p.Passage) is not null) is { Claim: not null } said ? said : passages[0];
    }

    /// <summary>A measure of which only one side is known counts half a point less: no dossier of two states holds it.</summary>
    private static double Novelty(Told told, Measure measure) => Novelty(told) - (measure.Actor is null || measure.Target is null ? 0.5 : 0);

    private static double Novelty(Told told) =>
        !told.FirstTold ? 0.5
        : told.Change.Change == ChangeKind.Reaffirm ? 1.5
        : told.Moves ? told.Change.TookEffect ? 4 : 3.5
        : told.Change.Status switch { ClaimStatus.Announced => 3, ClaimStatus.Happened => 2.5, ClaimStatus.Threatened or ClaimStatus.Denied => 2, _ => 1.5 };

    private static Words When(ToldChange told) => told.Date.Value is { } date ? ", " + Words.Date(date) : Words.Of(", at an earlier time");

    private static Words Also(Measure measure, List<Told> told, MeasureState standing)
    {
        var also = Words.None;
        foreach (var other in told.Skip(1).Take(2))
        {
            var words = ChangeLine.Headline(measure with { Name = "it" }, other.Change, standing).ToString();
            also += "; also: " + char.ToLowerInvariant(words[0]) + words[1..];
        }
        return also;
    }

    private static string SaidBy(string by, ToldChange told)
    {
        int sources = told.IndependentSources;
        return $". Said by {by.Trim(' ', ',')}{(sources > 1 ? $"; {sources} independent sources" : "")}.";
    }

    /// <summary>What a report tells as background, without a day, is only known to have happened by then: no news of the evening.</summary>
    private static bool IsFresh(ToldChange told, LocalDate evening) =>
        told.Window.Last >= evening.PlusDays(-FreshDays) && !(told.Window.First is null && told.Date is { Value: null, Basis: TimeBasis.Inferred });

    private static bool IsTomorrows(ToldChange told, LocalDate evening) => told.Window.First == evening.PlusDays(1) && told.Window.Last == evening.PlusDays(1);
}
