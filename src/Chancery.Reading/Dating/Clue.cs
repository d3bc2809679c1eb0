using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>How much a clue may do.</summary>
internal enum Strength
{
    /// <summary>Helps to choose among the days that are possible; gives way to all others.</summary>
    Leaning,
    /// <summary>Rules days out, and so may raise a doubt.</summary>
    Firm,
}

/// <summary>On which days the report can have been published, for one reason.</summary>
/// <param name="Reason">One sentence without a full stop: what the words say of the day.</param>
/// <param name="Evidence">The words; never empty.</param>
/// <param name="Grain">How finely the first possible day is known.</param>
/// <param name="Anchors">Whether a day told without its year is likely of the year that follows.</param>
/// <param name="Rounded">For a rounded length, the day on which it has just passed.</param>
/// <param name="Fresh">Whether the report seems to be of the first possible days, so that an undated report may be dated by it.</param>
internal sealed record Clue(
    DaySet Days, Strength Strength, string Reason, IReadOnlyList<Span> Evidence, DatePrecision Grain = DatePrecision.Day, bool Fresh = false, bool Anchors = false, LocalDate? Rounded = null);

/// <summary>What the clues are found in.</summary>
internal sealed record DatedText(Report Report, TextWords Words, IReadOnlyList<NamedTime> Times, IReadOnlyList<EventMention> Events)
{
    public string Text => Report.Text;

    public WordSentence SentenceOf(int word)
    {
        int low = 0, high = Words.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Words.Sentences[middle].First <= word) low = middle; else high = middle - 1;
        }
        return Words.Sentences[low];
    }

    public Span SpanOf(NamedTime time) => Words.Cover(time.First, time.Last);

    /// <summary>The times of one sentence.</summary>
    public IEnumerable<NamedTime> TimesIn(WordSentence s)
    {
        int low = 0, high = Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Times[middle].First < s.First) low = middle + 1; else high = middle;
        }
        for (; low < Times.Count && Times[low].First < s.End; low++) yield return Times[low];
    }
}
