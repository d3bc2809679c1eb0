using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Tells where the noun phrases of one sentence begin.</summary>
internal sealed class NounPhrases(Clauses clauses)
{
    /// <summary>The first word of a noun phrase that ends in a word.</summary>
    public int Start(int head)
    {
        int at = head;
        while (at > 0 && StandsBeforeNoun(at - 1, head)) at--;
        while (at < head && clauses.Words[at].Upos is Upos.CCONJ or Upos.PUNCT) at++;
        return at;
    }

    /// <summary>By tags alone, whatever the tree makes of it.</summary>
    public int StartBySurface(int first)
    {
        int at = first;
        while (at > 0 && clauses.Words[at - 1].Upos is Upos.PROPN or Upos.ADJ or Upos.DET or Upos.NUM) at--;
        return at;
    }

    private bool StandsBeforeNoun(int word, int head)
    {
        var token = clauses.Words[word];
        if (token.Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM or Upos.DET or Upos.SYM) return IsBelow(word, head);
        return token.Xpos is "PRP$" or "POS" or "VBN" or "VBG" or "HYPH" or "RB" or "RBR" or "RBS" or "CC" && IsBelow(word, head)
            || token.Form is "-" or "/" && IsBelow(word, head);
    }

    /// <summary>Whether a word hangs below another, a few steps deep.</summary>
    public bool IsBelow(int word, int head)
    {
        for (int at = word, steps = 0; at >= 0 && steps < 8; at = clauses.Head(at), steps++)
            if (at == head) return true;
        return false;
    }
}
