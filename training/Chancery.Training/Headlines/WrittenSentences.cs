namespace Chancery.Training.Headlines;

/// <summary>Short sentences of running news: past tense, articles, dates between subject and verb, participles behind the nouns they tell of.</summary>
internal sealed class WrittenSentences(Chance chance, Lexis lexis, Names names, NounPhrases phrases, Adverbials adverbials, Clauses clauses)
{
    public Branch Make()
    {
        var clause = chance.Weighed(
            (10, () => Front(clauses.Active(Tense.Past))), (4, FullPassive), (5, Reduced), (4, Related), (3, () => clauses.Standing(chance.Once(0.6f) ? Tense.Present : Tense.Past)),
            (3, Reported), (3, Auxiliary), (2, () => Front(clauses.Twice(Tense.Past))), (1, () => Front(clauses.Willing(Tense.Past))),
            (2, () => clauses.Under(clauses.Active(Tense.Past, more: 0.2f), Tense.Past)), (1, () => Front(clauses.Active(Tense.Past, names.Pair()))),
            (1, () => Front(clauses.Intransitive(Tense.Past))), (1, () => clauses.Urging(Tense.Past)), (1, ObjectReduced));
        return clause.After("punct", Words.Stop);
    }

    private Branch Front(Branch clause)
    {
        if (!chance.Once(0.3f)) return clause;
        var (relation, branch) = adverbials.Fronted();
        return clause.Before(relation, branch);
    }

    private Branch FullPassive() => Front(clauses.Passive(
        chance.One([PassiveForm.Finite, PassiveForm.Finite, PassiveForm.Perfect, PassiveForm.Will]), chance.Once(0.85f) ? Tense.Past : Tense.Present));

    /// <summary>"The aid suspended in March was restored": the first participle belongs to the noun.</summary>
    private Branch Reduced()
    {
        var deed = clauses.DeedToThing();
        return Ending(deed.Object().After("acl", Participle(deed)));
    }

    /// <summary>"Peru restored the aid suspended in March".</summary>
    private Branch ObjectReduced()
    {
        Deed deed = clauses.Deed(), first = clauses.DeedToThing();
        var actor = phrases.Actor();
        return deed.Verb.Finite(Tense.Past, actor.IsPlural).Next("obj", first.Object().After("acl", Participle(first))).Before("nsubj", actor);
    }

    private Branch Participle(Deed deed)
    {
        var participle = deed.Passive(PassiveForm.Bare, Tense.Past, false);
        if (chance.Once(0.3f)) participle.After("obl:agent", phrases.Actor().Before("case", Words.Preposition("by")));
        else
        {
            var (relation, branch) = adverbials.Past();
            participle.After(relation, branch);
        }
        return participle;
    }

    /// <summary>"Flights that had been on hold since 2017 resumed"; "The deal, which was signed in May, ended".</summary>
    private Branch Related()
    {
        var deed = clauses.DeedToThing();
        var thing = deed.Object();
        bool commas = chance.Once(0.4f);
        var pronoun = Words.Relative(commas ? "which" : chance.One(["that", "which"]));
        var clause = chance.Weighed(
            (3, () => clauses.Standing().Before("cop", Words.Be(Tense.Past, thing.IsPlural, perfect: true)).Before("aux", Words.Have(chance.Once(0.7f) ? Tense.Past : Tense.Present, thing.IsPlural))
                .Before("nsubj", pronoun).After("obl", adverbials.Since())),
            (3, () => adverbials.Add(deed.Passive(chance.Once(0.5f) ? PassiveForm.Finite : PassiveForm.Perfect, Tense.Past, thing.IsPlural).Before("nsubj:pass", pronoun), 0.8f)),
            (2, () => ByActor(deed, pronoun)));
        if (commas) clause.Before("punct", Words.Comma).After("punct", Words.Comma);
        return Ending(thing.After("acl:relcl", clause));
    }

    private Branch ByActor(Deed deed, Word pronoun)
    {
        var actor = phrases.Actor();
        return adverbials.Add(deed.Verb.Finite(Tense.Past, actor.IsPlural).Before("nsubj", actor).Before("obj", pronoun), 0.5f);
    }

    /// <summary>What became of a thing that a participle or a relative clause has told of.</summary>
    private Branch Ending(Branch thing) => chance.Weighed(
        (3, () => clauses.Intransitive(Tense.Past, what: thing)),
        (3, () => adverbials.Add(clauses.Deed().Passive(chance.One([PassiveForm.Finite, PassiveForm.Will, PassiveForm.Perfect]), Tense.Past, thing.IsPlural).Before("nsubj:pass", thing))),
        (1, () => clauses.Active(Tense.Past, thing)),
        (1, () => clauses.Intransitive(Tense.Present, what: thing)));

    /// <summary>"The minister said the ban would be lifted"; "Flights will resume, Nairobi said".</summary>
    private Branch Reported()
    {
        var speaker = phrases.Actor();
        var verb = (chance.Once(0.6f) ? lexis.Verbs("say")[0] : chance.One(lexis.Verbs("say"))).Finite(Tense.Past, speaker.IsPlural).Before("nsubj", speaker);
        var content = chance.Weighed(
            (3, () => clauses.Active(Tense.Past, more: 0.3f)), (2, FullPassive), (2, Auxiliary), (1, () => clauses.Standing(Tense.Past)));
        if (chance.Once(0.35f)) return verb.Before("ccomp", content.After("punct", Words.Comma));
        if (chance.Once(0.4f)) content.Before("mark", Words.Conjunction("that"));
        if (chance.Once(0.2f)) verb.After("obl", adverbials.Date());
        return verb.After("ccomp", content);
    }

    /// <summary>"has frozen", "will freeze", "did not freeze".</summary>
    private Branch Auxiliary()
    {
        var actor = phrases.Actor();
        var verb = chance.Weighed(
            (3, () => clauses.Deed().Perfect(actor.IsPlural)),
            (3, () => clauses.Deed().Active(Tense.None, false).Before("aux", Words.Will(chance.One(["will", "would", "may", "could"])))),
            (1, () => clauses.Deed().Active(Tense.None, false).Before("advmod", Words.Not).Before("aux", Words.Will(chance.One(["will", "would", "could"])))));
        return Front(adverbials.Add(verb.Before("nsubj", actor)));
    }
}
