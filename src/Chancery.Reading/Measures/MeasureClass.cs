using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>What kind of thing a measure is, which decides what a verb does to it: a ban is lifted where aid is cancelled, and to halt a flow of goods is to ban it.</summary>
internal enum MeasureClass { Restriction, Levy, Benefit, Bond, Pact, Presence, Truce, Regime, Flow }

internal static class MeasureClasses
{
    /// <summary>Whether a word that is said of some classes is said of this one; of none it is said of any but flows: what ends of itself there is trade.</summary>
    public static bool IsAmong(this MeasureClass c, MeasureClass[] classes) => classes.Length == 0 ? c != MeasureClass.Flow : Array.IndexOf(classes, c) >= 0;
}

/// <summary>Words for a measure: the last one heads the phrase, the others stand before it.</summary>
internal sealed record InstrumentPhrase(Instrument Instrument, MeasureClass Class, string[] Words);

/// <summary>A measure named in a sentence.</summary>
/// <param name="Head">Index of its head word.</param>
/// <param name="First">Index of the first word of its noun phrase, determiners included.</param>
/// <param name="Outer">The word that stands for it in the clause: "part" in "part of the aid"; else the head.</param>
internal sealed record MeasureNoun(int Head, int First, int Outer, InstrumentPhrase Phrase)
{
    public Instrument Instrument => Phrase.Instrument;
    public MeasureClass Class => Phrase.Class;
}
