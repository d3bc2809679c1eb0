namespace Chancery.Records.Questions;

/// <summary>Cuts the quotations of an answer from the reports' texts: the last step, for only then it is known which are wanted.</summary>
public static class Quotes
{
    public static IReadOnlyList<MeasureStatus> Cut(Ledger ledger, IReadOnlyList<MeasureStatus> measures)
    {
        var cut = Cutter(ledger, measures.SelectMany(m => m.Evidence));
        return [.. measures.Select(m => m with { Evidence = cut(m.Evidence) })];
    }

    public static IReadOnlyList<TimelineEntry> Cut(Ledger ledger, IReadOnlyList<TimelineEntry> entries)
    {
        var cut = Cutter(ledger, entries.SelectMany(e => e.Evidence));
        return [.. entries.Select(e => e with { Evidence = cut(e.Evidence) })];
    }

    /// <summary>The same where only the first of each change's evidence is shown: what lies behind keeps empty quotations, and its texts are not fetched.</summary>
    public static IReadOnlyList<TimelineEntry> CutFirst(Ledger ledger, IReadOnlyList<TimelineEntry> entries, int atMost)
    {
        var cut = Cutter(ledger, entries.SelectMany(e => e.Evidence.Take(atMost)));
        return [.. entries.Select(e => e with { Evidence = [.. cut([.. e.Evidence.Take(atMost)]), .. e.Evidence.Skip(atMost)] })];
    }

    /// <returns>Cuts the quotations of any part of the evidence.</returns>
    public static Func<IReadOnlyList<Evidence>, IReadOnlyList<Evidence>> Cutter(Ledger ledger, IEnumerable<Evidence> all)
    {
        var texts = ledger.Texts([.. all.Select(e => e.Claim.Source.ReportRow).Distinct()]);
        return evidence => [.. evidence.Select(e => e with { Quote = e.Passage.Span.Cut(texts[e.Claim.Source.ReportRow]) })];
    }
}
