using System.Collections.Immutable;

namespace Chancery.Reports;

/// <summary>A word before it is tagged. The parts of one surface token ("do" + "n't") share no character.</summary>
/// <param name="Form">The word as written: the text under the span, or, in CoNLL-U input, the form given.</param>
/// <param name="ContinuesToken">True where the word is a further part of the surface token begun by the word before it.</param>
public readonly record struct UntaggedWord(Span Span, string Form, bool ContinuesToken);

/// <summary>A sentence and its words before they are tagged and parsed. Has at least one word.</summary>
public sealed record UntaggedSentence(Span Span, ImmutableArray<UntaggedWord> Words);
