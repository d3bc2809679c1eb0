using Chancery.Reports;

namespace Chancery.Reading.Syntax.Lemmas;

/// <summary>How a form is written, as far as its lemma cares.</summary>
internal enum FormCase : byte { Lower, Capital, Capitals }

/// <summary>Numbers under which forms and endings are found without making strings: 64 bits of text, tag and case.</summary>
internal static class LemmaKey
{
    public const int LongestEnding = 6;

    private const ulong Start = 14695981039346656037, Prime = 1099511628211;

    /// <summary>How a form is written, where its tag lets the lemma depend on it: names, acronyms, adjectives of nations.</summary>
    public static FormCase CaseOf(string form, Upos upos, string xpos)
    {
        if (form.Length == 0 || !char.IsUpper(form[0])) return FormCase.Lower;
        bool name = upos is Upos.PROPN or Upos.X or Upos.SYM or Upos.NUM || xpos is "JJ" or "NNP" or "NNPS";
        if (!name && upos != Upos.NOUN) return FormCase.Lower;
        var way = Written(form);
        return !name && way == FormCase.Capital ? FormCase.Lower : way;
    }

    private static FormCase Written(string form)
    {
        for (int i = 1; i < form.Length; i++)
            if (char.IsLower(form[i])) return FormCase.Capital;
        return form.Length > 1 ? FormCase.Capitals : FormCase.Capital;
    }

    public static ulong OfTag(Upos upos, string xpos)
    {
        ulong hash = Step(Start, (byte)upos);
        foreach (char c in xpos) hash = Step(hash, c);
        return hash;
    }

    /// <summary>The whole form in lower case.</summary>
    public static ulong OfForm(string form, ulong tag, FormCase way)
    {
        ulong hash = Step(tag, 256 + (ulong)way);
        foreach (char c in form) hash = Step(hash, char.ToLowerInvariant(c));
        return hash;
    }

    /// <summary>The last characters of a form, from the last to the first.</summary>
    public static ulong OfEnding(string form, int length, ulong tag, FormCase way)
    {
        ulong hash = Step(tag, 512 + (ulong)way);
        for (int k = 1; k <= length; k++) hash = Step(hash, char.ToLowerInvariant(form[^k]));
        return hash;
    }

    private static ulong Step(ulong hash, ulong value)
    {
        hash = (hash ^ value) * Prime;
        return hash ^ (hash >> 29);
    }
}
