using NodaTime;

namespace Chancery.Records;

/// <summary>As of when a question is asked: what was public by a day, and what stood in the record by an instant. Both inclusive; null for all.</summary>
public sealed record AsOf(LocalDate? Known = null, Instant? Recorded = null)
{
    /// <summary>All that the record holds.</summary>
    public static readonly AsOf Now = new();
}
