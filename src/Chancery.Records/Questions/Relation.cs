using Chancery.Records.Claims;
using Chancery.Records.Relations;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Questions;

/// <param name="From">The first day of the stretch wanted, or null; <paramref name="To"/> the last.</param>
public sealed record RelationQuestion(Dyad Between, LocalDate? From, LocalDate? To, AsOf AsOf);

/// <summary>One month of a relation.</summary>
/// <param name="Mean">The mean score of its events, -10 (hostile) … +10 (friendly); null without events.</param>
/// <param name="Reports">How many reports tell of its events, copies of one text counted once.</param>
/// <param name="Level">The level of the stretch it lies in; null without events.</param>
public sealed record RelationMonth(YearMonth Month, IReadOnlyList<ToldEvent> Events, double? Mean, int Reports, double? Level);

/// <summary>A month from which the relation stands on another level.</summary>
/// <param name="Reason">Why, in words.</param>
public sealed record TurningPoint(YearMonth Month, double Before, double After, string Reason, IReadOnlyList<Evidence> Evidence)
{
    public Signal Direction => After > Before ? Signal.Thaw : Signal.Freeze;
}

/// <summary>Reports that say in so many words that the relation warms or cools.</summary>
public sealed record ToldSignal(Signal Signal, LocalDate Known, IReadOnlyList<Evidence> Evidence);

/// <param name="Months">From the first with an event to the last, those without events too.</param>
/// <param name="Trend">Null where there are too few months.</param>
/// <param name="Penalty">What a further level had to gain to be believed.</param>
/// <param name="NotToTheMonth">Events that no report dates to a month.</param>
public sealed record RelationAnswer(
    RelationQuestion Question, IReadOnlyList<RelationMonth> Months, IReadOnlyList<TurningPoint> TurningPoints, Trend? Trend,
    IReadOnlyList<ToldSignal> Signals, double Penalty, int NotToTheMonth);

/// <summary>Answers "does it thaw or freeze?".</summary>
public static class Relation
{
    /// <summary>A month of so many events weighs half of what a month can weigh at most.</summary>
    private const double HalfWeight = 4;
    private const int EvidenceOfATurn = 3;

    public static RelationAnswer Ask(Ledger ledger, RelationQuestion question)
    {
        var decisions = ledger.Decisions(question.AsOf);
        var wanted = ClaimsWanted.Between(question.Between);
        var gathered = GatherEvents.Of(ApplyDecisions.To(ledger.Events(wanted, question.AsOf), decisions));
        var signals = Signals(ApplyDecisions.To(ledger.Signals(wanted, question.AsOf), decisions), question);
        var answer = Of(question, gathered, signals);
        var cut = Quotes.Cutter(ledger, answer.TurningPoints.SelectMany(t => t.Evidence).Concat(signals.SelectMany(s => s.Evidence)));
        return answer with
        {
            TurningPoints = [.. answer.TurningPoints.Select(t => t with { Evidence = cut(t.Evidence) })],
            Signals = [.. answer.Signals.Select(s => s with { Evidence = cut(s.Evidence) })],
        };
    }

    /// <summary>Without its quotations. A pure function of the events.</summary>
    public static RelationAnswer Of(RelationQuestion question, GatheredEvents gathered, IReadOnlyList<ToldSignal> signals)
    {
        var told = gathered.Events.Where(e => (question.From is not { } from || e.Window.Last >= from) && (question.To is not { } to || e.Window.MayHaveCome(to)))
            .GroupBy(e => e.Month).OrderBy(g => g.Key).Select(Month).ToList();
        Weighted[] series = [.. told.Select(m => new Weighted(m.Mean!.Value, m.Events.Count / (m.Events.Count + HalfWeight)))];
        double penalty = FindTurningPoints.Penalty(series);
        int[] starts = [0, .. FindTurningPoints.In(series, penalty), told.Count];
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            double level = Level(series[starts[s]..starts[s + 1]]);
            for (int i = starts[s]; i < starts[s + 1]; i++) told[i] = told[i] with { Level = level };
        }
        return new RelationAnswer(
            question, WithEmptyMonths(told), [.. starts[1..^1].Select(at => Turn(told, at))],
            Trend.Of([.. told.Select(m => (Number(m.Month), m.Mean!.Value))]), signals, penalty, gathered.NotToTheMonth);
    }

    private static RelationMonth Month(IGrouping<YearMonth, ToldEvent> events) => new(
        events.Key, [.. events], events.Average(e => e.Score), Copies.Count(events.SelectMany(e => e.Claims).Select(c => c.Source)), null);

    private static double Level(Weighted[] series) => series.Length == 0 ? 0 : series.Sum(w => w.Value * w.Weight) / series.Sum(w => w.Weight);

    private static TurningPoint Turn(List<RelationMonth> months, int at)
    {
        double before = months[at - 1].Level!.Value, after = months[at].Level!.Value;
        var first = months.Skip(at).TakeWhile(m => m.Level == after && Number(m.Month) - Number(months[at].Month) < FindTurningPoints.Shortest).SelectMany(m => m.Events);
        var telling = first.OrderByDescending(e => Math.Sign(after - before) * (e.Score - before)).ThenByDescending(e => e.IndependentSources).ThenBy(e => e.Window).Take(EvidenceOfATurn).ToList();
        int eventsBefore = months.Take(at).Reverse().TakeWhile(m => m.Level == before).Sum(m => m.Events.Count), eventsAfter = months.Skip(at).TakeWhile(m => m.Level == after).Sum(m => m.Events.Count);
        var reason = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"the level {(after > before ? "rises" : "falls")} from {before:0.0} ({eventsBefore} events) to {after:0.0} ({eventsAfter} events)");
        return new TurningPoint(months[at].Month, before, after, reason, Evidence.Of(telling.SelectMany(e => e.Claims.Take(1))));
    }

    private static IReadOnlyList<RelationMonth> WithEmptyMonths(List<RelationMonth> told)
    {
        var months = new List<RelationMonth>();
        foreach (var month in told)
        {
            while (months.Count > 0 && months[^1].Month.PlusMonths(1).CompareTo(month.Month) < 0) months.Add(new RelationMonth(months[^1].Month.PlusMonths(1), [], null, 0, null));
            months.Add(month);
        }
        return months;
    }

    /// <summary>One entry for a signal that several reports give on one day.</summary>
    private static IReadOnlyList<ToldSignal> Signals(IReadOnlyList<SignalClaim> claims, RelationQuestion question) =>
    [
        .. claims.Where(c => (question.From is not { } from || c.Source.Known >= from) && (question.To is not { } to || c.Source.Known <= to))
            .GroupBy(c => (c.Source.Known, c.Signal)).OrderBy(g => g.Key.Known).ThenBy(g => g.Key.Signal)
            .Select(g => new ToldSignal(g.Key.Signal, g.Key.Known, Evidence.Of(g.OrderBy(c => c.Source.ReportId, StringComparer.Ordinal).ThenBy(c => c.Passages[0])))),
    ];

    private static int Number(YearMonth month) => (month.Year * 12) + month.Month;
}
