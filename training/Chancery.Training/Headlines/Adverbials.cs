namespace Chancery.Training.Headlines;

/// <summary>When, where, why: what hangs on a verb beside those who act.</summary>
internal sealed class Adverbials(Chance chance, Lexis lexis, Names names, NounPhrases phrases)
{
    /// <summary>Hangs none to two on a verb, behind all else.</summary>
    public Branch Add(Branch verb, float share = 0.6f)
    {
        if (chance.Once(share)) One(verb);
        if (chance.Once(share / 3)) One(verb);
        return verb;
    }

    public void One(Branch verb) => chance.Weighed(
        (5, () => verb.After("obl", Date())), (5, () => verb.After("obl", Cause())), (3, () => verb.After("obl", Place())), (2, () => verb.After("obl:unmarked", Bare())),
        (1, () => verb.After("obl", Span())), (1, () => verb.After("advmod", Words.Adverb(chance.One(lexis.List("quick"))))));

    /// <summary>"On Monday, ": with its comma, to stand before all else.</summary>
    public (string Relation, Branch Branch) Fronted()
    {
        var branch = chance.Weighed((3, Date), (2, Cause), (2, Place), (2, After), (1, Bare));
        string relation = branch.HasCase ? "obl" : "obl:unmarked";
        return (relation, chance.Once(0.85f) ? branch.After("punct", Words.Comma) : branch);
    }

    /// <summary>"on Monday", "last week", between subject and verb.</summary>
    public void Between(Branch verb)
    {
        var (relation, branch) = chance.Once(0.65f) ? ("obl", Prepositional("on", Weekday())) : ("obl:unmarked", Bare());
        verb.Before(relation, branch);
    }

    public Branch Date() => chance.Weighed(
        (5, () => Prepositional("on", Weekday())), (3, () => Prepositional("in", Month())), (2, () => Prepositional("in", Year())), (2, () => Prepositional("on", Day())),
        (1, () => Prepositional(chance.One(["since", "until", "before", "by"]), chance.Once(0.5f) ? Year() : Month())));

    /// <summary>"since 2017", "in March", "last year" and the like, which say when of something that is past.</summary>
    public (string Relation, Branch Branch) Past() => chance.Weighed(
        (3, () => ("obl", Prepositional("in", Month()))), (3, () => ("obl", Prepositional("in", Year()))), (2, () => ("obl", Prepositional("on", Weekday()))), (2, () => ("obl:unmarked", Bare())),
        (2, () => ("obl", Cause())), (1, () => ("obl", Place())));

    public Branch Since() => Prepositional("since", chance.Once(0.7f) ? Year() : Month());

    public Branch Cause() => Prepositional(
        chance.One<string>(names.Terse ? ["over", "over", "amid", "after", "despite", "before", "in"] : ["over", "after", "despite", "amid", "because of", "during"]),
        phrases.Thing(chance.Once(0.15f) ? "pause" : "theme", 0.3f));

    public Branch Place() => chance.Once(0.6f)
        ? Prepositional("in", new Branch(Words.Name(chance.One(lexis.List("city")))))
        : Prepositional(chance.One(["at", "near"]), phrases.Article(phrases.Noun(chance.One(lexis.Nouns("site")), false)));

    private Branch After()
    {
        var pause = phrases.Thing("pause", 0);
        if (chance.Once(0.4f)) pause = Units().After("nmod", Prepositional("of", phrases.Thing("theme", 0)));
        return Prepositional("after", pause);
    }

    private Branch Span() => chance.Once(0.5f)
        ? Prepositional("for", Units())
        : Prepositional(chance.One(["until", "by"]), Weekday());

    private Branch Bare() => chance.Once(0.25f)
        ? Weekday()
        : Unit() is var noun && chance.Once(0.35f)
            ? noun.Before("det", new Word("this", "this", Reports.Upos.DET, "DT", "Number=Sing|PronType=Dem"))
            : noun.Before("amod", Words.Adjective(chance.One(["last", "last", "next"])));

    private Branch Unit()
    {
        string unit = chance.One(["week", "month", "year"]);
        return new Branch(Words.Noun(unit, unit, false));
    }

    private Branch Units()
    {
        string unit = chance.One(["year", "month", "day", "week"]);
        return phrases.Counted(new Branch(Words.Noun(unit + "s", unit, true)));
    }

    private Branch Weekday() => new(Words.Name(chance.One(lexis.List("weekday"))));

    private Branch Year() => new(Words.Number(chance.One(lexis.List("year"))));

    private Branch Month()
    {
        var month = Words.Name(chance.One(lexis.List("month")));
        return chance.Once(0.7f) ? new Branch(month) : Year().Before("compound", month);
    }

    private Branch Day()
    {
        var day = new Branch(Words.Number((1 + chance.Below(28)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var month = Words.Name(chance.One(lexis.List("month")));
        return chance.Once(0.5f) ? day.Before("nmod:unmarked", month) : day.After("nmod:unmarked", month);
    }

    private static Branch Prepositional(string preposition, Branch noun)
    {
        var words = preposition.Split(' ');
        var first = new Branch(words.Length == 1 ? Words.Preposition(words[0]) : new Word(words[0], words[0], Reports.Upos.ADP, "IN", "ExtPos=ADP"));
        if (words.Length > 1) first.After("fixed", Words.Preposition(words[1]));
        return noun.Before("case", first);
    }
}
