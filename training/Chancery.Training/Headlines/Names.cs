namespace Chancery.Training.Headlines;

/// <summary>Phrases around the name of a state, a body of states or a person.</summary>
internal sealed class Names(Chance chance, Lexis lexis)
{
    /// <summary>Whether articles and first names are left out, as headlines do.</summary>
    public bool Terse { get; set; }

    /// <summary>A state, or its capital for its government, or a body of states.</summary>
    public Branch State() => chance.Weighed(
        (12, AnyState),
        (4, () => new Branch(Words.Name(Capital()))),
        (1, () => Article(new Branch(Words.Name(chance.One(lexis.List("body")))))),
        (2, () => Article(new Branch(Words.Name(chance.One(lexis.List("short-state")))))));

    /// <summary>A state by its name.</summary>
    public Branch AnyState() => Named(chance.One(lexis.States).Name);

    /// <summary>Two states that act together, joined by "and" or, in a headline, by a comma.</summary>
    public Branch Pair()
    {
        Branch first = State(), second = State();
        second = Terse && chance.Once(0.6f) ? second.Before("punct", Words.Comma) : second.Before("cc", Words.And);
        first.After("conj", second).IsPlural = true;
        return first;
    }

    /// <summary>"Ann Moreno", "Moreno".</summary>
    public Branch Person()
    {
        var surname = Words.Name(chance.One(lexis.List("surname")));
        return Terse && chance.Once(0.7f) ? new Branch(surname) : new Branch(Words.Name(chance.One(lexis.List("given")))).After("flat", surname);
    }

    /// <summary>"Prime Minister Ann Moreno", "Chilean Ambassador Ann Moreno".</summary>
    public Branch TitledPerson()
    {
        var title = new Branch(Words.Name(chance.One(lexis.List("title"))));
        if (title.Word.Form == "Minister") title.Before("amod", Words.NameAdjective(chance.One(["Prime", "Foreign"])));
        var person = new Branch(Words.Name(chance.One(lexis.List("given")))).After("flat", Words.Name(chance.One(lexis.List("surname"))));
        if (chance.Once(0.4f)) OfState(title);
        return person.Before("nmod:desc", title);
    }

    /// <summary>Says of which state a noun is by its adjective: "Slovak premier".</summary>
    public Branch OfState(Branch noun) => chance.One(lexis.States).Adjective is { } adjective ? noun.Before("amod", Words.Adjective(adjective)) : noun;

    private Branch Article(Branch name) => Terse ? name : name.Before("det", Words.The);

    private Branch Named(string name)
    {
        var parts = name.Split(' ');
        if (parts.Length == 1) return OneState(new Branch(Words.Name(name)));
        if (lexis.List("adjective-first").Contains(parts[0])) return OneState(new Branch(Words.Name(parts[1])).Before("amod", Words.NameAdjective(parts[0])));
        if (lexis.List("compound-first").Contains(parts[0])) return new Branch(Words.Name(parts[1])).Before("compound", Words.Name(parts[0]));
        return new Branch(Words.Name(parts[0])).After("flat", Words.Name(parts[1]));
    }

    /// <summary>"The Philippines lifts": plural in form, one state.</summary>
    private Branch OneState(Branch name)
    {
        bool hasPluralForm = name.IsPlural;
        name.IsPlural = false;
        return hasPluralForm ? Article(name) : name;
    }

    private string Capital()
    {
        while (true)
            if (chance.One(lexis.States).Capital is { } capital) return capital;
    }
}
