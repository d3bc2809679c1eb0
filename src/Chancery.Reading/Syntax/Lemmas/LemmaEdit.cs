namespace Chancery.Reading.Syntax.Lemmas;

/// <summary>What becomes of the case of a form in its lemma.</summary>
internal enum LemmaCase : byte { Lower, Keep, Capital }

/// <summary>How a lemma is made from a form: so many characters are cut from its end, an ending is put on, the case is set.</summary>
internal readonly record struct LemmaEdit(int Cut, string Ending, LemmaCase Case)
{
    /// <summary>The edit that makes a lemma, or null where the two share too little to call it one.</summary>
    public static LemmaEdit? Between(string form, string lemma)
    {
        string lower = form.ToLowerInvariant(), lowerLemma = lemma.ToLowerInvariant();
        int same = 0;
        while (same < lower.Length && same < lowerLemma.Length && lower[same] == lowerLemma[same]) same++;
        if (lower.Length - same > 5 || lowerLemma.Length - same > 4 || same == 0 || lower.Length != form.Length) return null;
        foreach (var way in (ReadOnlySpan<LemmaCase>)[LemmaCase.Lower, LemmaCase.Keep, LemmaCase.Capital])
        {
            var edit = new LemmaEdit(lower.Length - same, lowerLemma[same..], way);
            if (edit.Apply(form) == lemma) return edit;
        }
        return null;
    }

    public bool Fits(string form) => Cut < form.Length || (Cut == form.Length && Ending.Length > 0);

    public string Apply(string form)
    {
        if (Cut == 0 && Ending.Length == 0)
        {
            return Case switch
            {
                LemmaCase.Lower => form.ToLowerInvariant(),
                LemmaCase.Capital => Capitalised(form),
                _ => form,
            };
        }
        var cut = string.Concat(form.AsSpan(0, form.Length - Cut), Ending);
        return Case switch
        {
            LemmaCase.Lower => cut.ToLowerInvariant(),
            LemmaCase.Capital => Capitalised(cut),
            _ => cut,
        };
    }

    private static string Capitalised(string form) =>
        form.Length == 0 ? form : char.ToUpperInvariant(form[0]) + form[1..].ToLowerInvariant();
}
