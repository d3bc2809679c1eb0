namespace Chancery.Records.Briefing;

/// <summary>Chooses and ranks what an evening's briefing tells: a pure function of the gathered material. How it weighs is written in docs/briefing.md.</summary>
public static class SelectEvening
{
    public static Evening Of(Ledger ledger, EveningQuestion question, EveningSources sources) => From(GatherEvening.From(ledger, question, sources));

    public static Evening From(EveningMaterial material)
    {
        var chosen = SelectChanges.From(material).OrderByDescending(c => c.Entry.Score.Sum).ThenBy(c => c.Entry.Line.ToString(), StringComparer.Ordinal).ToList();
        var changes = Ranked(chosen.Select(c => c.Entry));
        var told = changes
            .Concat(Ranked(SelectStatements.From(material, changes)))
            .Concat(Ranked(SelectTurns.From(material, chosen)))
            .Concat(Ranked(SelectContradictions.From(material)))
            .Concat(SelectCorrections.From(material))
            .Concat(Ranked(SelectTomorrow.From(material)))
            .Concat(SelectDoubts.From(material));
        return new Evening(material.Question, [.. told.OrderBy(e => e.Kind)]);
    }

    private static List<BriefingEntry> Ranked(IEnumerable<BriefingEntry> entries) =>
    [
        .. entries.OrderBy(e => e.Kind).ThenBy(e => e.Late).ThenByDescending(e => e.Score.Sum).ThenBy(e => e.Between?.ToString(), StringComparer.Ordinal)
            .ThenBy(e => e.Line.ToString(), StringComparer.Ordinal).ThenBy(e => e.Quote, StringComparer.Ordinal),
    ];
}
