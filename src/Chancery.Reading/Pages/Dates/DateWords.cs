namespace Chancery.Reading.Pages.Dates;

/// <summary>The words beside a date that say what happened on it: published, or changed since.</summary>
internal static class DateWords
{
    private static readonly string[] Published = Words("published"), Updated = Words("updated");

    public static bool SaysPublished(ReadOnlySpan<char> before) => LastOf(before, Published) >= 0;

    /// <summary>Whether the nearest word before a date speaks of a change ("Published 3 May, updated 4 May").</summary>
    public static bool SaysUpdated(ReadOnlySpan<char> before)
    {
        int updated = LastOf(before, Updated);
        return updated >= 0 && updated >= LastOf(before, Published);
    }

    private static int LastOf(ReadOnlySpan<char> text, string[] words)
    {
        int last = -1;
        foreach (string word in words) last = Math.Max(last, text.LastIndexOf(word, StringComparison.OrdinalIgnoreCase));
        return last;
    }

    private static string[] Words(string kind) =>
        [.. Lexicon.Rows("Pages/Dates/date-words.tsv", 3).Where(row => row[0] == kind).SelectMany(row => row[2].Split('|'))];
}
