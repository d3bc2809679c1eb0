using Chancery.Reports;

namespace Chancery.Reading.Syntax;

/// <summary>What a syntax model says of one word. <see cref="Head"/> is an index in the sentence, -1 for the root.</summary>
public readonly record struct WordAnalysis(Upos Upos, string Xpos, string Features, int Head, string Relation);
