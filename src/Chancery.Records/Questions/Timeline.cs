using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using NodaTime;

namespace Chancery.Records.Questions;

/// <param name="Measure">A measure's name, or null for all.</param>
/// <param name="From">The first day of the stretch wanted, or null; <paramref name="To"/> the last.</param>
public sealed record TimelineQuestion(string? Measure, Dyad? Between, LocalDate? From, LocalDate? To, AsOf AsOf)
{
    /// <summary>Only changes of these kinds; empty for all.</summary>
    public IReadOnlyCollection<Reports.ChangeKind> Changes { get; init; } = [];

    /// <summary>Only measures of this instrument, or null.</summary>
    public Reports.Instrument? Instrument { get; init; }

    /// <summary>Only what moved a state or its stage: no plans, denials or confirmations.</summary>
    public bool OnlyMoves { get; init; }

    internal bool Wants(TimelineEntry entry) =>
        (From is not { } from || entry.Told.Window.Last >= from) && (To is not { } to || entry.Told.Window.MayHaveCome(to))
        && (Changes.Count == 0 || Changes.Contains(entry.Told.Change)) && (Instrument is not { } instrument || entry.Measure.Instrument == instrument)
        && (!OnlyMoves || entry.BeginsPeriod);
}

/// <summary>One told change, with the state it left.</summary>
/// <param name="After">The state after it; the same as before where it moved nothing.</param>
public sealed record TimelineEntry(Measure Measure, ToldChange Told, MeasureState Before, MeasureState After, IReadOnlyList<Evidence> Evidence)
{
    public bool Moves => Before != After;

    /// <summary>Whether the state or its stage is another one since.</summary>
    public bool BeginsPeriod => Measure.History.Periods.Any(p => ReferenceEquals(p.Began, Told));
}

public sealed record TimelineAnswer(TimelineQuestion Question, IReadOnlyList<TimelineEntry> Entries);

/// <summary>Answers "what happened, in order?".</summary>
public static class Timeline
{
    public static TimelineAnswer Ask(Ledger ledger, TimelineQuestion question)
    {
        var name = question.Measure is null ? null : MeasureKey.NameOf(question.Measure);
        var pairs = question.Between is { } between ? [between] : Dossier.Pairs(ledger, name, question.AsOf);
        var entries = pairs.SelectMany(p => Dossier.Of(ledger, p, question.AsOf).Measures)
            .Where(m => name is null || m.Identity.Bears(name))
            .SelectMany(Of)
            .Where(question.Wants)
            .OrderBy(e => e.Told.Window).ThenBy(e => e.Measure.Actor, StringComparer.Ordinal).ThenBy(e => e.Measure.Name, StringComparer.Ordinal)
            .ThenBy(e => e.Told.Change).ThenBy(e => e.Told.Status).ToList();
        return new TimelineAnswer(question, Quotes.Cut(ledger, entries));
    }

    /// <summary>What is told of one measure, in order, without its quotations.</summary>
    public static IEnumerable<TimelineEntry> Of(Measure measure)
    {
        var state = MeasureState.Unknown;
        foreach (var told in measure.History.Told)
        {
            var before = state;
            if (measure.History.Periods.FirstOrDefault(p => ReferenceEquals(p.Began, told)) is { } begun) state = begun.State;
            yield return new TimelineEntry(measure, told, before, state, Evidence.Of(told.Claims));
        }
    }
}
