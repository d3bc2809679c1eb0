namespace Chancery.Reading.Events.Frames;

public enum SlotKind { Subject, Object, Recipient, Sides, Place, Possessor, Modifier, Infinitive, Clause, SubjectClause, NounClause, Preposition, Word }

/// <summary>
/// A place a predicate has for an argument, as the lexicons name it: <c>subj obj iobj sides place poss mod xcomp ccomp csubj acl</c>, or a
/// preposition. <see cref="SlotKind.Word"/> is any other word that must hang on the predicate ("hostage" in "took them hostage").
/// </summary>
/// <param name="Word">The preposition or word, lower case; null for the others.</param>
public readonly record struct Slot(SlotKind Kind, string? Word = null)
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "to", "of", "for", "from", "by", "with", "against", "on", "upon", "in", "into", "at", "between", "among", "over", "toward", "towards", "about",
        "under", "near", "along", "after", "before", "as", "through", "that", "during", "amid", "within", "inside", "across", "outside",
    };

    public static Slot Parse(string name) => name switch
    {
        "subj" => new(SlotKind.Subject),
        "obj" => new(SlotKind.Object),
        "iobj" => new(SlotKind.Recipient),
        "sides" => new(SlotKind.Sides),
        "place" => new(SlotKind.Place),
        "poss" => new(SlotKind.Possessor),
        "mod" => new(SlotKind.Modifier),
        "xcomp" => new(SlotKind.Infinitive),
        "ccomp" => new(SlotKind.Clause),
        "csubj" => new(SlotKind.SubjectClause),
        "acl" => new(SlotKind.NounClause),
        _ when Prepositions.Contains(name) => new(SlotKind.Preposition, name),
        _ => new(SlotKind.Word, name),
    };

    public static Slot[] ParseList(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
}
