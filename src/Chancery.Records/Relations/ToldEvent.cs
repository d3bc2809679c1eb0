using Chancery.Records.Claims;
using Chancery.Records.Folding;
using NodaTime;

namespace Chancery.Records.Relations;

/// <summary>One event between two states as all claims that tell it tell it: ten reports of one summit are one of these.</summary>
/// <param name="Type">PLOVER type.</param>
/// <param name="Score">The mean of what its claims score it at, -10 … +10.</param>
/// <param name="Window">The narrowest that any claim gives; never without a first day.</param>
/// <param name="Claims">By the day they were known; never empty.</param>
public sealed record ToldEvent(string Type, string? Mode, double Score, DayWindow Window, IReadOnlyList<EventClaim> Claims)
{
    /// <summary>The month in which it began.</summary>
    public YearMonth Month => Window.First!.Value.ToYearMonth();

    public int IndependentSources => Copies.Count(Claims.Select(c => c.Source));
}
