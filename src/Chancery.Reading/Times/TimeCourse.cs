using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Follows the times of a report from its beginning: what was told last, and what kind of report it is.</summary>
internal sealed class TimeCourse
{
    private readonly AnnotatedReport _report;
    private readonly LocalDate? _published;
    private readonly bool _narrative;
    private ToldTime? _told;
    private (int Year, int Quarter)? _quarter;

    public TimeCourse(AnnotatedReport report, IReadOnlyList<TimeExpression> found)
    {
        _report = report;
        _published = report.Published.Date;
        _narrative = IsNarrative(found, _published);
    }

    public TimeSetting SettingOf(TimePhrase phrase)
    {
        if (_report.Report.TeaserAt(phrase.Span.Start) is { } teaser)
            return new TimeSetting(teaser.Published ?? _published, null, Tense.Unknown, false, null);
        return new TimeSetting(_published, _told, ClauseTense.Of(_report, phrase.Span), _narrative, _quarter);
    }

    public void Told(TimePhrase phrase, TimeExpression time)
    {
        if (time.Interval is not { } interval || _report.Report.TeaserAt(phrase.Span.Start) is not null) return;
        if (time.Type is TimexType.Duration or TimexType.Set) return;
        if (phrase.NamesQuarter && time.Value.Length == 7 && phrase.Year is null) _quarter = (interval.From.Year, (interval.From.Month + 2) / 3);
        _told = new ToldTime(interval.From.Date, Grain(time.Value), time.Span);
    }

    private static TimeUnit Grain(string value) => value.Length switch
    {
        <= 4 => TimeUnit.Year,
        7 => value[5] == 'Q' ? TimeUnit.Quarter : TimeUnit.Month,
        8 => TimeUnit.Week,
        _ => TimeUnit.Day,
    };

    /// <summary>A history tells mostly of full dates more than two years from its publication.</summary>
    private static bool IsNarrative(IReadOnlyList<TimeExpression> found, LocalDate? published)
    {
        int far = 0, stated = 0;
        foreach (var time in found)
        {
            if (time.Interval is not { } interval) continue;
            stated++;
            if (published is not { } day || Math.Abs(interval.From.Year - day.Year) > 2) far++;
        }
        return far >= 8 && far * 2 > stated && far * 5 > found.Count;
    }
}
