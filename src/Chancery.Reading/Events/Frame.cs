using Chancery.Reading.Events.Predicates;
using Chancery.Reports;

namespace Chancery.Reading.Events;

/// <summary>An event as the words of one sentence tell it, before actors and dates are put in.</summary>
internal sealed record Frame
{
    /// <summary>The topmost word that tells it: "urged" in "urged Chad to withdraw".</summary>
    public required int Predicate { get; init; }

    /// <summary>The word that names the deed itself: "withdraw".</summary>
    public required int Deed { get; init; }

    public required Meaning Meaning { get; init; }
    public required string Rule { get; init; }

    /// <summary>Heads of the words that name the sides; each may be a coordination.</summary>
    public int[] Source { get; init; } = [];
    public int[] Target { get; init; } = [];

    /// <summary>Whether both sides do the same: then all stand in <see cref="Source"/>.</summary>
    public bool Reciprocal { get; init; }

    public ClaimStatus Status { get; init; } = ClaimStatus.Happened;
    public IReadOnlyList<int> Trigger { get; init; } = [];

    /// <summary>Whether the sentence's speaker is the source ("Chad must withdraw, X said").</summary>
    public bool SaidBySpeaker { get; init; }

    public bool Negated { get; init; }

    /// <summary>The topmost operator's name where one was at work: "not" turns "allow" into forbidding.</summary>
    public string? Operator { get; init; }

    public Frame Against(int[] target) => this with { Target = target };

    public Frame With(int predicate, Meaning meaning, string rule) => this with { Predicate = predicate, Meaning = meaning, Rule = rule };

    public Frame WithStatus(ClaimStatus status) => this with { Status = status };

    /// <summary>The same event, denied by a word above it.</summary>
    public Frame DeniedBy(int word, string rule) => this with
    {
        Predicate = word, Rule = $"{rule} + {Rule}", Status = ClaimStatus.Denied, Trigger = [word, .. Trigger], Negated = true, SaidBySpeaker = false, Operator = null,
    };
}
