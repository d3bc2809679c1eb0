using Chancery.Reading;
using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Tests.Times;

/// <summary>The times of a text told on a day, with the sentences that the product reads and without a check of the date.</summary>
internal static class TimesOf
{
    private static readonly Annotator<Sentence> Sentences = (Annotator<Sentence>)EnglishNews
        .Compose(Path.Combine(AppContext.BaseDirectory, "models")).Annotators.Single(a => a.GivesLayer == Layers.Sentences);
    private static readonly FindTimes Find = new(TimeFilter.Load(Path.Combine(AppContext.BaseDirectory, "models", "times.model")));
    private static readonly ResolveTimes Resolve = new(YearChoice.Load(Path.Combine(AppContext.BaseDirectory, "models", "times-years.model")));

    public static IReadOnlyList<TimeExpression> Text(string text, LocalDate? day, bool syntax = true, IReadOnlyList<RelatedStory>? related = null)
    {
        var published = day is { } d ? new Published(d, DatePrecision.Day, PublishedBasis.Stated, null, []) : Published.Unknown;
        var report = new Report("t", "", text, Paragraphs(text), published) { Language = "en", Related = related ?? [] };
        var reading = new AnnotatedReport(report);
        if (syntax) reading = reading.With(Layers.Sentences, Sentences.Annotate(reading));
        reading = reading.With(Layers.FoundTimes, Find.Annotate(reading));
        return Resolve.Annotate(reading);
    }

    private static List<Paragraph> Paragraphs(string text)
    {
        var paragraphs = new List<Paragraph>();
        int at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
            {
                int first = at + line.Length - line.TrimStart().Length;
                paragraphs.Add(new Paragraph(new Span(first, first + line.Trim().Length), ParagraphRole.Body));
            }
            at += line.Length + 1;
        }
        return paragraphs;
    }
}
