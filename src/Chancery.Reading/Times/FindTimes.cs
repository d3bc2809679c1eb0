using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>Finds the expressions of time of a report. Only those stated in full are resolved; the others wait for <see cref="ResolveTimes"/>.</summary>
public sealed class FindTimes(TimeFilter filter) : Annotator<TimeExpression>
{
    private readonly TimeReader _reader = TimeReader.BuiltIn;
    private readonly ResolvePhrase _resolve = new(TimeReader.BuiltIn.Holidays);

    public override Layer<TimeExpression> Gives => Layers.FoundTimes;
    public override IReadOnlyList<Layer> Needs => [];

    public override IReadOnlyList<TimeExpression> Annotate(AnnotatedReport report)
    {
        var text = report.Report.Text;
        var phrases = new List<TimePhrase>();
        foreach (var paragraph in report.Report.Paragraphs) _reader.Read(text, paragraph.Span, phrases);
        phrases = ElidedDates.Among(text, phrases);
        var around = new TextTimes(phrases, report.Report.Witnessed.Date?.Year);
        var found = new List<TimeExpression>(phrases.Count);
        var features = new List<uint>();
        foreach (var phrase in phrases)
            if (filter.Keeps(text, phrase, around, features)) found.Add(Unanchored(phrase));
        return found;
    }

    private TimeExpression Unanchored(TimePhrase phrase)
    {
        var answer = _resolve.Resolve(phrase, TimeSetting.None);
        bool stated = answer.Basis == TimeBasis.Stated && TimexInterval.Of(answer.Value) is not null;
        return stated ? answer.Over(phrase.Span)
            : new TimeExpression(phrase.Span, answer.Type, "", new TimeResolution.Unresolved("not yet anchored"), answer.Mod);
    }
}
