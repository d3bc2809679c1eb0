using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>Finds the expressions of time of a report. Only those stated in full are resolved; the others wait for <see cref="ResolveTimes"/>.</summary>
public sealed class FindTimes : Annotator<TimeExpression>
{
    private readonly TimeReader _reader = new();
    private readonly ResolvePhrase _resolve;

    public FindTimes() => _resolve = new ResolvePhrase(_reader.Holidays);

    public override Layer<TimeExpression> Gives => Layers.FoundTimes;
    public override IReadOnlyList<Layer> Needs => [];

    public override IReadOnlyList<TimeExpression> Annotate(AnnotatedReport report)
    {
        var found = new List<TimeExpression>();
        foreach (var paragraph in report.Report.Paragraphs)
        {
            foreach (var phrase in _reader.Read(report.Report.Text, paragraph.Span))
            {
                var answer = _resolve.Resolve(phrase, TimeSetting.None);
                bool stated = answer.Basis == TimeBasis.Stated && TimexInterval.Of(answer.Value) is not null;
                found.Add(stated ? answer.Over(phrase.Span)
                    : new TimeExpression(phrase.Span, answer.Type, "", new TimeResolution.Unresolved("not yet anchored"), answer.Mod));
            }
        }
        return found;
    }
}
