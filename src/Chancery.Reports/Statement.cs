namespace Chancery.Reports;

/// <summary>direct: all of the content stands in quotation marks; indirect: none; mixed: some.</summary>
public enum StatementKind { Direct, Indirect, Mixed }

/// <summary>An attribution: somebody says, believes or claims something.</summary>
/// <param name="Id">s1, s2 … in text order.</param>
/// <param name="ActorId">The actor behind the source words, where known.</param>
/// <param name="Source">Empty where nobody is named.</param>
/// <param name="Content">In pieces where the source or cue stands inside it; never empty.</param>
/// <param name="Medium">tweet, letter, call, interview … where the words say so.</param>
/// <param name="Within">The id of the statement this one is told in; null for an outermost one.</param>
public sealed record Statement(
    string Id, string? ActorId, IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content,
    StatementKind Kind, string? Medium, string? Audience, string? Within);
