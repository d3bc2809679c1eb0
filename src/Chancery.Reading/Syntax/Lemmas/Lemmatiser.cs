using System.Globalization;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Lemmas;

/// <summary>
/// The dictionary form of a word by the conventions of EWT: words that follow no rule by a list, all others by what was learned of
/// their longest known ending, for each tag and each way of writing.
/// </summary>
public sealed class Lemmatiser
{
    private readonly Dictionary<ulong, string> _words = [], _names = [];
    private readonly Dictionary<ulong, LemmaEdit> _endings = [];
    private static readonly ulong NameTag = LemmaKey.OfTag(Upos.PROPN, "");

    /// <param name="rows">
    /// Tab-separated: <c>word form upos xpos case lemma</c>, <c>ending text upos xpos case cut text case</c>, <c>name form name</c>.
    /// </param>
    public Lemmatiser(IEnumerable<string> rows)
    {
        foreach (var row in rows)
        {
            var c = row.Split('\t');
            switch (c[0])
            {
                case "word":
                    _words[LemmaKey.OfForm(c[1], Tag(c), Way(c[4]))] = c[5];
                    break;
                case "ending":
                    _endings[LemmaKey.OfEnding(c[1], c[1].Length, Tag(c), Way(c[4]))] = new LemmaEdit(Number(c[5]), c[6], (LemmaCase)Number(c[7]));
                    break;
                default:
                    _names[LemmaKey.OfForm(c[1], NameTag, FormCase.Lower)] = c[2];
                    break;
            }
        }

        static ulong Tag(string[] c) => LemmaKey.OfTag(Enum.Parse<Upos>(c[2]), c[3]);
        static FormCase Way(string digit) => (FormCase)Number(digit);
        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    public static Lemmatiser Load(string path) => new(File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'));

    public string Lemma(string form, Upos upos, string xpos)
    {
        if (form.Length == 0) return form;
        ulong tag = LemmaKey.OfTag(upos, xpos);
        var way = LemmaKey.CaseOf(form, upos, xpos);
        return Listed(form, upos, xpos, tag, way) ?? ByEnding(form, upos, tag, way);
    }

    private string? Listed(string form, Upos upos, string xpos, ulong tag, FormCase way)
    {
        if (_words.TryGetValue(LemmaKey.OfForm(form, tag, way), out var lemma)) return lemma;
        if (upos == Upos.PROPN)
            return way != FormCase.Capital && _names.TryGetValue(LemmaKey.OfForm(form, NameTag, FormCase.Lower), out lemma) ? lemma : null;
        if (way != FormCase.Lower && _words.TryGetValue(LemmaKey.OfForm(form, tag, FormCase.Lower), out lemma)) return lemma;
        if (OtherTag(upos, xpos) is not { } other) return null;
        return _words.GetValueOrDefault(LemmaKey.OfForm(form, LemmaKey.OfTag(other.Upos, other.Xpos), FormCase.Lower));
    }

    /// <summary>The tag under which an irregular form is listed as well: past tense and past participle look after each other.</summary>
    private static (Upos Upos, string Xpos)? OtherTag(Upos upos, string xpos) => (upos, xpos) switch
    {
        (Upos.VERB, "VBD") => (Upos.VERB, "VBN"),
        (Upos.VERB, "VBN") => (Upos.VERB, "VBD"),
        (Upos.AUX, _) => (Upos.VERB, xpos),
        _ => null,
    };

    private string ByEnding(string form, Upos upos, ulong tag, FormCase way)
    {
        for (int length = Math.Min(LemmaKey.LongestEnding, form.Length); length >= 0; length--)
            if (_endings.TryGetValue(LemmaKey.OfEnding(form, length, tag, way), out var edit) && edit.Fits(form)) return edit.Apply(form);
        return upos == Upos.PROPN ? form : form.ToLowerInvariant();
    }
}
