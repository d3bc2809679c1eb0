using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Times;

/// <summary>
/// Gives every expression found its TIMEX3 value and, where it has a place in the calendar, its interval. What is not stated in full is
/// counted from the day of publication, from a teaser's own date, or from a time told before.
/// </summary>
public sealed class ResolveTimes : Annotator<TimeExpression>
{
    private readonly TimeReader _reader = new();
    private readonly ResolvePhrase _resolve;

    public ResolveTimes() => _resolve = new ResolvePhrase(_reader.Holidays);

    public override Layer<TimeExpression> Gives => Layers.Times;
    public override IReadOnlyList<Layer> Needs => [Layers.FoundTimes];

    public override IReadOnlyList<TimeExpression> Annotate(AnnotatedReport report)
    {
        var found = report.Get(Layers.FoundTimes);
        var text = report.Report.Text;
        var course = new TimeCourse(report, found);
        var resolved = new List<TimeExpression>(found.Count);
        foreach (var expression in found)
        {
            if (_reader.Read(text, expression.Span) is not [var phrase]) { resolved.Add(expression); continue; }
            var time = _resolve.Resolve(phrase, course.SettingOf(phrase)).Over(expression.Span);
            course.Told(phrase, time);
            resolved.Add(time);
        }
        return resolved;
    }
}
