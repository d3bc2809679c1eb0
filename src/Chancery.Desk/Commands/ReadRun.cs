using Chancery.Desk.Formats;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Reads a stream of pages and writes them in order. Exit status 0, 2 (asked for what cannot be) or 3 (some were not read).</summary>
/// <param name="resume">Where the run notes how far it came; null where it is not to be resumed.</param>
public sealed class ReadRun(ReadPage reader, Destination destination, TextWriter errors, TimeProvider time, ResumeFile? resume = null)
{
    /// <param name="progress">Told after each report how many reports and words are done; null for none.</param>
    public int Run(IEnumerable<Received> pages, int jobs, Action<int, long>? progress = null)
    {
        var before = resume?.Load();
        if (before?.Done == true) errors.WriteLine("chancery: this run was finished before; nothing is left to read.");
        else if (!Go(before is null ? pages : resume!.Rest(pages, before), jobs, before, progress)) return 2;
        return _unread ? 3 : before is { Done: true, NotRead.Count: > 0 } ? 3 : 0;
    }

    private bool _unread;

    /// <returns>False where there are more reports than the format holds.</returns>
    private bool Go(IEnumerable<Received> pages, int jobs, Checkpoint? before, Action<int, long>? progress)
    {
        destination.Begin(before?.Position);
        var tally = new Tally(time, before);
        foreach (var done in InOrder.Map(pages, Render, jobs, page => page.Size))
        {
            if (!destination.ManyReports && tally.Items > 0)
            {
                errors.WriteLine("chancery: this format holds one report and the input has more; use --format jsonl.");
                return false;
            }
            if (done.Outcome.Unread is { } reason)
                errors.WriteLine($"chancery: {OneLine(reason.Id)}: {OneLine(reason.Reason)}{(reason.Offset > 0 ? $" (at {reason.Offset})" : "")}");
            done.Write();
            tally.Count(done.Id, done.Outcome);
            if (resume is { IsDue: true } && destination.IsAtRest) resume.Save(tally.At(destination.Secure(), done: false));
            progress?.Invoke((int)tally.Reports, tally.Words);
        }
        destination.Finish();
        resume?.Save(tally.At(destination.Secure(), done: true));
        if (tally.Items > 1) tally.Summarise(errors);
        _unread = tally.NotRead.Count > 0;
        return true;
    }

    /// <param name="Outcome">Without its reading once that is rendered: what waits in order holds the bytes only.</param>
    private readonly record struct Rendered(string Id, ReadPage.Outcome Outcome, Action Write);

    private Rendered Render(Received page)
    {
        var id = ResumeFile.IdOf(page);
        var outcome = reader.Read(page);
        try
        {
            return new Rendered(id, outcome with { Reading = null }, destination.Prepare(outcome));
        }
        catch (Exception e) when (e is not OutOfMemoryException && outcome.Reading is not null)
        {
            var failure = new Unreadable(outcome.Reading.Report.Id, $"could not be written: {e.GetType().Name}: {e.Message}", 0);
            var failed = new ReadPage.Outcome(null, failure, 0);
            return new Rendered(id, failed, destination.Prepare(failed));
        }
    }

    internal static string OneLine(string text)
    {
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= 300 ? text : text[..300] + "…";
    }
}
