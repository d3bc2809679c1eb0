using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>Follows the times of a report from its beginning: what was told last, and what kind of report it is.</summary>
internal sealed class TimeCourse
{
    private readonly AnnotatedReport _report;
    private readonly LocalDate? _published;
    private readonly bool _narrative;
    private readonly YearChoice _years;
    private readonly ToldDates _dates;
    private ToldTime? _told;
    private (int Year, int Quarter)? _quarter;
    private bool _yearPeriod;

    public TimeCourse(AnnotatedReport report, IReadOnlyList<TimePhrase> phrases, YearChoice years)
    {
        (_report, _years, _dates) = (report, years, new ToldDates(report, phrases));
        _published = report.Published.Date;
        _narrative = Narratives.IsNarrative(phrases, _published?.Year);
    }

    public TimeSetting SettingOf(TimePhrase phrase)
    {
        if (_report.Report.TeaserAt(phrase.Span.Start) is { } teaser)
            return TimeSetting.None with { Published = teaser.Published ?? _published };
        return new TimeSetting(
            _published, CountedFrom(phrase), ClauseTense.Of(_report, phrase), _narrative, _quarter, _yearPeriod, WordAfter(_report.Report.Text, phrase.Span.End))
        {
            AfterAmount = phrase.Meaning == Meaning.Length && FollowsAmount(phrase.Span),
        };
    }

    /// <summary>What speaks for the year of a phrase, where this is a history and the phrase leaves its year to the text.</summary>
    public IReadOnlyList<YearVoice> YearVoices(TimePhrase phrase) => _narrative && phrase.LacksYear ? _dates.VoicesFor(phrase, _told) : [];

    private ToldTime? CountedFrom(TimePhrase phrase) => _years.Choose(YearVoices(phrase)) is not { } voice
        || _told is { } standing && ToldDates.LeadsBack(phrase, voice.Year, standing) ? _told : voice.From;

    public void Told(TimePhrase phrase, TimeExpression time)
    {
        if (_report.Report.TeaserAt(phrase.Span.Start) is not null) return;
        if (phrase.Meaning == Meaning.Length && phrase.Unit == TimeUnit.Month && phrase.Count is >= 6 and <= 12
            || phrase.Meaning == Meaning.Bare && phrase.Unit == TimeUnit.Year) _yearPeriod = true;
        if (time.Interval is not { } interval || time.Type is TimexType.Duration or TimexType.Set) return;
        if (phrase.NamesQuarter && phrase.Ordinal is not null && time.Value.Length == 7 && phrase.Year is null)
        {
            // the quarter a report is about is the latest one that is over; an earlier one is told beside it, the one to come is an outlook
            var quarter = (interval.From.Year, (interval.From.Month + 2) / 3);
            bool over = _published is not { } day || interval.To.Date <= day || WordAfter(_report.Report.Text, time.Span.End) == "ended";
            if (over && (_quarter is not { } before || quarter.CompareTo(before) > 0)) _quarter = quarter;
            _yearPeriod = false;
        }
        else if (phrase.Meaning is Meaning.Bare && phrase.Unit == TimeUnit.Quarter || phrase.Meaning == Meaning.Reported && phrase.NamesQuarter)
        {
            _yearPeriod = false;
        }
        // a winter begins in the year before the one it is called by
        var from = time.Value.EndsWith("-WI", StringComparison.Ordinal) ? interval.From.Date.PlusMonths(1) : interval.From.Date;
        var told = new ToldTime(from, Grain(time.Value), time.Span);
        if (_narrative && time.Value.Length > 3) _dates.Add(phrase, told);
        if (_narrative && _told is { } last && IsAside(phrase, time, from, last)) return;
        _told = told;
    }

    /// <summary>
    /// A time after which a history goes on where it was: a look back ("the previous year", "a year earlier"), the year it is in anyway,
    /// and another year told in passing, not at the head of a sentence ("an attack planned for 1955", "since the fall of 1951").
    /// </summary>
    private bool IsAside(TimePhrase phrase, TimeExpression time, LocalDate from, ToldTime before)
    {
        if (phrase.Pointer == Pointer.Previous || phrase.Meaning == Meaning.Distance && phrase.Direction < 0) return true;
        var grain = Grain(time.Value);
        if (from.Year == before.Date.Year) return grain == TimeUnit.Year;
        bool inPassing = grain == TimeUnit.Year || grain != TimeUnit.Day && from.Year < before.Date.Year;
        return inPassing && !OpensSentence(_report.Report.Text, time.Span.Start);
    }

    private bool FollowsAmount(Span span)
    {
        if (!_report.Has(Layers.Sentences) || _report.SentenceAt(span.Start) is not { } sentence) return false;
        int at = sentence.WordAt(span.Start) - 1;
        return at >= 0 && sentence.Words[at].Span.End >= span.Start - 1 && sentence.Words[at].Xpos is "CD" or "NNS";
    }

    /// <summary>"In 1955 …": a year told in passing does not move a history.</summary>
    internal static bool OpensSentence(string text, int at)
    {
        for (int i = at - 1, words = 0; i >= 0 && words <= 2; i--)
        {
            if (text[i] is '\n' or '.' or '!' or '?') return true;
            if (text[i] == ' ') words++;
        }
        return false;
    }

    private static string WordAfter(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < 24) end++;
        return text[at..end].ToLowerInvariant();
    }

    private static TimeUnit Grain(string value) => (value.StartsWith("BC", StringComparison.Ordinal) ? value.Length - 2 : value.Length) switch
    {
        <= 4 => TimeUnit.Year,
        7 => value[^2] == 'Q' ? TimeUnit.Quarter : TimeUnit.Month,
        8 => TimeUnit.Week,
        _ => TimeUnit.Day,
    };
}
