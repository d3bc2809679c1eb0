namespace Chancery.Reading.Statements;

/// <summary>
/// Attributions told by the form of a paragraph and not by a word: a line of a transcript ("HOLM: The bridge is safe."), and a
/// quotation signed below ("The bridge is safe." — Jon Holm). The whole paragraph is one statement.
/// </summary>
internal static class WrittenForms
{
    private const int LongestName = 14;

    public static Proposal? Of(ParagraphWords p) => Spoken(p) ?? Signed(p);

    private static Proposal? Spoken(ParagraphWords p)
    {
        if (p.Speaker is not { } label) return null;
        int from = FirstFrom(p, label.Start), colon = FirstFrom(p, label.End);
        if (colon >= p.Count - 1 || from >= colon || p.Words[colon].Form != ":" || !HasVerb(p, colon + 1, p.Count)) return null;
        return Whole(p, colon, new WordRun(from, colon), new WordRun(colon + 1, WithoutStop(p, p.Count)));
    }

    private static Proposal? Signed(ParagraphWords p)
    {
        if (p.Count < 4 || !IsMark(p, 0)) return null;
        int dash = p.Count - 2;
        while (dash > 1 && p.Count - dash <= LongestName && !IsDash(p.Words[dash].Form)) dash--;
        if (!IsDash(p.Words[dash].Form) || !IsMark(p, dash - 1)) return null;
        for (int i = 1; i < dash - 1; i++)
            if (IsMark(p, i)) return null;
        var name = new WordRun(dash + 1, WithoutStop(p, p.Count));
        return name.End > name.From && char.IsUpper(p.Words[name.From].Form[0]) && !HasVerb(p, name.From, name.End)
            ? Whole(p, dash, name, new WordRun(0, dash)) : null;
    }

    private static Proposal Whole(ParagraphWords p, int cue, WordRun source, WordRun content) =>
        new(cue, 0, 0, new WordRun(cue, cue + 1), source, [content]);

    private static int FirstFrom(ParagraphWords p, int offset)
    {
        int i = 0;
        while (i < p.Count && p.Words[i].Span.Start < offset) i++;
        return i;
    }

    /// <summary>The end without the sentence's own full stop; inside quotation marks it belongs to what was said.</summary>
    private static int WithoutStop(ParagraphWords p, int end) => p.Words[end - 1].Form == "." && !p.Quoted[end - 1] ? end - 1 : end;

    private static bool HasVerb(ParagraphWords p, int from, int end)
    {
        for (int i = from; i < end; i++)
            if (p.Upos(i) is Reports.Upos.VERB or Reports.Upos.AUX) return true;
        return false;
    }

    private static bool IsMark(ParagraphWords p, int word) => p.Words[word].Form is "\"" or "“" or "”" or "''" or "``" or "«" or "»";

    private static bool IsDash(string form) => form is "―" or "—" or "–" or "--" or "-";
}
