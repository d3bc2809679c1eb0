using System.Collections.Frozen;
using System.Text;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>
/// Tells by its wording what a line beside the article is: a call to subscribe, a link to read more, a correction, a caption.
/// Knows the wordings of <c>Pages/promo.tsv</c>; a line it does not know is nobody's.
/// </summary>
public sealed class LineWordings
{
    /// <summary>A longer line is told as news, whatever its wording.</summary>
    private const int LongestLine = 400;

    private readonly FrozenDictionary<string, ParagraphRole> _whole;
    private readonly ILookup<char, Wording> _starts;
    private readonly Wording[] _contains;

    public static LineWordings BuiltIn { get; } = new(Lexicon.Rows("Pages/promo.tsv", 4));

    /// <param name="rows">role, language, where, wording.</param>
    /// <exception cref="FormatException">A role or place that is not known; the message names the wording.</exception>
    internal LineWordings(IReadOnlyList<string[]> rows)
    {
        var wordings = rows.Select(row => (Where: row[2], Wording: new Wording(Role(row), row[3].Split('…', StringSplitOptions.TrimEntries)))).ToList();
        if (rows.FirstOrDefault(row => row[2] is not ("starts" or "contains" or "whole")) is { } wrong)
            throw new FormatException($"“{wrong[2]}” is no place of a wording ({wrong[3]}).");
        _whole = wordings.Where(w => w.Where == "whole").ToFrozenDictionary(w => w.Wording.Parts[0], w => w.Wording.Role, StringComparer.Ordinal);
        _starts = wordings.Where(w => w.Where == "starts").ToLookup(w => w.Wording.Parts[0][0], w => w.Wording);
        _contains = [.. wordings.Where(w => w.Where == "contains").Select(w => w.Wording)];
    }

    private readonly record struct Wording(ParagraphRole Role, string[] Parts)
    {
        public bool IsIn(string line, bool atStart)
        {
            int from = 0;
            for (int i = 0; i < Parts.Length; i++)
            {
                int at = i == 0 && atStart
                    ? line.StartsWith(Parts[0], StringComparison.Ordinal) ? 0 : -1
                    : line.IndexOf(Parts[i], from, StringComparison.Ordinal);
                if (at < 0) return false;
                from = at + Parts[i].Length;
            }
            return true;
        }
    }

    /// <summary>The role that the wording gives a line, or null.</summary>
    public ParagraphRole? RoleOf(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > LongestLine) return null;
        var folded = Fold(line);
        if (folded.Length == 0) return null;
        if (_whole.TryGetValue(folded.TrimEnd(':'), out var role)) return role;
        foreach (var wording in _starts[folded[0]])
            if (wording.IsIn(folded, atStart: true)) return wording.Role;
        foreach (var wording in _contains)
            if (wording.IsIn(folded, atStart: false)) return wording.Role;
        return IsCopyright(folded) ? ParagraphRole.Promo : null;
    }

    /// <summary>"© 2021 The Daily": the sign, then a year.</summary>
    private static bool IsCopyright(string line) =>
        line[0] == '©' && line.AsSpan(1).TrimStart() is { Length: >= 4 } rest && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[3]);

    private static string Fold(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (char c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }
            folded.Append(c switch
            {
                '’' or '‘' => '\'',
                '“' or '”' or '„' => '"',
                '–' or '—' => '-',
                _ => char.ToLowerInvariant(c),
            });
        }
        return folded.ToString().TrimEnd(' ');
    }

    private static ParagraphRole Role(string[] row) => row[0] switch
    {
        "promo" => ParagraphRole.Promo,
        "read-more" => ParagraphRole.ReadMore,
        "correction" => ParagraphRole.Correction,
        "caption" => ParagraphRole.Caption,
        _ => throw new FormatException($"“{row[0]}” is no role of a line ({row[3]})."),
    };
}
