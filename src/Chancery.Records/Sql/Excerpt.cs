namespace Chancery.Records.Sql;

/// <summary>The words of a text around the first that was asked for.</summary>
internal static class Excerpt
{
    private const int Before = 10, After = 14;

    public static string Of(string text, AskedWords asked)
    {
        var wanted = asked.Words.ToHashSet(StringComparer.Ordinal);
        string[] beginnings = [.. asked.AllOf.SelectMany(a => a).Where(p => p.IsBeginning).Select(p => p.Words[^1])];
        SearchWord[] words = [.. SearchWords.In(text)];
        // A report found by its title alone is told by how it begins.
        int found = Math.Max(0, Array.FindIndex(words, w => wanted.Contains(w.Word) || Array.Exists(beginnings, b => w.Word.StartsWith(b, StringComparison.Ordinal))));
        int first = Math.Max(0, found - Before), last = Math.Min(words.Length - 1, found + After);
        int start = first == 0 ? 0 : words[first].Start, end = last == words.Length - 1 ? text.Length : words[last].End;
        return (start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "");
    }
}
