using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>One page read as far as it goes: the reading, or why there is none. Thread-safe.</summary>
public sealed class ReadPage(Pipeline pipeline, Func<Page, Report> recover)
{
    /// <summary>What a reading cost in words: those of the syntax layer, or runs between white space where it was not read.</summary>
    public readonly record struct Outcome(AnnotatedReport? Reading, Unreadable? Unread, int Words);

    public Outcome Read(Received item)
    {
        if (item is Received.Bad bad) return new Outcome(null, bad.Unread, 0);
        var page = ((Received.Good)item).Page;
        Report report;
        try
        {
            report = recover(page);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Outcome(null, new Unreadable(page.Id, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}", 0), 0);
        }
        if (IsSkipped(report)) return new Outcome(new AnnotatedReport(report), null, CountRuns(report.Text));
        var (reading, failure) = pipeline.Read(report);
        return reading is null ? new Outcome(null, failure, 0) : new Outcome(reading, null, CountWords(reading));
    }

    /// <summary>A report in another language than English has the page layer only.</summary>
    public static bool IsSkipped(Report report) => report.Language is not ("en" or "und");

    private static int CountWords(AnnotatedReport reading) => reading.Has(Layers.Sentences)
        ? reading.Get(Layers.Sentences).Sum(s => s.Words.Length)
        : CountRuns(reading.Report.Text);

    private static int CountRuns(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool word = !char.IsWhiteSpace(c);
            if (word && !inside) words++;
            inside = word;
        }
        return words;
    }
}
