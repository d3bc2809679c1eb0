using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Claims;

/// <summary>One reading of one report, as recorded. A page read again with another reader or other options is a further row.</summary>
/// <param name="Reader">Name, version and models of the reader.</param>
/// <param name="Options">What it was asked beyond the page (a stated date, layers), as one line; empty for nothing.</param>
/// <param name="Published">Without its doubts, which stand in the reading.</param>
public sealed record ReportRow(
    long Number, Instant Recorded, string ReportId, string PageHash, string Reader, string Options,
    string? Url, string? Outlet, string? Title, string Language, Published Published, ulong Likeness)
{
    public RowName Row => new(RowKind.Report, Number);
}

/// <summary>A recorded report with its text and its reading.</summary>
/// <param name="Reading">The reading as it was handed in: opaque bytes to the record.</param>
public sealed record KeptReport(ReportRow Report, string Text, ReadOnlyMemory<byte> Reading);

/// <summary>A reading to be recorded.</summary>
/// <param name="Kept">The reading as the desk wants it back for its report page, compressed; opaque to the record.</param>
public sealed record NewReading(AnnotatedReport Reading, string Reader, string Options, ReadOnlyMemory<byte> Kept);

/// <summary>What appending a reading did.</summary>
/// <param name="IsNew">False where the same reading of the same page stood in the record already: nothing was written.</param>
public readonly record struct Appended(long ReportRow, bool IsNew);

/// <summary>A place of a report that a search found.</summary>
/// <param name="Words">The words around it.</param>
public sealed record Found(ReportRow Report, string Words);
