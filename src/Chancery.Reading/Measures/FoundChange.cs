using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>A claim with its parties, date and words, before the report as a whole is looked at.</summary>
/// <param name="Name">Null where a pronoun stands for the measure.</param>
/// <param name="ActorIsNamed">Whether grammar itself names the actor.</param>
/// <param name="Phrase">The measure's phrase in the text, null for a pronoun.</param>
internal sealed record FoundChange(
    Claim Claim, string? Name, List<string> Actors, List<string> Targets, DescribedTime Date, Span Evidence, string? StatementId, Span? Phrase, bool ActorIsNamed);
