using System.Globalization;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Reads a stream of pages on several threads and adds the readings in the order of the input. Exit status 0, or 3 where some were not read.</summary>
/// <param name="resume">Where the run notes how far it came. What was added after that is known to the record when it comes again.</param>
public sealed class AddRun(ReadPage reader, ReaderInfo info, Ledger ledger, TextWriter errors, TimeProvider time, ResumeFile? resume = null)
{
    /// <summary>How many reports are recorded at one go: the disk is waited for once, and the index of words is written once.</summary>
    private const int Together = 16;

    /// <summary>Longer than this no report waits for the next to be recorded with it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly PrepareReading _prepare = new(reader, info);

    /// <param name="progress">Told after each report how many reports and words are done; null for none.</param>
    public int Run(IEnumerable<Received> pages, int jobs, Action<int, long>? progress = null)
    {
        var before = resume?.Load();
        if (before is not null) pages = resume!.Rest(pages, before);
        var tally = new Tally(time, before);
        long added = 0, known = 0;
        foreach (var together in InOrder.MapTogether(pages, _prepare.Read, jobs, page => page.Size, Together, Patience))
        {
            foreach (var (id, outcome, _) in together)
            {
                if (outcome.Unread is { } unread) errors.WriteLine($"chancery: {ReadRun.OneLine(unread.Id)}: {ReadRun.OneLine(unread.Reason)}");
                tally.Count(id, outcome);
            }
            foreach (var appended in Record([.. together.Select(t => t.Reading).OfType<NewReading>()]))
            {
                if (appended.IsNew) added++;
                else known++;
            }
            if (resume is { IsDue: true }) resume.Save(tally.At(0, done: false));
            progress?.Invoke((int)tally.Reports, tally.Words);
        }
        resume?.Save(tally.At(0, done: true));
        errors.WriteLine(string.Format(CultureInfo.InvariantCulture, "chancery: {0:N0} added to {1}{2}{3} ({4:0.0} s, {5:N0} words per second)",
            added, ledger.Place, known == 0 ? "" : $", {known:N0} known already", tally.NotRead.Count == 0 ? "" : $", {tally.NotRead.Count:N0} not read",
            tally.Taken.TotalSeconds, tally.WordsPerSecond));
        tally.NotRead.Summarise(errors);
        return tally.NotRead.Count > 0 ? 3 : 0;
    }

    /// <summary>Where they cannot be recorded together, those before the one that cannot be recorded are.</summary>
    private IEnumerable<Appended> Record(IReadOnlyList<NewReading> readings)
    {
        try
        {
            return ledger.Append(readings);
        }
        catch (RecordException) when (readings.Count > 1)
        {
            return [.. readings.Select(ledger.Append)];
        }
    }
}
