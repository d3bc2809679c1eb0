using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Events.Predicates;

/// <summary>A word that names an event by itself.</summary>
/// <param name="Source">Roles in which the source stands, in order of preference.</param>
/// <param name="Rule">How the entry is named in explanations.</param>
internal sealed record PredicateEntry(
    WordPattern Word, string? Particle, Meaning Meaning, Slot[] Source, Slot[] Target, Condition[] When, string Rule);

/// <summary>A word that does something to the event another word names.</summary>
/// <param name="Complements">Where that other word stands.</param>
/// <param name="OwnTarget">Where the operator's own addressee stands ("urged Y to …").</param>
/// <param name="Alone">What it means where its complement names no event; null for nothing.</param>
internal sealed record OperatorEntry(
    WordPattern Word, string? Particle, string Operator, Slot[] Complements, Slot[] OwnTarget, Meaning? Alone, string Rule);

/// <summary>All a lemma may mean, in the order in which it is tried.</summary>
internal sealed class WordEntries
{
    public List<PredicateEntry> Conditional { get; } = [];
    public List<OperatorEntry> Operators { get; } = [];
    public List<PredicateEntry> Plain { get; } = [];
}
