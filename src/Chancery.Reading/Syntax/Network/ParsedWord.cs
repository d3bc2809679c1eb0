using Chancery.Reports;

namespace Chancery.Reading.Syntax.Network;

/// <summary>What the network says of one word. <see cref="Head"/> is an index in the sentence, -1 for the root.</summary>
/// <param name="Features">CoNLL-U features, <c>_</c> for none.</param>
/// <param name="Relation">UD relation with subtype.</param>
public readonly record struct ParsedWord(Upos Upos, string Xpos, string Features, int Head, string Relation);
