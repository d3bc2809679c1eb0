using Chancery.Reports;

namespace Chancery.Reading.Syntax.Lemmas;

/// <summary>The dictionary form of a word: what was learned of its form and tag, else of its ending.</summary>
public sealed class Lemmatiser
{
    private readonly Dictionary<(string Key, string Xpos), Edit> _edits = [];

    /// <summary>How a lemma is made: cut so many characters from the end, append an ending; lower case or not.</summary>
    private readonly record struct Edit(int Cut, string Ending, bool Lower);

    /// <param name="rows">Tab-separated: form in lower case or <c>-ending</c>, XPOS, characters to cut, ending, <c>l</c> for lower case.</param>
    public Lemmatiser(IEnumerable<string> rows)
    {
        foreach (var row in rows)
        {
            var c = row.Split('\t');
            _edits[(c[0], c[1])] = new Edit(c[2][0] - '0', c[3], c[4] == "l");
        }
    }

    public static Lemmatiser Load(string path) => new(File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'));

    public string Lemma(string form, Upos upos, string xpos)
    {
        var lower = form.ToLowerInvariant();
        if (_edits.TryGetValue((lower, xpos), out var edit)) return Apply(form, lower, edit);
        for (int length = Math.Min(4, lower.Length); length >= 0; length--)
            if (_edits.TryGetValue(("-" + lower[(lower.Length - length)..], xpos), out edit) && edit.Cut < form.Length) return Apply(form, lower, edit);
        return upos is Upos.PROPN ? form : lower;
    }

    private static string Apply(string form, string lower, Edit edit)
    {
        var stem = edit.Lower ? lower : form;
        return edit is { Cut: 0, Ending: "" } ? stem : string.Concat(stem.AsSpan(0, stem.Length - edit.Cut), edit.Ending);
    }
}
