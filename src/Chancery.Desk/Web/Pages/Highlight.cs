using Chancery.Desk.Web.Html;
using Chancery.Records.Claims;

namespace Chancery.Desk.Web.Pages;

/// <summary>Finds the words of a search in words shown, as the search itself does: in any case, without accents, whole or, where a star stands behind, by their beginnings.</summary>
internal sealed class Highlight
{
    private readonly List<(string Word, bool IsBeginning)> _asked = [];

    public Highlight(string asked)
    {
        foreach (var piece in asked.Split([' ', '"', '\t'], StringSplitOptions.RemoveEmptyEntries))
            if (piece[0] != '-' && piece != "OR")
                foreach (var (start, end) in Runs(piece)) _asked.Add((PersonName.Of(piece[start..end]), piece.EndsWith('*') && end == piece.Length - 1));
    }

    public static Markup Of(string words, string asked) => new Highlight(asked).Mark(words);

    public bool IsIn(string words) => _asked.Count > 0 && Runs(words).Any(r => IsAsked(words[r.Start..r.End]));

    private Markup Mark(string words)
    {
        Markup marked = $"";
        int at = 0;
        foreach (var (start, end) in Runs(words))
        {
            if (!IsAsked(words[start..end])) continue;
            marked.AppendFormatted(words[at..start]);
            marked.AppendFormatted((Markup)$"<mark>{words[start..end]}</mark>");
            at = end;
        }
        marked.AppendFormatted(words[at..]);
        return marked;
    }

    private bool IsAsked(string run) => PersonName.Of(run) is var plain && _asked.Exists(a => a.IsBeginning ? plain.StartsWith(a.Word, StringComparison.Ordinal) : plain == a.Word);

    private static IEnumerable<(int Start, int End)> Runs(string words)
    {
        int start = -1;
        for (int i = 0; i <= words.Length; i++)
        {
            bool inside = i < words.Length && (char.IsLetterOrDigit(words[i]) || char.IsSurrogate(words[i]));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return (start, i);
            start = -1;
        }
    }
}
