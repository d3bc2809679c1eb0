using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>
/// Gives every expression found its TIMEX3 value and, where it has a place in the calendar, its interval. What is not stated in full is
/// counted from the day of publication, from a teaser's own date, or from a time told before.
/// </summary>
public sealed class ResolveTimes(YearChoice years) : Annotator<TimeExpression>
{
    private readonly TimeReader _reader = TimeReader.BuiltIn;
    private readonly ResolvePhrase _resolve = new(TimeReader.BuiltIn.Holidays);

    public override Layer<TimeExpression> Gives => Layers.Times;
    public override IReadOnlyList<Layer> Needs => [Layers.FoundTimes, Layers.Published, Layers.Sentences];

    public override IReadOnlyList<TimeExpression> Annotate(AnnotatedReport report)
    {
        var found = report.Get(Layers.FoundTimes);
        var text = report.Report.Text;
        var resolved = new List<TimeExpression>(found.Count);
        var phrases = found.Select(f => ReadAgain(text, f.Span)).ToList();
        for (int i = 0; i < phrases.Count; i++)
            phrases[i] ??= Shared(text, i, found, phrases);
        var course = new TimeCourse(report, [.. phrases.OfType<TimePhrase>()], years);
        for (int i = 0; i < found.Count; i++)
        {
            if (phrases[i] is not { } phrase) { resolved.Add(found[i]); continue; }
            var setting = course.SettingOf(phrase);
            if (i + 1 < found.Count && phrases[i + 1] is { } next && YearBeside(text, phrase, next) is { } shared) setting = setting with { SharedYear = shared };
            var time = _resolve.Resolve(phrase, setting).Over(found[i].Span);
            course.Told(phrase, time);
            resolved.Add(time);
        }
        return resolved;
    }

    /// <summary>The 26 of "24 to 26 May" and of "May 24-26": what it lacks stands in the nearer neighbour.</summary>
    private static TimePhrase? Shared(string text, int i, IReadOnlyList<TimeExpression> found, List<TimePhrase?> phrases)
    {
        var next = i + 1 < found.Count ? phrases[i + 1] : null;
        var previous = i > 0 ? phrases[i - 1] : null;
        bool nextIsNearer = previous is null || next is not null && next.Span.Start - found[i].Span.End < found[i].Span.Start - previous.Span.End;
        var (near, far) = nextIsNearer ? (next, previous) : (previous, next);
        return (near is null ? null : ElidedDates.Share(text, found[i].Span, near)) ?? (far is null ? null : ElidedDates.Share(text, found[i].Span, far));
    }

    private TimePhrase? ReadAgain(string text, Span span)
    {
        var read = new List<TimePhrase>(1);
        _reader.Read(text, span, read);
        return read is [var only] && only.Span == span ? only : null;
    }

    /// <summary>"August and September 1914": the year told last holds for both.</summary>
    internal static int? YearBeside(string text, TimePhrase phrase, TimePhrase next)
    {
        if (next.Year is not { } year || !phrase.LacksYear) return null;
        var between = text.AsSpan(phrase.Span.End, Math.Max(0, next.Span.Start - phrase.Span.End)).Trim();
        bool joined = between is "and" or "to" or "-" or "–" or "or" or "through" or "until";
        return !joined ? null : next.BeforeChrist ? 1 - year : year;
    }
}
