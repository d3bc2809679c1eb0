using System.Globalization;
using Chancery.Reports;

namespace Chancery.Training.Headlines;

/// <summary>A word form with what a treebank says of it apart from its place in the tree.</summary>
internal sealed record Word(string Form, string Lemma, Upos Upos, string Xpos, string Features = "_")
{
    public bool IsPlural => Features.Contains("Number=Plur", StringComparison.Ordinal) || Features.Contains("Number=Ptan", StringComparison.Ordinal);
}

/// <summary>The tags of closed classes and of names and nouns, as UD English EWT gives them.</summary>
internal static class Words
{
    public static Word Noun(string form, string lemma, bool plural) =>
        new(form, lemma, Upos.NOUN, plural ? "NNS" : "NN", plural ? form == "troops" ? "Number=Ptan" : "Number=Plur" : "Number=Sing");

    public static Word Name(string form) => form.EndsWith('.')
        ? new(form, form, Upos.PROPN, "NNP", "Abbr=Yes|Number=Sing")
        : form.EndsWith("ates", StringComparison.Ordinal) || form is "Nations" or "Emirates" or "Islands" or "Netherlands" or "Philippines" or "Maldives" or "Bahamas"
            ? new(form, form, Upos.PROPN, "NNPS", "Number=Plur") : new(form, form, Upos.PROPN, "NNP", "Number=Sing");

    public static Word Adjective(string form) => new(form, form, Upos.ADJ, "JJ", "Degree=Pos");
    public static Word NameAdjective(string form) => new(form, form, Upos.ADJ, "NNP", "Degree=Pos");
    public static Word Preposition(string form) => new(form, form, Upos.ADP, "IN");
    public static Word Particle(string form) => new(form, form, Upos.ADP, "RP");
    public static Word Conjunction(string form) => new(form, form, Upos.SCONJ, "IN");
    public static Word And => new("and", "and", Upos.CCONJ, "CC");
    public static Word To => new("to", "to", Upos.PART, "TO");
    public static Word The => new("the", "the", Upos.DET, "DT", "Definite=Def|PronType=Art");
    public static Word Its => new("its", "its", Upos.PRON, "PRP$", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs");
    public static Word Adverb(string form) => new(form, form, Upos.ADV, "RB");
    public static Word Not => new("not", "not", Upos.PART, "RB", "Polarity=Neg");
    public static Word Will(string form) => new(form, form, Upos.AUX, "MD", "VerbForm=Fin");
    public static Word Comma => new(",", ",", Upos.PUNCT, ",");
    public static Word Colon => new(":", ":", Upos.PUNCT, ":");
    public static Word Stop => new(".", ".", Upos.PUNCT, ".");
    public static Word Hyphen => new("-", "-", Upos.PUNCT, "HYPH");
    public static Word Dollar => new("$", "$", Upos.SYM, "$");
    public static Word Possessive(bool afterS) => new(afterS ? "'" : "'s", "'s", Upos.PART, "POS");

    public static Word A(string next) =>
        new("aeiou".Contains(char.ToLower(next[0], CultureInfo.InvariantCulture), StringComparison.Ordinal) ? "an" : "a", "a", Upos.DET, "DT", "Definite=Ind|PronType=Art");

    public static Word Relative(string form) => new(form, form, Upos.PRON, form == "who" ? "WP" : "WDT", "PronType=Rel");

    public static Word Number(string form) =>
        new(form, form, Upos.NUM, "CD", char.IsAsciiDigit(form[0]) ? "NumForm=Digit|NumType=Card" : "NumForm=Word|NumType=Card");

    public static Word Be(Tense tense, bool plural, bool perfect = false) => perfect
        ? new("been", "be", Upos.AUX, "VBN", "Tense=Past|VerbForm=Part")
        : tense switch
        {
            Tense.Past => new(plural ? "were" : "was", "be", Upos.AUX, "VBD", VerbForms.Past(plural)),
            Tense.Present => new(plural ? "are" : "is", "be", Upos.AUX, plural ? "VBP" : "VBZ", VerbForms.Present(plural)),
            _ => new("be", "be", Upos.AUX, "VB", "VerbForm=Inf"),
        };

    public static Word Have(Tense tense, bool plural) => tense == Tense.Past
        ? new("had", "have", Upos.AUX, "VBD", VerbForms.Past(plural))
        : new(plural ? "have" : "has", "have", Upos.AUX, plural ? "VBP" : "VBZ", VerbForms.Present(plural));
}
