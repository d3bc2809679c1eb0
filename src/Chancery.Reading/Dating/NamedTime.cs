using Chancery.Reading.Times;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>A naming of time that dating can reason about: words of a sentence, and what they say.</summary>
/// <param name="First">The first word, an index into <see cref="TextWords"/>.</param>
/// <param name="Last">The last word, included.</param>
internal abstract record NamedTime(int First, int Last)
{
    /// <summary>A day, month or year told in full: "3 May 2014", "May 2014", "2014". Half-open.</summary>
    public sealed record Calendar(int First, int Last, LocalDate From, LocalDate To) : NamedTime(First, Last)
    {
        public bool IsDay => From.PlusDays(1) == To;
        public bool IsMonth => From.PlusMonths(1) == To;
    }

    /// <summary>A day without its year: "3 May", "Sunday, May 3".</summary>
    public sealed record MonthDay(int First, int Last, int Month, int Day, IsoDayOfWeek Weekday) : NamedTime(First, Last);

    /// <summary>"on Friday", "late Friday evening".</summary>
    /// <param name="Night">Told of the evening or night: most reports of it are of the next day.</param>
    /// <param name="OtherWeek">"Last Friday", "next Friday": not simply the nearest.</param>
    public sealed record OnWeekday(int First, int Last, IsoDayOfWeek Day, bool Night, bool OtherWeek) : NamedTime(First, Last);

    /// <summary>"today" (0), "yesterday" (-1), "last year", "this month", "next week", as a number of units from the day of the report.</summary>
    public sealed record Relative(int First, int Last, TimeUnit Unit, int Offset) : NamedTime(First, Last);

    /// <summary>"three years ago".</summary>
    public sealed record Ago(int First, int Last, Length Length) : NamedTime(First, Last);

    /// <summary>"more than a year after", "two weeks since".</summary>
    public sealed record After(int First, int Last, Length Length) : NamedTime(First, Last);

    /// <summary>"the 20th anniversary".</summary>
    public sealed record Anniversary(int First, int Last, int Years) : NamedTime(First, Last);
}

internal enum Bend { Exact, MoreThan, LessThan, About }

/// <summary>A length of time: "more than two years".</summary>
internal readonly record struct Length(double Count, TimeUnit Unit, Bend Bend)
{
    /// <summary>Days in a unit; 0 for the units that dating does not reason about.</summary>
    public static int DaysIn(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1, TimeUnit.Week => 7, TimeUnit.Fortnight => 14, TimeUnit.Month => 30, TimeUnit.Year => 365, TimeUnit.Decade => 3652, _ => 0,
    };

    /// <summary>
    /// The days on which so much time may be said to have passed since a day, generously: "two years after" is said
    /// up to half a year too early, and until the third year is nearly full.
    /// </summary>
    public (LocalDate From, LocalDate To) Since(LocalDate from, LocalDate to)
    {
        var (low, high) = Bend switch
        {
            Bend.MoreThan => (1.0, Unit == TimeUnit.Year && Count <= 2 ? 2.0 : 1.6),
            Bend.LessThan => (0.5, 1.0),
            Bend.About => (0.7, 1.3),
            _ => (Count <= 1 ? 0.75 : 0.85, Count <= 1 ? 1.95 : 1.0 + 1.0 / Count),
        };
        double days = Count * DaysIn(Unit);
        // "more than two years" is said when they are full; the other lengths are rounded
        var first = Bend == Bend.MoreThan ? Full(from) : from.PlusDays((int)(days * low) - Slack);
        return (first < from ? from : first, to.PlusDays((int)(days * high) + Slack));
    }

    /// <summary>The day on which so much time has just passed: a rounded length most likely means it, if any day.</summary>
    public LocalDate Full(LocalDate from) => Unit switch
    {
        TimeUnit.Year when Count == Math.Floor(Count) => from.PlusYears((int)Count),
        TimeUnit.Month when Count == Math.Floor(Count) => from.PlusMonths((int)Count),
        _ => from.PlusDays((int)(Count * DaysIn(Unit))),
    };

    private int Slack => Unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week or TimeUnit.Fortnight => 3,
        TimeUnit.Month => 15,
        _ => Bend is Bend.MoreThan or Bend.LessThan ? 3 : 30,
    };
}
