using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Records.Reviewing;
using Chancery.Reports;

namespace Chancery.Records.Briefing;

/// <summary>Chooses statements that matter: of people and bodies with a place in the record, long enough to say something, at most two a speaker.</summary>
internal static class SelectStatements
{
    private const int FewestWords = 6, MostOfOne = 2;

    /// <param name="told">What was chosen before: a statement whose words are quoted there is not told twice.</param>
    public static IEnumerable<BriefingEntry> From(EveningMaterial evening, IReadOnlyList<BriefingEntry> told)
    {
        var quoted = told.Select(e => (e.Report, e.Quote)).ToHashSet();
        return evening.Statements
            .Where(s => s.Speaker is { Code: not null } && !evening.IsAside(s) && s.Passages.Sum(p => Count(p.Cut(evening.Reports[s.Source.ReportRow].Text))) >= FewestWords)
            .Select(s => Entry(s, evening))
            .Where(e => evening.Question.Wants(e.Between) && !quoted.Contains((e.Report, e.Quote)))
            .GroupBy(e => (e.Report, e.Quote)).Select(g => g.First())
            .GroupBy(e => e.Line.ToString()).SelectMany(g => g.OrderByDescending(e => e.Score.Sum).Take(MostOfOne));
    }

    private static BriefingEntry Entry(StatementClaim s, EveningMaterial evening)
    {
        var speaker = s.Speaker!;
        Dyad? between = evening.PairOfReport.TryGetValue(s.Source.ReportRow, out var pair) ? pair : null;
        double directness = s.Kind switch { StatementKind.Direct => 1, StatementKind.Mixed => 0.7, _ => 0.2 };
        return new BriefingEntry(
            EntryKind.Statement, between, Words.Of(Who(speaker) + How(s) + "."),
            evening.Quote(s.Source, s.Passages[0]), s.Source.Name, s.Source.Published, s.Source.ReportRow,
            [s.Row.ToString()], [ClaimWords.Of(s)], evening.IsLate(s.Source),
            new Score(1 + directness + (between?.Holds(speaker.Code![..Math.Min(3, speaker.Code!.Length)]) == true ? 0.5 : 0), 0, Score.OfSpeaker(speaker)));
    }

    private static string Who(Speaker speaker)
    {
        var land = StateNames.Of(speaker.Code);
        bool named = speaker.Name.Contains(land, StringComparison.OrdinalIgnoreCase);
        return ChangeLine.Capital(speaker.Name) + (speaker.Role is { } role ? $", {role}" : "") + (named ? "" : $" ({land})");
    }

    private static string How(StatementClaim s) =>
        (s.Audience is { } audience ? $" told {audience}" : " said") + (s.Medium is { } medium ? $" in {("aeiou".Contains(medium[0], StringComparison.Ordinal) ? "an" : "a")} {medium}" : "");

    private static int Count(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
