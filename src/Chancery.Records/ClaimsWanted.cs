using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records;

/// <summary>Which claims a question wants: all conditions that are set must hold.</summary>
public sealed record ClaimsWanted
{
    public static readonly ClaimsWanted All = new();

    /// <summary>Claims between these two.</summary>
    public Dyad? Dyad { get; init; }

    /// <summary>The row of this number and no other.</summary>
    public long? Number { get; init; }

    /// <summary>Claims of this reading.</summary>
    public long? ReportRow { get; init; }

    /// <summary>What a person said: a full name or the last part of one, in any case. Statements only.</summary>
    public string? Person { get; init; }

    /// <summary>Recorded after this instant.</summary>
    public Instant? RecordedAfter { get; init; }

    /// <summary>Of pages whose first reading was recorded after this instant: a page read again is nothing new.</summary>
    public Instant? FirstRecordedAfter { get; init; }

    /// <summary>Said to happen on this day and no other. Changes and events only.</summary>
    public LocalDate? DescribedOn { get; init; }

    /// <summary>Published on this day or later.</summary>
    public LocalDate? PublishedFrom { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public LocalDate? PublishedTo { get; init; }

    public static ClaimsWanted Between(Dyad dyad) => new() { Dyad = dyad };
    public static ClaimsWanted OfReport(long row) => new() { ReportRow = row };
    public static ClaimsWanted Row(long number) => new() { Number = number };
    public static ClaimsWanted ByPerson(string name) => new() { Person = name };
    public static ClaimsWanted PublishedOn(LocalDate day) => new() { PublishedFrom = day, PublishedTo = day };
}
