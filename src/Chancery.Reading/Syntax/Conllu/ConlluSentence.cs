namespace Chancery.Reading.Syntax.Conllu;

/// <summary>One word row of CoNLL-U. Its columns are kept as written; <c>_</c> stands for none.</summary>
/// <param name="Head">Index of the head in the sentence, -1 for the root and where no head is given.</param>
/// <param name="ContinuesToken">True for the second and further words of a multiword token.</param>
/// <param name="SpaceAfter">Whether white space follows; false inside a multiword token.</param>
public readonly record struct ConlluWord(
    string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation, bool ContinuesToken, bool SpaceAfter);

/// <summary>One sentence of CoNLL-U, without its empty nodes.</summary>
/// <param name="Text">The comment <c># text =</c>, or null.</param>
/// <param name="BeginsParagraph">True after <c># newpar</c> and <c># newdoc</c>.</param>
/// <param name="BeginsDocument">The id after <c># newdoc id =</c>, empty where it has none, null where no document begins.</param>
public sealed record ConlluSentence(
    string? Text, bool BeginsParagraph, string? BeginsDocument, IReadOnlyList<ConlluWord> Words);
