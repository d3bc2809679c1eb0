using NodaTime;

namespace Chancery.Reading.Pages.Dates;

/// <summary>What the classifier of days is told: for one candidate day, who names it and how it lies among the other candidates.</summary>
internal static class DayFeatures
{
    public static readonly int Kinds = Enum.GetValues<WitnessKind>().Length;
    private const int Relations = 22;
    public static readonly int Count = 2 * Kinds + Relations;

    /// <summary>Every day somebody names, earliest first, with its features.</summary>
    public static IReadOnlyList<(LocalDate Day, float[] Features)> Of(IReadOnlyList<Witness> witnesses)
    {
        var days = Candidates(witnesses);
        var firstOf = new LocalDate?[Kinds];
        foreach (var w in witnesses) firstOf[(int)w.Kind] ??= w.Day;
        return [.. days.Select((day, rank) => (day, Fill(day, rank, days, witnesses, firstOf)))];
    }

    private static List<LocalDate> Candidates(IReadOnlyList<Witness> witnesses)
    {
        var days = new SortedSet<LocalDate>();
        foreach (var w in witnesses)
        {
            if (w.Kind is WitnessKind.UrlMonth) continue;
            days.Add(w.Day);
        }
        return [.. days];
    }

    private static float[] Fill(LocalDate day, int rank, List<LocalDate> days, IReadOnlyList<Witness> witnesses, LocalDate?[] firstOf)
    {
        var f = new float[Count];
        int named = 0, kinds = 0, metadata = 0, swapped = 0, withTime = 0, local = 0, utcBeside = 0, localBeside = 0, localMidnight = 0;
        for (int k = 0; k < Kinds; k++) f[Kinds + k] = -1;
        foreach (var w in witnesses)
        {
            if (w.Day != day)
            {
                if (!w.IsUtc && IsBeside(w, day, witnesses)) localBeside++;
                // a moment late in the day in UTC may be the next day for the page's readers, an early one the day before
                if (!w.IsUtc || w.Time is not { } moment || !CanBeRead(w.Day, moment.Hour, day)) continue;
                utcBeside++;
                if (moment.Hour is 22 or 23 && moment.Minute == 0) localMidnight++;
                continue;
            }
            named++;
            if (!w.IsUtc) local++;
            if (w.Time is not null) withTime++;
            if (w.IsSwapped) { swapped++; continue; }
            if (w.IsMetadata) metadata++;
            if (f[(int)w.Kind]++ == 0) (f[Kinds + (int)w.Kind], kinds) = (w.Order, kinds + 1);
        }
        int at = 2 * Kinds;
        f[at++] = named;
        f[at++] = kinds;
        f[at++] = metadata;
        f[at++] = (float)named / witnesses.Count;
        f[at++] = swapped;
        f[at++] = local;
        f[at++] = utcBeside;
        f[at++] = localBeside;
        f[at++] = localMidnight;
        f[at++] = withTime;
        f[at++] = rank;
        f[at++] = days.Count - 1 - rank;
        f[at++] = days.Count;
        f[at++] = Distance(day, firstOf[(int)WitnessKind.LinkedPublished]);
        f[at++] = Distance(day, firstOf[(int)WitnessKind.MetaPublished]);
        f[at++] = Distance(day, firstOf[(int)WitnessKind.TimeHead]);
        f[at++] = Distance(day, firstOf[(int)WitnessKind.Url]);
        f[at++] = Distance(day, firstOf[(int)WitnessKind.HeadPublished] ?? firstOf[(int)WitnessKind.HeadMarked] ?? firstOf[(int)WitnessKind.HeadPlain]);
        f[at++] = Distance(day, firstOf[(int)WitnessKind.ScriptPublished]);
        f[at++] = Distance(day, firstOf[(int)WitnessKind.LinkedModified] ?? firstOf[(int)WitnessKind.MetaModified] ?? firstOf[(int)WitnessKind.HeadUpdated]);
        f[at++] = firstOf[(int)WitnessKind.UrlMonth] is not { } month ? 0 : month.Year == day.Year && month.Month == day.Month ? 1 : -1;
        f[at++] = Distance(day, days[^1]);
        return f;
    }

    /// <summary>Whether readers in some zone saw a moment of one day in UTC on another.</summary>
    private static bool CanBeRead(LocalDate utc, int hour, LocalDate day) =>
        (hour >= 14 && utc.PlusDays(1) == day) || (hour < 12 && utc.PlusDays(-1) == day);

    /// <summary>Whether a local day may be the same moment as one in UTC on the candidate day.</summary>
    private static bool IsBeside(Witness local, LocalDate day, IReadOnlyList<Witness> witnesses)
    {
        if (Math.Abs(Period.DaysBetween(local.Day, day)) != 1) return false;
        foreach (var w in witnesses)
            if (w.Day == day && w.IsUtc && w.Time is { } moment && CanBeRead(day, moment.Hour, local.Day)) return true;
        return false;
    }

    /// <summary>Days from a witness to the candidate, cut at a year; 999 where there is no witness.</summary>
    private static float Distance(LocalDate day, LocalDate? from) =>
        from is { } start ? Math.Clamp(Period.DaysBetween(start, day), -400, 400) : 999;
}
