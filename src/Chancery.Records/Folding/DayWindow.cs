using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records.Folding;

/// <summary>The days on one of which something happened, both included. <see cref="First"/> is null where only "by then" is known.</summary>
public readonly record struct DayWindow(LocalDate? First, LocalDate Last) : IComparable<DayWindow>
{
    /// <summary>Of a claim. What has no end of its own had happened by the day the report was public.</summary>
    public static DayWindow Of(ChangeClaim claim) => Of(claim.Date, claim.Source.Known);

    /// <param name="known">The day the report was public.</param>
    public static DayWindow Of(Reports.DescribedTime date, LocalDate known)
    {
        var first = date.From;
        var last = date.To?.PlusDays(-1) ?? (first is { } f && f > known ? f : known);
        return new DayWindow(first > last ? last : first, last);
    }

    /// <summary>Days from first to last; a window without a first day is wider than any other.</summary>
    public int Width => First is { } first ? Period.DaysBetween(first, Last) : int.MaxValue;

    public bool Overlaps(DayWindow other) => (First is not { } a || a <= other.Last) && (other.First is not { } b || b <= Last);

    /// <summary>Whether at most so many days lie from one to the other.</summary>
    public bool IsWithin(int days, DayWindow other) => (First is not { } a || a <= other.Last.PlusDays(days)) && (other.First is not { } b || b <= Last.PlusDays(days));

    /// <summary>From the last day of the earlier to the first of the later, of two that do not overlap.</summary>
    public DayWindow Gap(DayWindow other) => Last < other.Last ? new DayWindow(Last, other.First!.Value) : new DayWindow(other.Last, First!.Value);

    /// <summary>Whether it may have begun by the end of a day.</summary>
    public bool MayHaveCome(LocalDate day) => First is not { } first || first <= day;

    /// <summary>Whether it had surely happened by the end of a day.</summary>
    public bool HasCome(LocalDate day) => Last <= day;

    /// <summary>By first day (where none is known, by the last), then by last.</summary>
    public int CompareTo(DayWindow other)
    {
        int byFirst = (First ?? Last).CompareTo(other.First ?? other.Last);
        return byFirst != 0 ? byFirst : Last.CompareTo(other.Last);
    }
}
