using NodaTime;

namespace Chancery.Reports;

public enum DatePrecision { Year, Month, Day, Minute }

/// <summary>What a publication date rests on: the page's metadata, its visible text or address, a date stated with the input, or an inference.</summary>
public enum PublishedBasis { Metadata, Page, Stated, Inferred }

/// <summary>A reason not to believe the stated date, with the words it rests on. An inferred date carries its reasons here too.</summary>
public sealed record DateDoubt(string Reason, IReadOnlyList<Span> Evidence);

/// <summary>
/// When the report was made public. <see cref="Date"/> is null where no date is known (then precision is null too).
/// For month or year precision <see cref="Date"/> is the earliest day that fits.
/// </summary>
/// <param name="Time">Local time of day, only at <see cref="DatePrecision.Minute"/>.</param>
/// <param name="Stated">The date as it was given (file, option, JSON line, page), kept also where it is not believed. ISO text.</param>
public sealed record Published(
    LocalDate? Date, DatePrecision? Precision, PublishedBasis? Basis, string? Stated, IReadOnlyList<DateDoubt> Doubts, LocalTime? Time = null)
{
    public static readonly Published Unknown = new(null, null, null, null, []);

    /// <summary>ISO 8601 at its precision: 2020, 2020-01, 2020-01-03, 2020-01-03T18:30.</summary>
    public string? Value => Date is not { } d ? null : Precision switch
    {
        DatePrecision.Year => $"{d.Year:0000}",
        DatePrecision.Month => $"{d.Year:0000}-{d.Month:00}",
        DatePrecision.Minute when Time is { } t => $"{d.Year:0000}-{d.Month:00}-{d.Day:00}T{t.Hour:00}:{t.Minute:00}",
        _ => $"{d.Year:0000}-{d.Month:00}-{d.Day:00}",
    };
}
