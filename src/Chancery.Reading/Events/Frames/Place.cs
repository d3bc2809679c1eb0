namespace Chancery.Reading.Events.Frames;

public enum RoleKind { Subject, Object, Recipient, Sides, Place, Possessor, Modifier, Infinitive, Clause, SubjectClause, NounClause, Preposition, Word }

/// <summary>
/// A place a predicate has for an argument, as the lexicons name it: <c>subj obj iobj sides place poss mod xcomp ccomp csubj acl</c>, or a
/// preposition. <see cref="RoleKind.Word"/> is any other word that must hang on the predicate ("hostage" in "took them hostage").
/// </summary>
/// <param name="Word">The preposition or word, lower case; null for the others.</param>
public readonly record struct Role(RoleKind Kind, string? Word = null)
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "to", "of", "for", "from", "by", "with", "against", "on", "upon", "in", "into", "at", "between", "among", "over", "toward", "towards", "about",
        "under", "near", "along", "after", "before", "as", "through", "that", "during", "amid", "within", "inside", "across", "outside",
    };

    public static Role Parse(string name) => name switch
    {
        "subj" => new(RoleKind.Subject),
        "obj" => new(RoleKind.Object),
        "iobj" => new(RoleKind.Recipient),
        "sides" => new(RoleKind.Sides),
        "place" => new(RoleKind.Place),
        "poss" => new(RoleKind.Possessor),
        "mod" => new(RoleKind.Modifier),
        "xcomp" => new(RoleKind.Infinitive),
        "ccomp" => new(RoleKind.Clause),
        "csubj" => new(RoleKind.SubjectClause),
        "acl" => new(RoleKind.NounClause),
        _ when Prepositions.Contains(name) => new(RoleKind.Preposition, name),
        _ => new(RoleKind.Word, name),
    };

    public static Role[] ParseList(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
}
