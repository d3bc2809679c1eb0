namespace Chancery.Reports;

public enum ActorKind { State, Body, Person, Group }

/// <summary>One naming of an actor. A pronoun or a common noun ("the ministry") is a mention too.</summary>
/// <param name="Head">The word that heads the mention: an offset into the text, inside <see cref="Span"/>.</param>
public readonly record struct Mention(Span Span, int Head);

/// <summary>A state, body, person or group, with all its mentions in the report.</summary>
/// <param name="Id">a1, a2 … in order of first mention.</param>
/// <param name="Code">ISO 3166-1 alpha-3 for states and those who belong to one, the organisation's own code (UNO, NAT …), or null.</param>
/// <param name="Sector">PLOVER sector: GOV MIL REB OPP …; null for a state as such.</param>
/// <param name="Role">A person's role as the report's words give it: "acting Assistant Secretary of State".</param>
/// <param name="Mentions">In text order; never empty.</param>
public sealed record Actor(
    string Id, string Name, ActorKind Kind, string? Code, string? Sector, string? Role, IReadOnlyList<Mention> Mentions);
