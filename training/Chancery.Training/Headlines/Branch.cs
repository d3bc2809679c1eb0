using Chancery.Reading.Syntax.Conllu;

namespace Chancery.Training.Headlines;

/// <summary>A word with the branches that hang on it, in their order: a phrase, a clause, in the end a sentence.</summary>
internal sealed class Branch(Word word)
{
    private readonly List<(string Relation, Branch Branch)> _before = [], _after = [];

    public Word Word => word;

    /// <summary>Of a noun or of names joined by "and": how its verb agrees.</summary>
    public bool IsPlural { get; set; } = word.IsPlural;

    public bool HasCase => _before.Exists(b => b.Relation == "case");
    public string FirstForm => _before.Count > 0 ? _before[0].Branch.FirstForm : word.Form;
    public string LastForm => _after.Count > 0 ? _after[^1].Branch.LastForm : word.Form;

    /// <summary>Hangs a branch on, left of all that hangs there.</summary>
    public Branch Before(string relation, Branch branch)
    {
        _before.Insert(0, (relation, branch));
        return this;
    }

    public Branch Before(string relation, Word leaf) => Before(relation, new Branch(leaf));

    /// <summary>Hangs a branch on, right of all that hangs there.</summary>
    public Branch After(string relation, Branch branch)
    {
        _after.Add((relation, branch));
        return this;
    }

    public Branch After(string relation, Word leaf) => After(relation, new Branch(leaf));

    /// <summary>Hangs a branch on, right of the head and left of all else there: an object before the adverbials.</summary>
    public Branch Next(string relation, Branch branch)
    {
        int particles = _after.TakeWhile(b => b.Relation == "compound:prt").Count();
        _after.Insert(particles, (relation, branch));
        return this;
    }

    /// <summary>The rows of a treebank. The first word begins with a capital.</summary>
    public ConlluSentence ToSentence(Func<string, string>? spelling = null)
    {
        var order = new List<(Word Word, Branch Head, string Relation)>();
        Collect(order, this, "root");
        var places = new Dictionary<Branch, int>(ReferenceEqualityComparer.Instance);
        Place(places);
        var rows = order.Select((row, i) => new ConlluWord(
            Spell(row.Word.Form, i, spelling), row.Word.Lemma, row.Word.Upos.ToString(), row.Word.Xpos, row.Word.Features,
            row.Relation == "root" ? -1 : places[row.Head], row.Relation, false, SpaceAfter(order, i))).ToArray();
        return new ConlluSentence(string.Concat(rows.Select(r => r.SpaceAfter ? r.Form + " " : r.Form)).TrimEnd(), false, null, rows);
    }

    private static string Spell(string form, int place, Func<string, string>? spelling)
    {
        string spelt = spelling is null ? form : spelling(form);
        return place == 0 ? char.ToUpperInvariant(spelt[0]) + spelt[1..] : spelt;
    }

    private static bool SpaceAfter(List<(Word Word, Branch, string)> order, int place) =>
        order[place].Word.Form is not ("$" or "-" or "“")
        && (place + 1 == order.Count || order[place + 1].Word is not ({ Xpos: "POS" or "," or "." or "HYPH" } or { Form: ":" or "”" }));

    private void Collect(List<(Word, Branch, string)> order, Branch head, string relation)
    {
        foreach (var (name, branch) in _before) branch.Collect(order, this, name);
        order.Add((word, head, relation));
        foreach (var (name, branch) in _after) branch.Collect(order, this, name);
    }

    private void Place(Dictionary<Branch, int> places)
    {
        foreach (var (_, branch) in _before) branch.Place(places);
        places[this] = places.Count;
        foreach (var (_, branch) in _after) branch.Place(places);
    }
}
