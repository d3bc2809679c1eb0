namespace Chancery.Training.Headlines;

/// <summary>Clauses that headlines and sentences share: each a verb (or what stands for it) with all that hangs on it, without its stop.</summary>
internal sealed class Clauses(Chance chance, Lexis lexis, Names names, NounPhrases phrases, Adverbials adverbials)
{
    public Deed Deed() => Headlines.Deed.Choose(chance, lexis, names, phrases);

    /// <summary>A deed whose object is a thing or a person and no state, so that more may be told of it.</summary>
    public Deed DeedToThing()
    {
        while (true)
            if (Deed() is { Group: not "state" } deed) return deed;
    }

    /// <summary>"Kenya resumes flights", "Kenya on Monday resumed flights to Somalia after a pause".</summary>
    public Branch Active(Tense tense, Branch? by = null, float more = 0.6f)
    {
        var actor = by ?? phrases.Actor();
        var verb = Deed().Active(tense, actor.IsPlural);
        if (chance.Once(more * 0.3f)) adverbials.Between(verb);
        else if (chance.Once(0.05f)) verb.Before("advmod", Words.Adverb(chance.One(lexis.List("quick"))));
        return Said(verb, actor, more);
    }

    /// <summary>"Aid to Malawi frozen over graft", "Flights were resumed by Kenya".</summary>
    public Branch Passive(PassiveForm form, Tense tense, float more = 0.6f)
    {
        var deed = Deed();
        var thing = deed.Object();
        var verb = deed.Passive(form, tense, thing.IsPlural).Before("nsubj:pass", thing);
        if (chance.Once(0.12f)) verb.After("obl:agent", phrases.Actor().Before("case", Words.Preposition("by")));
        return adverbials.Add(verb, form == PassiveForm.Bare ? Math.Max(more, 0.85f) : more);
    }

    /// <summary>"Chile to lift ban", "Aid to resume".</summary>
    public Branch Future() => chance.Once(0.8f)
        ? Said(Deed().Infinitive(), phrases.Actor(), 0.6f)
        : Intransitive(Tense.None, verb => verb.Before("mark", Words.To));

    /// <summary>"Talks resume in Geneva".</summary>
    public Branch Intransitive(Tense tense, Func<Branch, Branch>? alter = null, Branch? what = null)
    {
        bool persons = what is null && chance.Once(0.3f);
        var who = what ?? (persons ? chance.Once(0.5f) ? phrases.Thing("person") : phrases.Office() : phrases.Thing("measure"));
        var verb = chance.One(lexis.Verbs(persons ? "persons-do" : "intransitive")).Finite(tense, who.IsPlural);
        return Said(alter is null ? verb : alter(verb), who, 0.7f);
    }

    /// <summary>"Uganda plans to pull out troops".</summary>
    public Branch Willing(Tense tense)
    {
        var actor = phrases.Actor();
        var verb = chance.One(lexis.Verbs("will")).Finite(tense, actor.IsPlural);
        return Said(verb.After("xcomp", adverbials.Add(Deed().Infinitive(), 0.4f)), actor, 0);
    }

    /// <summary>"The curbs remain in place", "the ban is still in force", "aid remains suspended".</summary>
    public Branch Standing(Tense tense)
    {
        var thing = phrases.Thing("measure");
        return chance.Weighed((2, () => Remain(thing, tense)), (3, () => Stand(thing, tense)), (2, () => RemainDone(thing, tense)));
    }

    /// <summary>"Germany backs Moldova, warns Minsk"; "shut its embassy and called back its staff".</summary>
    public Branch Twice(Tense tense)
    {
        var actor = phrases.Actor();
        bool plural = actor.IsPlural;
        var second = adverbials.Add(Deed().Active(tense, plural), 0.4f);
        var first = Deed().Active(tense, plural);
        if (chance.Once(0.2f)) adverbials.One(first);
        second = names.Terse && chance.Once(0.6f) ? second.Before("punct", Words.Comma) : second.Before("cc", Words.And);
        return first.After("conj", second).Before("nsubj", actor);
    }

    /// <summary>A clause below another: "after Peru froze aid", "as talks stall".</summary>
    public Branch Under(Branch main, Tense tense)
    {
        var clause = chance.Weighed((3, () => Active(tense, more: 0.3f)), (2, () => Intransitive(tense)), (names.Terse ? 1 : 0, () => Passive(PassiveForm.Bare, tense, 0.3f)));
        return main.After("advcl", clause.Before("mark", Words.Conjunction(chance.One(["after", "as", "because", "until", "while", "unless"]))));
    }

    /// <summary>"Kenya urges Peru to lift ban", "thanks Peru over flood".</summary>
    public Branch Urging(Tense tense)
    {
        var actor = phrases.Actor();
        var verb = chance.One(lexis.Verbs("state")).Finite(tense, actor.IsPlural).After("obj", names.State());
        if (chance.Once(0.5f)) verb.After("obl", phrases.Thing("theme", 0.3f).Before("case", Words.Preposition(chance.One(["over", "on", "after"]))));
        else verb.After(verb.Word.Lemma is "urge" or "press" or "ask" ? "xcomp" : "advcl", Deed().Infinitive());
        return Said(verb, actor, 0.2f);
    }

    private Branch Said(Branch verb, Branch actor, float more) => adverbials.Add(verb.Before("nsubj", actor), more);

    private Branch Remain(Branch thing, Tense tense)
    {
        var place = new Branch(Words.Noun(chance.One(["place", "force", "effect"]), "place", false)).Before("case", Words.Preposition("in"));
        return Said(chance.One(RemainOrStay).Finite(tense, thing.IsPlural).After("obl", place), thing, 0.3f);
    }

    private Branch RemainDone(Branch thing, Tense tense) =>
        Said(RemainOrStay[0].Finite(tense, thing.IsPlural).After("xcomp", Deed().Verb.Participle(passive: true)), thing, 0.3f);

    private static readonly VerbForms[] RemainOrStay = [VerbForms.Parse("remain"), VerbForms.Parse("stay")];

    private Branch Stand(Branch thing, Tense tense)
    {
        var state = Standing();
        if (chance.Once(0.4f)) state.Before("advmod", Words.Adverb(chance.One(lexis.List("still"))));
        return Said(state.Before("cop", Words.Be(tense, thing.IsPlural)), thing, 0.3f);
    }

    /// <summary>"in force", "on hold", as what is said of something.</summary>
    public Branch Standing()
    {
        var (preposition, noun) = chance.One<(string, string)>([("in", "force"), ("in", "place"), ("in", "effect"), ("on", "hold"), ("under", "review"), ("at", "risk"), ("in", "doubt")]);
        return new Branch(Words.Noun(noun, noun, false)).Before("case", Words.Preposition(preposition));
    }
}
