namespace Chancery.Reading.Syntax.Network;

/// <summary>Words that become one tree: a sentence, or a part of one that is too long. Heads count from the sentence's first word.</summary>
internal readonly record struct Stretch(int Sentence, string[] Words, int First, int Count, WordAnalysis[] Parsed) : IComparable<Stretch>
{
    public int CompareTo(Stretch other) => Sentence != other.Sentence ? Sentence - other.Sentence : First - other.First;
}
