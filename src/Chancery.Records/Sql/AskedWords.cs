namespace Chancery.Records.Sql;

/// <summary>A word, or several that stand side by side.</summary>
/// <param name="IsBeginning">Whether the last may go on.</param>
internal sealed record AskedPhrase(IReadOnlyList<string> Words, bool IsBeginning);

/// <summary>
/// A search as people write it: words that all must stand in the report, <c>"side by side"</c>, <c>-without</c>, <c>either OR or</c>, <c>beginning*</c>. Anything else is a word or nothing, so
/// no search is an error.
/// </summary>
/// <param name="AllOf">Of each at least one must be there.</param>
internal sealed record AskedWords(IReadOnlyList<IReadOnlyList<AskedPhrase>> AllOf, IReadOnlyList<AskedPhrase> NoneOf)
{
    private const int MostPhrases = 40;

    /// <summary>Whether it asks for nothing: only for words to be missing, or for none at all.</summary>
    public bool IsEmpty => AllOf.Count == 0;

    /// <summary>All words that are to be there.</summary>
    public IEnumerable<string> Words => AllOf.SelectMany(a => a).SelectMany(p => p.Words);

    public static AskedWords Of(string asked)
    {
        var all = new List<List<AskedPhrase>>();
        var none = new List<AskedPhrase>();
        bool joins = false;
        foreach (var piece in Pieces(asked).Take(MostPhrases))
        {
            if (piece == "OR")
            {
                joins = all.Count > 0;
                continue;
            }
            bool isMissing = piece[0] == '-' && piece.Length > 1;
            if (Phrase(isMissing ? piece[1..] : piece) is not { } phrase) continue;
            if (isMissing) none.Add(phrase);
            else if (joins) all[^1].Add(phrase);
            else all.Add([phrase]);
            joins = false;
        }
        return new AskedWords(all, none);
    }

    private static AskedPhrase? Phrase(string piece)
    {
        string[] words = [.. SearchWords.In(piece).Select(w => w.Word)];
        return words.Length == 0 ? null : new AskedPhrase(words, piece.EndsWith('*'));
    }

    /// <summary>Apart by blanks, except within quotation marks.</summary>
    private static IEnumerable<string> Pieces(string asked)
    {
        int at = 0;
        while (at < asked.Length)
        {
            while (at < asked.Length && char.IsWhiteSpace(asked[at])) at++;
            int start = at;
            bool quoted = false;
            while (at < asked.Length && (quoted || !char.IsWhiteSpace(asked[at])))
                if (asked[at++] == '"') quoted = !quoted;
            if (at > start) yield return asked[start..at];
        }
    }
}
