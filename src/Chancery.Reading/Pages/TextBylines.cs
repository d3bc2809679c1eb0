namespace Chancery.Reading.Pages;

/// <summary>Reads a line that names who wrote the text: "By Ana Souza and Jon Lie", "Von Eva Maier (Rom)".</summary>
internal static class TextBylines
{
    private static readonly string[] Openings = ["By ", "BY ", "Von ", "Par ", "Por "];
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
        { "de", "da", "del", "della", "der", "den", "di", "dos", "du", "el", "la", "le", "al", "bin", "ben", "ibn", "van", "von", "y", "ter", "ten" };

    /// <summary>The people a line names as its authors; empty where it is no such line.</summary>
    public static IReadOnlyList<string> Authors(string line)
    {
        var opening = Array.Find(Openings, o => line.StartsWith(o, StringComparison.Ordinal));
        if (opening is null || line.Length > 120 || line[^1] is '.' or '!' or '?' or ':' or '"') return [];
        var names = new List<string>();
        var rest = line[opening.Length..];
        int bracket = rest.IndexOfAny(['(', '|', '–', '—']);
        if (bracket > 0) rest = rest[..bracket];
        foreach (var part in rest.Split([", ", " and ", " und ", " et ", " y ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int place = part.IndexOf(" in ", StringComparison.Ordinal);
            var name = place > 0 ? part[..place] : part;
            if (IsName(name)) names.Add(name);
            else if (names.Count == 0) return [];
        }
        return names;
    }

    /// <summary>Two to five words, capitalised but for particles.</summary>
    private static bool IsName(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0])
            && words.All(w => (char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.')) || Particles.Contains(w));
    }
}
