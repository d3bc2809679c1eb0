using System.Collections.Concurrent;
using System.Text;

namespace Chancery.Records.Identity;

/// <summary>
/// A measure's name as names are compared: a programme's full name in lower case; else its telling words, each in one form, in ordinal order
/// ("severe new sanctions on Russia" and "Russia sanctions" are both "sanctions"). The states named in it are left to the key's parties.
/// </summary>
internal static class MeasureName
{
    private const int ShortestPlural = 4;

    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal);
    private static readonly HashSet<string> BareWords = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> OneForm = new(StringComparer.Ordinal);
    private static readonly Dictionary<(string, string), string> Phrases = [];
    private static readonly HashSet<string> StateWords = new(StringComparer.Ordinal);
    private static readonly HashSet<string> PartWords = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Persons = new(StringComparer.Ordinal);
    private static readonly HashSet<string> SeveralWords = new(StringComparer.Ordinal);

    static MeasureName()
    {
        foreach (var row in Table.Rows("Identity/words.tsv"))
        {
            var words = row[1].Split(' ');
            if (row[0] == "drop") Dropped.UnionWith(words);
            else if (row[0] == "bare") BareWords.UnionWith(words);
            else if (row[0] == "part") PartWords.UnionWith(words);
            else if (row[0] == "person") Persons.UnionWith(words);
            else if (row[0] == "several") SeveralWords.UnionWith(words);
            else if (row[0] == "phrase") Phrases[(words[0], words[1])] = row[2];
            else foreach (var word in words[..^1]) OneForm[word] = words[^1];
        }
        foreach (var row in Table.Rows("Identity/states.tsv"))
            foreach (var cell in row[1..])
                foreach (var name in cell.Split('|')) StateWords.Add(string.Join(' ', Words(name)));
    }

    private const int MostKept = 1 << 14;

    // A record asks for the same names again and again.
    private static readonly ConcurrentDictionary<string, string> Kept = new(StringComparer.Ordinal);

    public static string Of(string measure)
    {
        if (Kept.TryGetValue(measure, out var kept)) return kept;
        var name = Compute(measure);
        if (Kept.Count < MostKept) Kept.TryAdd(measure, name);
        return name;
    }

    private static string Compute(string measure)
    {
        var plain = string.Join(' ', measure.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Programmes.Known.Named(plain) is { } programme) return programme.Key;
        var words = WithoutStates(Words(plain));
        if (Programmes.Known.Named(string.Join(' ', words)) is { } named) return named.Key;
        var telling = words.Where(w => !Dropped.Contains(w)).Select(Form).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var ((one, other), whole) in Phrases.OrderBy(p => p.Key))
            if (telling.Contains(one) && telling.Contains(other)) telling = [.. telling.Where(w => w != one && w != other).Append(whole).Distinct().Order(StringComparer.Ordinal)];
        return telling.Count > 0 ? string.Join(' ', telling) : plain;
    }

    /// <summary>Whether a name, as <see cref="Of"/> gives it, says no more than what kind of measure it is.</summary>
    public static bool IsBare(string name) => name.Split(' ').All(BareWords.Contains);

    /// <summary>Whether a report speaks of some of what goes by the name, or of what a person is under ("certain sanctions", "sanctions on her").</summary>
    /// <param name="measure">As told.</param>
    public static bool TellsPart(string measure)
    {
        var words = Words(measure);
        return words.Exists(PartWords.Contains) || words.Where((w, i) => i > 0 && words[i - 1] is "on" or "against").Any(Persons.Contains);
    }

    /// <summary>Whether a report speaks of more than one where others speak of one ("consulates").</summary>
    /// <param name="measure">As told.</param>
    public static bool TellsSeveral(string measure) => Words(measure).Exists(SeveralWords.Contains);

    private static string Form(string word)
    {
        if (OneForm.TryGetValue(word, out var form)) return form;
        if (BareWords.Contains(word)) return word;
        var single = word.Length >= ShortestPlural && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
        return OneForm.GetValueOrDefault(single, single);
    }

    private static List<string> WithoutStates(List<string> words)
    {
        const int LongestName = 4;
        var kept = new List<string>(words.Count);
        for (int i = 0; i < words.Count; i++)
        {
            int length = Math.Min(LongestName, words.Count - i);
            while (length > 0 && !StateWords.Contains(string.Join(' ', words.GetRange(i, length)))) length--;
            if (length > 0) i += length - 1;
            else kept.Add(words[i]);
        }
        return kept.Count > 0 ? kept : words;
    }

    // Letters and figures; an apostrophe's s goes, other marks part words ("cease-fire" stays one).
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in text.ToLowerInvariant().Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal) + " ")
        {
            if (char.IsLetterOrDigit(c) || c == '-' && word.Length > 0) word.Append(c);
            else if (c != '.' && word.Length > 0)
            {
                words.Add(word.ToString().TrimEnd('-'));
                word.Clear();
            }
        }
        return words;
    }
}
