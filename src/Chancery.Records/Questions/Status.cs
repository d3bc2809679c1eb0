using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using NodaTime;

namespace Chancery.Records.Questions;

/// <summary>What measures stand how at the end of a day.</summary>
/// <param name="Measure">A measure's name, or null for all.</param>
/// <param name="Between">Two states, or null for all.</param>
public sealed record StatusQuestion(string? Measure, Dyad? Between, LocalDate On, AsOf AsOf);

/// <summary>A quotable piece of evidence: a claim's passage.</summary>
public sealed record Evidence(Claim Claim, Reports.Passage Passage, string Quote)
{
    /// <summary>All passages of claims, without their quotations yet: those are cut last.</summary>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(c => c.Passages.Select(s => new Evidence(c, new Reports.Passage(c.Source.ReportId, s), "")))];
}

/// <param name="On">The described time up to which the state is confirmed, at its own precision.</param>
/// <param name="By">Who said so: the speaker where there is one, else the source.</param>
/// <param name="DaysAgo">How many days lie between it and the day asked about: nothing was told of the measure since.</param>
public sealed record LastConfirmed(string On, LocalDate Day, string By, int DaysAgo);

/// <summary>How one measure stands.</summary>
/// <param name="Stage">Null before its first change.</param>
/// <param name="Since">At its own precision (EDTF); null before its first change and where not told.</param>
/// <param name="Uncertain">Whether the day lies inside an imprecise interval: the state before is given.</param>
/// <param name="InheritedFrom">The whole whose state this is, where the measure has none of its own.</param>
public sealed record MeasureStatus(
    Measure Measure, MeasureState State, Reports.Stage? Stage, string? Since, bool Uncertain, LastConfirmed? LastConfirmed, string? InheritedFrom,
    IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<Evidence> Evidence);

public sealed record StatusAnswer(StatusQuestion Question, IReadOnlyList<MeasureStatus> Measures);

/// <summary>Answers "what is in force?".</summary>
public static class Status
{
    public static StatusAnswer Ask(Ledger ledger, StatusQuestion question)
    {
        var name = question.Measure is null ? null : MeasureKey.NameOf(question.Measure);
        var pairs = question.Between is { } between ? [between] : Dossier.Pairs(ledger, name, question.AsOf);
        var found = new List<MeasureStatus>();
        foreach (var pair in pairs)
            foreach (var measure in Dossier.Of(ledger, pair, question.AsOf).Measures)
                if (name is null || measure.Identity.Bears(name)) found.Add(Of(measure, question.On));
        return new StatusAnswer(question, Quotes.Cut(ledger, found));
    }

    /// <summary>Without its quotations.</summary>
    public static MeasureStatus Of(Measure measure, LocalDate on)
    {
        var stands = measure.HasOwnState ? measure : measure.Whole!;
        var standing = stands.History.At(on);
        var evidence = measure.Claims.Where(c => standing.Period is null).Take(1)
            .Concat(standing.Period is { } p ? ToldUntil(p, on).SelectMany(t => t.Claims) : []);
        return new MeasureStatus(
            measure, standing.State, standing.Period?.Stage, Since(standing.Period), standing.Uncertain, Confirmed(standing.Period, on),
            measure.HasOwnState ? null : measure.Whole!.Name,
            [.. stands.History.Contradictions.Where(c => Concerns(c, standing.Period, on))],
            Questions.Evidence.Of(evidence.Distinct()));
    }

    private static IEnumerable<ToldChange> ToldUntil(StatePeriod period, LocalDate on) => period.Confirmations.Where(t => t.Window.HasCome(on));

    private static string? Since(StatePeriod? period) =>
        period is null || period.State == MeasureState.Unknown ? null : period.InStateSince.Date.Value;

    private static LastConfirmed? Confirmed(StatePeriod? period, LocalDate on)
    {
        var last = period is null ? null : ToldUntil(period, on).OrderBy(t => t.Window.Last).ThenBy(t => t.Window).LastOrDefault();
        if (last is null) return null;
        var claim = last.Claims[0];
        return new LastConfirmed(
            last.Date.Value ?? NodaTime.Text.LocalDatePattern.Iso.Format(last.Window.Last), last.Window.Last, claim.Speaker?.Name ?? claim.Source.Name, Period.DaysBetween(last.Window.Last, on));
    }

    private static bool Concerns(Contradiction contradiction, StatePeriod? period, LocalDate on) =>
        contradiction.One.Window.MayHaveCome(on) && contradiction.Other.Window.MayHaveCome(on)
        && (period is null || period.Confirmations.Contains(contradiction.One) || period.Confirmations.Contains(contradiction.Other));
}
