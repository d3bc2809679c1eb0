using Chancery.Reports;

namespace Chancery.Training.Headlines;

/// <summary>What a clause's verb says of time; <see cref="None"/> is the infinitive.</summary>
internal enum Tense { None, Present, Past }

/// <summary>A verb of the list with its forms, and the particle that belongs to it, if any.</summary>
/// <param name="Settled">A preposition and a noun that go with it: "put aid on hold".</param>
internal sealed record VerbForms(string Base, string PastForm, string ParticipleForm, string? Particle, (string Preposition, string Noun)? Settled)
{
    /// <summary>Reads "freeze/froze/frozen" or "expand", each perhaps with "+off" or "~on~hold" behind.</summary>
    public static VerbForms Parse(string item)
    {
        var settled = item.Split('~');
        var parts = settled[0].Split('+');
        var forms = parts[0].Split('/');
        string past = EndsInConsonantY(forms[0]) ? forms[0][..^1] + "ied" : forms[0].EndsWith('e') ? forms[0] + "d" : forms[0] + "ed";
        return new VerbForms(
            forms[0], forms.Length > 1 ? forms[1] : past, forms.Length > 1 ? forms[^1] : past, parts.Length > 1 ? parts[1] : null, settled.Length > 1 ? (settled[1], settled[2]) : null);
    }

    public static string Past(bool plural) => $"Mood=Ind|Number={(plural ? "Plur" : "Sing")}|Person=3|Tense=Past|VerbForm=Fin";
    public static string Present(bool plural) => $"Mood=Ind|Number={(plural ? "Plur" : "Sing")}|Person=3|Tense=Pres|VerbForm=Fin";

    public Branch Finite(Tense tense, bool plural) => Head(tense switch
    {
        Tense.Past => Word(PastForm, "VBD", Past(plural)),
        Tense.Present => Word(plural ? Base : ThirdPerson, plural ? "VBP" : "VBZ", Present(plural)),
        _ => Word(Base, "VB", "VerbForm=Inf"),
    });

    /// <summary>The participle of a passive ("frozen", "been frozen") or of a perfect ("has frozen").</summary>
    public Branch Participle(bool passive) =>
        Head(Word(ParticipleForm, "VBN", passive ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part"));

    private string ThirdPerson =>
        EndsInConsonantY(Base) ? Base[..^1] + "ies"
        : Base[^1] is 's' or 'x' or 'z' || Base.EndsWith("ch", StringComparison.Ordinal) || Base.EndsWith("sh", StringComparison.Ordinal) ? Base + "es"
        : Base + "s";

    private static bool EndsInConsonantY(string word) => word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'o' or 'u');

    private Word Word(string form, string tag, string features) => new(form, Base, Upos.VERB, tag, features);

    private Branch Head(Word word)
    {
        var head = new Branch(word);
        if (Particle is not null) head.After("compound:prt", Words.Particle(Particle));
        if (Settled is var (preposition, noun)) head.After("obl", new Branch(Words.Noun(noun, noun, false)).Before("case", Words.Preposition(preposition)));
        return head;
    }
}
