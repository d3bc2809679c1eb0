using Chancery.Reading.Pages.Dates;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>Cuts the names out of what pages write where their authors stand.</summary>
internal static class AuthorNames
{
    private static readonly string[] Openings = Words("opening"), Endings = Words("ending"), Joints = Words("joint");
    private static readonly HashSet<string> Never = new(Words("never").Concat(Openings), StringComparer.OrdinalIgnoreCase);

    /// <summary>What follows the word that opens a byline ("Von …", "Posted by …"), or null where a line opens none.</summary>
    public static string? AfterOpening(ReadOnlySpan<char> line)
    {
        foreach (string opening in Openings)
            if (StartsWith(line, opening)) return line[opening.Length..].ToString();
        return null;
    }

    private static bool StartsWith(ReadOnlySpan<char> line, string opening) =>
        line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
        && line.Length > opening.Length && (opening[^1] == ':' || line[opening.Length] is ' ' or ':' or '\u00A0');

    /// <summary>The people a byline names: without opening words, dates, jobs in brackets, addresses of accounts.</summary>
    public static IEnumerable<string> Split(string said)
    {
        if (said.Length > 300 || said.Contains("://", StringComparison.Ordinal)) yield break;
        string rest = Cut(said.Trim(' ', ',', ':', '|', '-', '–', '·', '•', '/', '\u00A0', '*'));
        var parts = new List<string> { rest };
        foreach (string joint in Joints)
            parts = [.. parts.SelectMany(p => p.Split(joint, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        foreach (string part in parts)
            if (Cut(part).Trim(' ', ',', ':', '|', '-', '–', '·', '•', ';', '(', ')', '\u00A0', '*') is { Length: > 1 } name && name.Any(char.IsLetter) && !Never.Contains(name)) yield return name;
    }

    private static string Cut(string said)
    {
        for (int guard = 0; guard < 3 && AfterOpening(said) is { } after; guard++) said = after.TrimStart(' ', ':', '\u00A0');
        int end = said.AsSpan().IndexOfAny("|•·\t") is > 1 and var bar ? bar : said.Length;
        foreach (string ending in Endings)
            if (said.IndexOf(ending, StringComparison.OrdinalIgnoreCase) is > 1 and var at) end = Math.Min(end, at);
        var days = new List<WrittenDay>();
        ScanDates.Find(said, false, days);
        if (days.Count > 0) end = Math.Min(end, days[0].At);
        return said[..end].Trim();
    }

    private static string[] Words(string kind) =>
        [.. Lexicon.Rows("Pages/Metadata/byline-words.tsv", 3).Where(r => r[0] == kind).SelectMany(r => r[2].Split('|')).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)];
}
