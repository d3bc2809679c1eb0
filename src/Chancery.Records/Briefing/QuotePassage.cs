using Chancery.Reports;

namespace Chancery.Records.Briefing;

/// <summary>Cuts the sentence a passage stands in, so that it can be read by itself: at most so many words around it, shortened with an ellipsis.</summary>
internal static class QuotePassage
{
    private const int MostCharacters = 280;

    /// <param name="within">The paragraph it stands in.</param>
    public static string Of(string text, Span passage, Span within)
    {
        int start = passage.Start, end = Math.Min(passage.End, within.End);
        while (start > within.Start && !EndsSentence(text, start - 1) && text[start - 1] != '\n') start--;
        while (end < within.End && text[end] != '\n' && !(end > 0 && EndsSentence(text, end - 1))) end++;
        (start, end, bool cutBefore, bool cutAfter) = Shorten(text, start, end, passage);
        return (cutBefore ? "… " : "") + OneLine(text[start..end]) + (cutAfter ? " …" : "");
    }

    /// <summary>A full stop, question or exclamation mark, and closing quotation marks behind it, before a blank and a capital.</summary>
    private static bool EndsSentence(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1])) return false;
        int mark = at;
        while (mark > 0 && text[mark] is '"' or '”' or '’' or '\'' or ')') mark--;
        if (text[mark] is not ('.' or '!' or '?')) return false;
        int next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        bool begins = next >= text.Length || char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '"' or '“' or '‘' or '(';
        int word = mark;
        while (word > 0 && (char.IsLetter(text[word - 1]) || text[word - 1] == '.')) word--;
        return begins && (mark - word > 3 || text[mark] != '.' || at > mark);
    }

    private static (int Start, int End, bool CutBefore, bool CutAfter) Shorten(string text, int start, int end, Span passage)
    {
        bool before = false, after = false;
        if (end - start > MostCharacters && passage.Start - start > MostCharacters / 3)
        {
            start = text.LastIndexOf(' ', passage.Start - MostCharacters / 6) is var blank && blank > start ? blank + 1 : passage.Start;
            before = true;
        }
        if (end - start > MostCharacters)
        {
            int most = start + MostCharacters;
            end = text.LastIndexOf(' ', most) is var blank && blank > start ? blank : most;
            if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
            after = true;
        }
        return (start, end, before, after);
    }

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
