using System.Diagnostics;
using System.Globalization;
using Chancery.Desk.Formats;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Reads a stream of pages and writes them in order. Exit status 0, 2 (asked for what cannot be) or 3 (some were not read).</summary>
public sealed class ReadRun(ReadPage reader, ReadingFormat format, Stream output, TextWriter errors, TimeProvider time)
{
    /// <param name="progress">Told after each report how many reports and words are done; null for none.</param>
    public int Run(IEnumerable<Received> pages, int jobs, Action<int, long>? progress = null)
    {
        long started = time.GetTimestamp(), words = 0;
        int reports = 0, unread = 0;
        output.Write(format.Head.Span);
        var first = default(Rendered);
        foreach (var done in InOrder.Map(pages, Render, jobs))
        {
            if (!format.ManyReports && reports + unread > 0)
            {
                errors.WriteLine("chancery: this format holds one report and the input has more; use --format jsonl.");
                return 2;
            }
            if (done.Unread is { } reason)
            {
                unread++;
                errors.WriteLine($"chancery: {OneLine(reason.Id)}: {OneLine(reason.Reason)}{(reason.Offset > 0 ? $" (at {reason.Offset})" : "")}");
            }
            else
            {
                reports++;
            }
            words += done.Words;
            if (format.ManyReports) output.Write(done.Bytes.Span);
            else first = done;
            progress?.Invoke(reports, words);
        }
        output.Write(first.Bytes.Span);
        output.Flush();
        if (reports + unread > 1) Summarise(reports, unread, words, time.GetElapsedTime(started));
        return unread > 0 ? 3 : 0;
    }

    private readonly record struct Rendered(ReadOnlyMemory<byte> Bytes, Unreadable? Unread, int Words);

    private Rendered Render(Received page)
    {
        var outcome = reader.Read(page);
        try
        {
            return new Rendered(format.Render(outcome), outcome.Unread, outcome.Words);
        }
        catch (Exception e) when (e is not OutOfMemoryException && outcome.Reading is not null)
        {
            var failure = new Unreadable(outcome.Reading.Report.Id, $"could not be written: {e.GetType().Name}: {e.Message}", 0);
            return new Rendered(format.Render(failure), failure, 0);
        }
    }

    private void Summarise(int reports, int unread, long words, TimeSpan taken) => errors.WriteLine(string.Format(
        CultureInfo.InvariantCulture, "chancery: {0:N0} reports, {1:N0} words in {2:0.0} s, {3:N0} words per second{4}",
        reports, words, taken.TotalSeconds, words / Math.Max(taken.TotalSeconds, 0.001), unread == 0 ? "" : $"; {unread:N0} not read"));

    internal static string OneLine(string text)
    {
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= 300 ? text : text[..300] + "…";
    }
}
