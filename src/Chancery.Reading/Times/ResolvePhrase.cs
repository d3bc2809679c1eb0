using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Computes what a phrase stands for in its setting. Each meaning has its own file.</summary>
internal sealed class ResolvePhrase(Holidays holidays)
{
    private readonly CalendarTimes _calendar = new(holidays);

    public TimeAnswer Resolve(TimePhrase phrase, TimeSetting setting) => phrase.Meaning switch
    {
        Meaning.Calendar => _calendar.Resolve(phrase, setting),
        Meaning.Pointed => phrase.Unit == TimeUnit.None ? _calendar.Resolve(phrase, setting) : UnitTimes.Pointed(phrase, setting),
        Meaning.Resumed when phrase.Unit != TimeUnit.None && phrase.NamesDay => UnitTimes.Beside(phrase, _calendar.Resolve(phrase, setting)),
        Meaning.Resumed => UnitTimes.Resumed(phrase, setting),
        Meaning.Bare => UnitTimes.Bare(phrase, setting),
        Meaning.Distance => Distances.Resolve(phrase, setting),
        Meaning.Length => setting.AfterAmount && phrase.IsOneUnit ? Repetitions.Resolve(phrase)
            : phrase.Words == "day" && setting.Told is { Grain: TimeUnit.Day } told ? new TimeAnswer(TimexType.Date, Timex.Day(told.Date), TimeBasis.Inferred, told.Span)
            : Lengths.Resolve(phrase),
        Meaning.Span => Lengths.Adjoining(phrase, setting),
        Meaning.Repeated => Repetitions.Resolve(phrase),
        Meaning.Reference => VagueTimes.Reference(phrase),
        Meaning.Reported => BusinessPeriods.Resolve(phrase, setting),
        Meaning.Vague => VagueTimes.Vague(phrase, setting),
        Meaning.Counted => VagueTimes.Counted(phrase, setting),
        _ => throw new InvalidOperationException($"The meaning {phrase.Meaning} has no resolution."),
    };
}
