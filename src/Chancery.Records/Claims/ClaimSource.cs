using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Claims;

/// <summary>The reading a claim stands in: as much of it as a question needs.</summary>
/// <param name="ReportRow">Number of the reading's row.</param>
/// <param name="ReportId">The report's own id.</param>
/// <param name="Published">The day it was made public (the earliest that fits, inferred where the stated day was refused); null where undated.</param>
/// <param name="Likeness">Similarity hash of the text: a few bits apart is the same text, printed again.</param>
public sealed record ClaimSource(long ReportRow, string ReportId, string? Outlet, LocalDate? Published, Instant Recorded, ulong Likeness)
{
    /// <summary>The day from which the claim was known. An undated report counts from the day it was recorded (UTC).</summary>
    public LocalDate Known => Published ?? Recorded.InUtc().Date;

    /// <summary>What to name as the source: the outlet where known, else the report.</summary>
    public string Name => Outlet ?? ReportId;

    internal const int BitsApart = 3;

    /// <summary>Whether both print the same text.</summary>
    public bool IsCopyOf(ClaimSource other) =>
        System.Numerics.BitOperations.PopCount(Likeness ^ other.Likeness) <= BitsApart;
}

/// <summary>Who is said to have said it.</summary>
/// <param name="Code">The state or organisation the speaker belongs to.</param>
public sealed record Speaker(string Name, string? Role, string? Code, string? Sector);
