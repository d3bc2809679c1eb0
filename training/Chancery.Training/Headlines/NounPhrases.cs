using Chancery.Reports;

namespace Chancery.Training.Headlines;

/// <summary>Phrases around a noun, with articles in running sentences and without in headlines.</summary>
internal sealed class NounPhrases(Chance chance, Lexis lexis, Names names)
{
    /// <summary>Who acts: a state, an office of one, a person.</summary>
    public Branch Actor() => chance.Weighed((9, names.State), (5, Office), (2, names.Person), (1, names.TitledPerson));

    /// <summary>Who says something in a headline.</summary>
    public Branch Speaker() => chance.Weighed((3, Office), (2, names.State), (2, names.Person));

    /// <summary>An office by itself or with its state: "Slovak premier", "Egypt's parliament", "the army".</summary>
    public Branch Office()
    {
        var noun = Noun(chance.One(lexis.Nouns("office")), plural: chance.Once(0.4f));
        return chance.Weighed(
            (4, () => Article(names.OfState(noun))), (3, () => Owned(noun)), (3, () => Article(noun)), (names.Terse ? 2 : 0, () => noun.Before("compound", names.State())));
    }

    /// <summary>A noun of a group with what may belong to it.</summary>
    public Branch Thing(string group, float detail = 0.6f)
    {
        var forms = chance.One(lexis.Nouns(group));
        var noun = Noun(forms, chance.Once(0.6f));
        if (noun.IsPlural && chance.Once(group is "person" or "force" ? 0.45f : 0.06f)) return Concern(Counted(noun), forms, detail / 2);
        bool owned = chance.Once(names.Terse ? 0.07f : 0.15f);
        if (!owned && chance.Once(0.18f)) names.OfState(noun);
        return Concern(owned ? Owned(noun) : chance.Once(0.12f) ? noun.Before("nmod:poss", Words.Its) : Article(noun), forms, detail);
    }

    /// <summary>A measure bearing the name of the state it belongs to or hits: "Kenya flights", "Japan export curbs".</summary>
    public Branch Compounded(string group)
    {
        var noun = Noun(chance.One(lexis.Nouns(group)), plural: chance.Once(0.85f));
        return noun.Before("compound", names.State());
    }

    /// <summary>"8,000 troops", "at least 20 prisoners", "two diplomats".</summary>
    public Branch Counted(Branch noun)
    {
        var number = new Branch(Words.Number(chance.One(lexis.List(chance.Once(0.5f) ? "number" : "digits"))));
        if (chance.Once(0.12f)) number.Before("nmod", new Branch(new Word("least", "least", Upos.ADJ, "JJS", "Degree=Sup")).Before("case", Words.Preposition("at")));
        else if (chance.Once(0.12f)) number.Before("advmod", Words.Adverb(chance.One(["nearly", "about", "almost"])));
        return noun.Before("nummod", number);
    }

    /// <summary>"$300 million", perhaps "in aid".</summary>
    public Branch Money()
    {
        var million = new Branch(Words.Number(chance.One(["million", "billion"]))).Before("compound", Words.Number(chance.One(lexis.List("digits"))));
        var money = new Branch(Words.Dollar).After("nummod", million);
        return chance.Once(0.5f) ? money.After("nmod", Thing("measure", 0.3f).Before("case", Words.Preposition("in"))) : money;
    }

    public Branch Noun(NounForms forms, bool plural)
    {
        plural = forms.Singular is null || plural && forms.Plural is not null;
        var noun = new Branch(Words.Noun(plural ? forms.Plural! : forms.Singular!, forms.Singular ?? forms.Plural!.TrimEnd('s'), plural));
        if (forms.Modifiers.Length > 0 && chance.Once(0.45f)) Modify(noun, chance.One(forms.Modifiers));
        return noun;
    }

    public Branch Article(Branch noun)
    {
        if (names.Terse) return noun;
        if (noun.IsPlural) return chance.Once(0.5f) ? noun : noun.Before("det", Words.The);
        return noun.Before("det", chance.Once(0.6f) ? Words.The : Words.A(noun.FirstForm));
    }

    private Branch Owned(Branch noun)
    {
        var owner = names.AnyState();
        return noun.Before("nmod:poss", owner.After("case", Words.Possessive(owner.LastForm.EndsWith('s') && chance.Once(0.5f))));
    }

    private void Modify(Branch noun, string modifier)
    {
        var parts = modifier.Split('/');
        if (parts.Length == 1) noun.Before("compound", Hyphened(parts[0]));
        else if (parts[1] == "JJ") noun.Before("amod", Words.Adjective(parts[0]));
        else if (parts[1] == "NNP") noun.Before("compound", Words.Name(parts[0]));
        else noun.Before("amod", new Word(parts[0], parts[0], Upos.VERB, parts[1], parts[1] == "VBN" ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Pres|VerbForm=Part"));
    }

    /// <summary>"food", "two-week".</summary>
    private Branch Hyphened(string modifier)
    {
        var parts = modifier.Split('-');
        if (parts.Length == 1) return new Branch(Words.Noun(modifier, modifier, false));
        bool counts = lexis.List("number").Contains(parts[0]);
        var first = new Branch(counts ? Words.Number(parts[0]) : Words.Noun(parts[0], parts[0], false)).After("punct", Words.Hyphen);
        return new Branch(Words.Noun(parts[1], parts[1], false)).Before(counts ? "nummod" : "compound", first);
    }

    private Branch Concern(Branch noun, NounForms forms, float share)
    {
        if (forms.Prepositions.Length == 0 || !chance.Once(share)) return noun;
        var concerned = forms.Concerns == "state" ? names.State() : forms.Concerns == "goods" ? Goods() : Thing(forms.Concerns, 0.2f);
        return noun.After("nmod", concerned.Before("case", Words.Preposition(chance.One(forms.Prepositions))));
    }

    /// <summary>"Peruvian fish", "foreign banks".</summary>
    private Branch Goods()
    {
        var noun = Noun(chance.One(lexis.Nouns("goods")), plural: true);
        return chance.Once(0.6f) ? names.OfState(noun) : noun;
    }
}
