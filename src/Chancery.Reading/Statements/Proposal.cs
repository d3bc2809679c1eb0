using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>A statement that a cue would make: its words by role, before it is decided whether it is one.</summary>
/// <param name="Cue">The word that heads the cue.</param>
/// <param name="CueScore">Log odds that the word heads a cue.</param>
/// <param name="Sure">Log probability of the roles, given the cue.</param>
/// <param name="Content">Runs of words [From, End), left to right.</param>
internal sealed record Proposal(
    int Cue, float CueScore, float Sure, WordRun CueRun, WordRun? Source, IReadOnlyList<WordRun> Content)
{
    /// <summary>Log odds that the whole is a statement.</summary>
    public float Worth { get; init; }

    public bool HasContent(int word)
    {
        foreach (var run in Content)
            if (run.Contains(word)) return true;
        return false;
    }

    public int ContentLength
    {
        get
        {
            int length = 0;
            foreach (var run in Content) length += run.End - run.From;
            return length;
        }
    }

    public int SharedContent(Proposal other)
    {
        int shared = 0;
        foreach (var a in Content)
            foreach (var b in other.Content) shared += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.From, b.From));
        return shared;
    }
}

/// <summary>Half-open range of words of a paragraph.</summary>
internal readonly record struct WordRun(int From, int End)
{
    public bool Contains(int word) => From <= word && word < End;

    public Span SpanIn(ParagraphWords p) => p.Words[From].Span.Cover(p.Words[End - 1].Span);
}
