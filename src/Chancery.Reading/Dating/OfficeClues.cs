using Chancery.Reports;
using static Chancery.Reading.Dating.RelatedStoryClues;

namespace Chancery.Reading.Dating;

/// <summary>A report is no older than the offices it gives to people. Where its opening gives two people offices that both had left, it is no younger either.</summary>
internal static class OfficeClues
{
    private const int MostPeople = 6;

    public static IEnumerable<Clue> In(DatedText text)
    {
        var holders = new List<(PublicEvent Office, Span Evidence)>();
        foreach (var mention in text.Events)
        {
            if (mention.Only is not { Kind: EventKind.Office } office || mention.Sentence.Role == ParagraphRole.Teaser) continue;
            if (holders.Exists(h => h.Office == office)) continue;
            var evidence = mention.Span(text.Words);
            yield return new Clue(
                DaySet.From(office.Day.PlusDays(-OfficeTerms.DaysAround)), Strength.Firm, $"it speaks of {office.Title}, in office since {Iso(office.Day)}", [evidence]);
            if (holders.Count < MostPeople && IsOfNow(text, mention)) holders.Add((office, evidence));
        }
        foreach (var (office, evidence) in holders)
            yield return new Clue(InOffice(office), Strength.Leaning, $"it speaks of {office.Title} as in office", [evidence]);
        if (holders.Count < 2) yield break;
        yield return new Clue(AllButOne(holders), Strength.Firm,
            $"it speaks of {string.Join(" and of ", holders.Select(h => h.Office.Title))} as in office", [.. holders.Select(h => h.Evidence)]);
    }

    /// <summary>Told in the opening, not in a quotation, and with no year of the past beside it.</summary>
    private static bool IsOfNow(DatedText text, EventMention mention) =>
        mention.Sentence.Opens && !text.Words[mention.First].Quoted
        && !text.TimesIn(mention.Sentence).Any(t => t is NamedTime.Calendar or NamedTime.Ago or NamedTime.Anniversary);

    private static DaySet InOffice(PublicEvent office) => DaySet.Union(office.Terms.Select(
        t => (t.From.PlusDays(-OfficeTerms.DaysAround), t.To is { } to ? to.PlusDays(1 + OfficeTerms.DaysAround) : DaySet.Latest)));

    /// <summary>The days on which no more than one of them was out of office: one may be called by an old title.</summary>
    private static DaySet AllButOne(List<(PublicEvent Office, Span Evidence)> holders)
    {
        var days = DaySet.None;
        foreach (var (spared, _) in holders)
            days = days.Join(holders.Where(h => h.Office != spared).Aggregate(DaySet.All, (all, h) => all.Intersect(InOffice(h.Office))));
        return days;
    }
}
