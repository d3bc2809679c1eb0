using NodaTime;
using NodaTime.TimeZones;

namespace Chancery.Records.Post;

/// <summary>When an issue is due for a reader: the first time after its release that their own clock shows the hour they chose.</summary>
public static class DueTime
{
    /// <summary>An hour that a spring night leaves out comes as much later as the clock jumps; of an hour that an autumn night has twice, the first counts.</summary>
    public static Instant After(Instant released, DateTimeZone zone, LocalTime evening)
    {
        var day = released.InZone(zone).Date;
        var due = At(day, zone, evening);
        // An hour that came twice may have passed once: then the next day's.
        return due >= released ? due : At(day.PlusDays(1), zone, evening);
    }

    /// <summary>A zone that is not known (any more) counts as UTC.</summary>
    public static DateTimeZone Zone(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? DateTimeZone.Utc;

    private static Instant At(LocalDate day, DateTimeZone zone, LocalTime evening) => zone.ResolveLocal(day.At(evening), Resolvers.LenientResolver).ToInstant();
}
