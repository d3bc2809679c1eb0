namespace Chancery.Training.Headlines;

/// <summary>Headlines: present tense, no articles, passives without "is", futures with a bare "to", speakers before a colon.</summary>
internal sealed class WrittenHeadlines(Chance chance, Lexis lexis, Names names, NounPhrases phrases, Adverbials adverbials, Clauses clauses)
{
    public Branch Make() => chance.Weighed(
        (14, Plain), (2, () => clauses.Under(clauses.Active(Tense.Present, more: 0), Tense.Present)), (4, Pair), (3, Spoken), (3, Reported), (2, Compounded), (1, Fragment));

    private Branch Plain() => chance.Weighed(
        (6, () => clauses.Active(Tense.Present)), (2, () => clauses.Active(Tense.Past)), (6, () => clauses.Passive(PassiveForm.Bare, Tense.Past)), (3, clauses.Future),
        (2, () => clauses.Passive(PassiveForm.ToBe, Tense.None)), (2, () => clauses.Intransitive(Tense.Present)), (2, () => clauses.Willing(Tense.Present)),
        (2, () => clauses.Twice(Tense.Present)), (1, () => clauses.Standing(Tense.Present)), (1, () => clauses.Urging(Tense.Present)));

    /// <summary>"Japan, Kenya sign port deal", "Tunis and Rome end dispute".</summary>
    private Branch Pair() => chance.Weighed(
        (5, () => clauses.Active(Tense.Present, names.Pair())), (1, () => clauses.Active(Tense.Past, names.Pair())),
        (1, () => adverbials.Add(clauses.Deed().Infinitive().Before("nsubj", names.Pair()))));

    /// <summary>"Minister: sanctions to stay".</summary>
    private Branch Spoken()
    {
        var speaker = phrases.Speaker();
        return speaker.After("parataxis", Content().Before("punct", Words.Colon));
    }

    /// <summary>"Minister says Chile to lift ban"; "Curbs eased, ministry says".</summary>
    private Branch Reported()
    {
        var speaker = phrases.Speaker();
        var verb = (chance.Once(0.7f) ? lexis.Verbs("say")[0] : chance.One(lexis.Verbs("say"))).Finite(Tense.Present, speaker.IsPlural).Before("nsubj", speaker);
        return chance.Once(0.55f) ? verb.After("ccomp", Content()) : verb.Before("ccomp", Content().After("punct", Words.Comma));
    }

    private Branch Content() => chance.Weighed(
        (2, () => clauses.Active(Tense.Present, more: 0.2f)), (3, () => clauses.Passive(PassiveForm.Bare, Tense.Past, 0.2f)), (3, clauses.Future),
        (1, () => clauses.Passive(PassiveForm.ToBe, Tense.None, 0.2f)), (1, () => clauses.Standing(Tense.Present)), (1, () => clauses.Active(Tense.Past, more: 0.2f)));

    /// <summary>What looks like a verb and is a plural: "Kenya flights resume", "Japan export curbs lifted", "Norway halts draw protest".</summary>
    private Branch Compounded()
    {
        var things = phrases.Compounded("measure");
        return chance.Weighed(
            (3, () => clauses.Intransitive(Tense.Present, what: things)), (2, () => clauses.Active(Tense.Present, things)),
            (3, () => adverbials.Add(clauses.Deed().Passive(PassiveForm.Bare, Tense.Past, things.IsPlural).Before("nsubj:pass", things), 0.9f)));
    }

    /// <summary>No verb at all: "New curbs on Japanese steel", "Fears over aid to Quito".</summary>
    private Branch Fragment() => phrases.Thing("measure", 1).After("nmod", adverbials.Cause());
}
