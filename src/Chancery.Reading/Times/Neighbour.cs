namespace Chancery.Reading.Times;

/// <summary>The words beside a phrase, hashed.</summary>
internal static class Neighbour
{
    private const uint Edge = 7;

    /// <summary>The n-th word before an offset; a mark is a word of its own.</summary>
    public static uint Before(string text, int at, int n)
    {
        int start = at, end = at;
        for (int i = 0; i < n; i++)
        {
            end = start;
            while (end > 0 && text[end - 1] is ' ' or '\t') end--;
            if (end == 0 || text[end - 1] is '\n' or '\r') return Edge;
            start = end - 1;
            if (char.IsLetterOrDigit(text[start]))
                while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        }
        return FeatureHash.OfShape(text.AsSpan(start, end - start));
    }

    /// <summary>The n-th word after an offset.</summary>
    public static uint After(string text, int at, int n)
    {
        int start = at, end = at;
        for (int i = 0; i < n; i++)
        {
            start = end;
            while (start < text.Length && text[start] is ' ' or '\t') start++;
            if (start == text.Length || text[start] is '\n' or '\r') return Edge;
            end = start + 1;
            if (char.IsLetterOrDigit(text[start]))
                while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        }
        return FeatureHash.OfShape(text.AsSpan(start, end - start));
    }

    /// <summary>The ending of the word that follows: "-ed" and "-ing" tell a verb, "-s" a noun.</summary>
    public static uint Suffix(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        int end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end - at < 3 ? Edge : FeatureHash.Of(text.AsSpan(end - 2, 2));
    }

    public static bool OpensSentence(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '"' or '“' or '\'' or '`') at--;
        return at == 0 || text[at - 1] is '\n' or '.' or '!' or '?';
    }
}
