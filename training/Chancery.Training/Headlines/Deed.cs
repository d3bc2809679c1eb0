namespace Chancery.Training.Headlines;

/// <summary>Something done to something: a verb, and how its object is made. Told in many turns, it keeps them apart.</summary>
internal sealed record Deed(VerbForms Verb, Func<Branch> Object, string Group)
{
    private static readonly (string Verbs, string Things, int Weight)[] Kinds =
    [
        ("measure", "measure", 14), ("treaty", "treaty", 5), ("person", "person", 5), ("force", "force", 4), ("site", "site", 4), ("state", "state", 2),
    ];

    public static Deed Choose(Chance chance, Lexis lexis, Names names, NounPhrases phrases)
    {
        int at = chance.Below(Kinds.Sum(k => k.Weight));
        var kind = Kinds.First(k => (at -= k.Weight) < 0);
        Func<Branch> make = kind.Things switch
        {
            "state" => names.State,
            "measure" when chance.Once(0.06f) => phrases.Money,
            _ => () => phrases.Thing(kind.Things),
        };
        return new Deed(chance.One(lexis.Verbs(kind.Verbs)), make, kind.Things);
    }

    /// <summary>The verb with its object, nobody doing it yet.</summary>
    public Branch Active(Tense tense, bool plural) => Verb.Finite(tense, plural).Next("obj", Object());

    /// <summary>"has frozen aid".</summary>
    public Branch Perfect(bool plural) => Verb.Participle(passive: false).Next("obj", Object()).Before("aux", Words.Have(Tense.Present, plural));

    /// <summary>"to freeze aid".</summary>
    public Branch Infinitive() => Verb.Finite(Tense.None, false).Next("obj", Object()).Before("mark", Words.To);

    /// <summary>"frozen", "was frozen", "has been frozen", "will be frozen", "to be frozen", without a subject.</summary>
    public Branch Passive(PassiveForm form, Tense tense, bool plural)
    {
        var verb = Verb.Participle(passive: true);
        return form switch
        {
            PassiveForm.Bare => verb,
            PassiveForm.Finite => verb.Before("aux:pass", Words.Be(tense, plural)),
            PassiveForm.Perfect => verb.Before("aux:pass", Words.Be(tense, plural, perfect: true)).Before("aux", Words.Have(tense, plural)),
            PassiveForm.Will => verb.Before("aux:pass", Words.Be(Tense.None, plural)).Before("aux", Words.Will("will")),
            _ => verb.Before("aux:pass", Words.Be(Tense.None, plural)).Before("mark", Words.To),
        };
    }
}

internal enum PassiveForm { Bare, Finite, Perfect, Will, ToBe }
