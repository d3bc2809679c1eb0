using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>The dates that a history has told so far, as voices for the year of a date told without one.</summary>
internal sealed class ToldDates(AnnotatedReport report, IReadOnlyList<TimePhrase> phrases)
{
    private const int Heard = 6, Ahead = 3;

    private readonly List<ToldDate> _told = [];

    public void Add(TimePhrase phrase, ToldTime time)
    {
        bool looksBack = phrase.Pointer == Pointer.Previous || phrase.Meaning == Meaning.Distance && phrase.Direction < 0;
        _told.Add(new ToldDate(time, PlaceOf(time.Span), phrase.Year is not null, looksBack, TimeCourse.OpensSentence(report.Report.Text, time.Span.Start)));
    }

    /// <summary>The latest told first, then the next one stated with its year, then where the story stands.</summary>
    public List<YearVoice> VoicesFor(TimePhrase phrase, ToldTime? standing)
    {
        var voices = new List<YearVoice>(Heard + 2);
        var (place, month) = (PlaceOf(phrase.Span), MonthOf(phrase));
        for (int i = _told.Count - 1; i >= 0 && _told.Count - i <= Heard; i--) voices.Add(Before(_told[i], _told.Count - i, place, month));
        if (Next(phrase) is { } next) voices.Add(After(next, place, month));
        if (standing is { } told)
        {
            voices.Add(new YearVoice(YearFrom(told, month), told, [Feature(20), Feature(21, Course(told, month))]));
        }
        return voices;
    }

    /// <summary>Whether a year would lead back by most of a year: from late in it to its beginning. A history goes on to the next one.</summary>
    public static bool LeadsBack(TimePhrase phrase, int year, ToldTime standing) => year == standing.Date.Year && Course(standing, MonthOf(phrase)) == Wrapped;

    private static YearVoice Before(ToldDate date, int rank, Place place, YearMonth month)
    {
        uint near = (uint)Math.Min(rank, 4), where = Where(date.Place, place), grain = Grain(date.Time), course = Course(date.Time, month);
        var features = new List<uint>(8)
        {
            Feature(1, near, where), Feature(2, where, grain), Feature(3, near, course), Feature(4, where, date.OpensSentence ? 1u : 0u, grain),
            Feature(5, date.IsStated ? 1u : 0u, where), Feature(6, grain, course, rank == 1 ? 1u : 0u),
        };
        if (date.LooksBack) features.Add(Feature(7, where));
        if (course == Back) features.Add(Feature(8, where, grain));
        return new YearVoice(YearFrom(date.Time, month), date.Time, [.. features]);
    }

    private YearVoice After(TimePhrase next, Place place, YearMonth month)
    {
        int year = next.BeforeChrist ? 1 - next.Year!.Value : next.Year!.Value;
        uint grain = next.Day is not null ? 0u : next.Month is not null || next.Season is not null ? 1u : 2u;
        uint course = grain == 2 ? 3u : month.Month <= MonthOf(next).Month ? 1u : 0u;
        return new YearVoice(year, new ToldTime(new LocalDate(year, 1, 1), TimeUnit.Year, next.Span), [Feature(9, Where(PlaceOf(next.Span), place), grain, course)]);
    }

    /// <summary>The first of the next few phrases that states its year.</summary>
    private TimePhrase? Next(TimePhrase phrase)
    {
        int first = FirstAfter(phrase.Span.Start, phrases, p => p.Span);
        for (int i = first; i < phrases.Count && i < first + Ahead; i++)
            if (phrases[i].Year is > 0 and < 9000) return phrases[i];
        return null;
    }

    /// <summary>The place of the first that begins behind a character; how many there are where none does.</summary>
    private static int FirstAfter<T>(int at, IReadOnlyList<T> inOrder, Func<T, Span> span)
    {
        int low = 0, high = inOrder.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (span(inOrder[middle]).Start <= at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private const uint Unknown = 0, Winter = 1, Forward = 2, Wrapped = 3, Back = 4;

    /// <summary>How the calendar runs from a time told to a month.</summary>
    private static uint Course(ToldTime told, YearMonth month) =>
        told.Grain == TimeUnit.Year ? Unknown : month.IsWinter ? Winter : month.Month >= told.Date.Month ? Forward
        : month.Month <= told.Date.Month - 8 ? Wrapped : Back;

    // as CalendarTimes and Years count on from it
    private static int YearFrom(ToldTime told, YearMonth month) =>
        told.Date.Year + (month.IsWinter ? told.Date.Month >= 9 ? 1 : 0 : month.Month <= told.Date.Month - 8 ? 1 : 0);

    private static uint Grain(ToldTime told) => told.Grain switch { TimeUnit.Year => 2u, TimeUnit.Day => 0u, _ => 1u };

    private static YearMonth MonthOf(TimePhrase phrase) => phrase.Month is { } month ? new YearMonth(month, false)
        : new YearMonth(phrase.Season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, phrase.Season == "WI");

    private Place PlaceOf(Span span) => new(
        report.Has(Layers.Sentences) && report.SentenceAt(span.Start) is { } sentence ? sentence.Span.Start : -1 - span.Start, ParagraphOf(span.Start));

    private int ParagraphOf(int at) => FirstAfter(at, report.Report.Paragraphs, p => p.Span);

    private static uint Where(Place one, Place other) => one.Sentence == other.Sentence ? 0u : (uint)Math.Min(3, 1 + Math.Abs(one.Paragraph - other.Paragraph));

    private static uint Feature(uint kind, params ReadOnlySpan<uint> values)
    {
        uint hash = FeatureHash.With(2166136261, kind);
        foreach (uint value in values) hash = FeatureHash.With(hash, value);
        return hash;
    }

    private readonly record struct Place(int Sentence, int Paragraph);

    /// <param name="LooksBack">"the previous year", "a year earlier".</param>
    private readonly record struct ToldDate(ToldTime Time, Place Place, bool IsStated, bool LooksBack, bool OpensSentence);

    private readonly record struct YearMonth(int Month, bool IsWinter);
}
