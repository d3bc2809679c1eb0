using Chancery.Reading.Syntax.Conllu;
using Chancery.Reports;

namespace Chancery.Training.Syntax;

/// <summary>A sentence of a treebank, column by column. Heads are indices, -1 for the root.</summary>
internal sealed record GoldSentence(string[] Forms, Upos[] Upos, string[] Penn, string[] Features, int[] Heads, string[] Relations)
{
    public int Length => Forms.Length;

    public static GoldSentence Of(ConlluSentence sentence) => new(
        [.. sentence.Words.Select(w => w.Form)],
        [.. sentence.Words.Select(w => Enum.Parse<Upos>(w.Upos))],
        [.. sentence.Words.Select(w => w.Xpos)],
        [.. sentence.Words.Select(w => w.Features)],
        [.. sentence.Words.Select(w => w.Head)],
        [.. sentence.Words.Select(w => w.Relation)]);
}
