using Chancery.Reports;

namespace Chancery.Reading.Measures;

internal enum NeededParties { Any, One, Target, Two }

/// <summary>A change read off one sentence, its parties still words of the sentence.</summary>
/// <param name="Word">The verb or noun that names the change.</param>
/// <param name="Measure">Null where a pronoun stands for it, or where the verb itself is the measure.</param>
/// <param name="Instrument">Of the measure, null where a pronoun stands for it.</param>
/// <param name="Name">The measure's name where the verb gives it ("ban on …").</param>
/// <param name="ActorWords">Where the actor may stand, best first.</param>
/// <param name="TargetWords">Where the target may stand, best first.</param>
/// <param name="Top">The highest word of the claim: the governor, else the change word; times that hang on it are the change's.</param>
/// <param name="Background">Told as what had been before, not as the news.</param>
/// <param name="Rule">What decided it, for explanations.</param>
internal sealed record Claim(
    int Word, MeasureNoun? Measure, Instrument? Instrument, MeasureClass? Class, ChangeKind Change, ClaimStatus Status, Stage Stage,
    string? Name, IReadOnlyList<int> ActorWords, IReadOnlyList<int> TargetWords, int Top, bool Background, bool Partial, string? Quantity, string Rule)
{
    /// <summary>What the report must name for the words to tell a measure between states: "ban" and "agreement" are also said of much else.</summary>
    public NeededParties Needs { get; init; }

    /// <summary>"followed suit": the change told before, done by somebody else.</summary>
    public bool IsSame { get; init; }
}
