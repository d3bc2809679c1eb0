namespace Chancery.Records.Claims;

/// <summary>Names of persons in the form they are looked up in: lower case, without accents, words apart by one blank and without the marks around them.</summary>
public static class PersonName
{
    public static string Of(string name) =>
        string.Join(' ', PlainLetters.Of(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(w => w.Length > 0));

    /// <summary>"soreide," is "soreide"; "o'neill" stays.</summary>
    private static string Bare(string word)
    {
        int start = 0, end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start])) start++;
        while (end > start && !char.IsLetterOrDigit(word[end - 1])) end--;
        return word[start..end];
    }

    /// <summary>The last word of a name.</summary>
    public static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>Whether a known name may be meant by an asked one: it holds all its words.</summary>
    public static bool Holds(string known, string asked)
    {
        var words = known.Split(' ');
        return asked.Split(' ').All(w => words.Contains(w, StringComparer.Ordinal));
    }
}
