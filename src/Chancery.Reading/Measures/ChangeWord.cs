using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Where a change word has its measure.</summary>
internal enum MeasurePlace { Object, Subject, Infinitive, Preposition }

/// <summary>What a verb does to measures of some classes.</summary>
/// <param name="Classes">Empty for any but flows: what ends of itself there is trade.</param>
/// <param name="Slots">Prepositions, where the place is one.</param>
/// <param name="Particle">"off" of "cut off", null for none.</param>
internal sealed record ChangeVerb(
    ChangeKind Change, MeasureClass[] Classes, MeasurePlace Place, Slot[] Slots, string Verb, string? Particle)
{
    public bool Fits(MeasureClass c) => c.IsAmong(Classes);
}

/// <summary>A noun that names a change: "suspension".</summary>
internal sealed record ChangeNoun(ChangeKind Change, MeasureClass[] Classes, string Noun)
{
    public bool Fits(MeasureClass c) => c.IsAmong(Classes);
}

/// <summary>A verb that is a measure by itself ("banned imports from X").</summary>
/// <param name="Name">What stands before the object in the measure's name.</param>
/// <param name="Of">What the verb must be said of to be a measure.</param>
internal sealed record MeasureVerb(Instrument Instrument, ChangeKind Change, string Name, Slot Target, MeasureObjects Of, string Verb, string? Particle);

/// <summary>What a verb that is a measure by itself is said of: a state ("recognised Palestine"), somebody of some state, goods and travel too, or what somebody owns ("froze the accounts of …").</summary>
internal enum MeasureObjects { Any, State, Somebody, Trade, Assets }

/// <summary>A word above a change that says what is claimed of it.</summary>
/// <param name="OnPaper">The change is decided and no more.</param>
internal sealed record Governor(ClaimStatus Status, bool OnPaper, string Word, string? Particle);
