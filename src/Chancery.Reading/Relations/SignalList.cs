using Chancery.Reports;

namespace Chancery.Reading.Relations;

/// <summary>Gathers signals: one a pair and direction, with all its passages.</summary>
internal sealed class SignalList
{
    private readonly List<RelationSignal> _signals = [];

    public void Add(string first, string second, Signal signal, Span evidence, string? statement)
    {
        if (first.Length != 3 || second.Length != 3 || first == second) return;
        var pair = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        int known = _signals.FindIndex(s => s.Pair == pair && s.Signal == signal);
        if (known < 0) _signals.Add(new RelationSignal(pair, signal, [evidence], statement));
        else if (!_signals[known].Evidence.Contains(evidence)) _signals[known] = _signals[known] with { Evidence = [.. _signals[known].Evidence, evidence] };
    }

    /// <summary>The signals in the order of their first passage.</summary>
    public IReadOnlyList<RelationSignal> Finish() => [.. _signals.OrderBy(s => s.Evidence[0].Start).ThenBy(s => s.Pair.First, StringComparer.Ordinal)];
}
