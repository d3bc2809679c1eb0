namespace Chancery.Reading.Times;

/// <summary>What a word can be in an expression of time. The names stand in names.tsv and, with a capital, in patterns.tsv.</summary>
internal enum WordClass : byte
{
    None,
    // by their shape
    Cardinal, Ordinal, Day, Year, ShortYear, Decade, Fraction, Clock, Hour, Iso, Slashed,
    // by name
    Month, Weekday, Weekdays, Season, Seasons, Part, Parts, Noon, DayName, Tonight, Unit, Units, YearWord, QuarterWord, CenturyWord,
    Fuzzy, Couple, HalfOf, HalfName, QuarterName, DecadeName, Era, Meridiem, Zone, Holiday,
    // pointing
    Last, This, Next, Previous, Following, Same, Ago, Earlier, Before, Later, After, FromNow, Latest, YearAgo, Comparable,
    // shading
    Edge, EdgeOf, EndOf, Mod, Over, Only, Every, Per, Periodic, TimesCount, TimesWord, Fiscal, Period, Inner, Old, Ref, RefNoun, Vague,
}

/// <summary>Units of time, the finest first.</summary>
internal enum TimeUnit : byte { None, Second, Minute, Hour, Day, Weekend, Week, Fortnight, Month, Quarter, Season, Year, Decade, QuarterCentury, HalfCentury, Century, Millennium }

/// <summary>What a pattern's words amount to; it decides how they are resolved. The names stand in patterns.tsv.</summary>
internal enum Meaning : byte
{
    /// <summary>A place in the calendar: "January 2018", "Friday evening", "the third quarter", "noon".</summary>
    Calendar,
    /// <summary>A unit pointed to from the time of telling: "last week", "earlier this year".</summary>
    Pointed,
    /// <summary>A unit pointed to from a time told before: "that year", "the following month".</summary>
    Resumed,
    /// <summary>"the quarter", "the year": the one the text is about.</summary>
    Bare,
    /// <summary>A length counted off from a time: "two weeks ago", "a year earlier".</summary>
    Distance,
    /// <summary>A length of time.</summary>
    Length,
    /// <summary>A length that ends or begins now: "the past two months".</summary>
    Span,
    /// <summary>Something repeated: "every day", "weekly".</summary>
    Repeated,
    /// <summary>Past, present or future as a whole.</summary>
    Reference,
    /// <summary>A business period: "the latest quarter", "the year-ago period".</summary>
    Reported,
    /// <summary>A stretch nobody measured: "a while", "this period".</summary>
    Vague,
    /// <summary>A day counted from a beginning: "the second day".</summary>
    Counted,
}
