using System.Globalization;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Reads a stream of pages on several threads and adds the readings in the order of the input. Exit status 0, or 3 where some were not read.</summary>
/// <param name="resume">Where the run notes how far it came. What was added after that is known to the record when it comes again.</param>
public sealed class AddRun(ReadPage reader, ReaderInfo info, Ledger ledger, TextWriter errors, TimeProvider time, ResumeFile? resume = null)
{
    private readonly PrepareReading _prepare = new(reader, info);

    /// <param name="progress">Told after each report how many reports and words are done; null for none.</param>
    public int Run(IEnumerable<Received> pages, int jobs, Action<int, long>? progress = null)
    {
        var before = resume?.Load();
        if (before is not null) pages = resume!.Rest(pages, before);
        var tally = new Tally(time, before);
        long added = 0, known = 0;
        foreach (var (id, outcome, reading) in InOrder.Map(pages, _prepare.Read, jobs))
        {
            if (reading is null) errors.WriteLine($"chancery: {ReadRun.OneLine(outcome.Unread!.Id)}: {ReadRun.OneLine(outcome.Unread.Reason)}");
            else if (ledger.Append(reading).IsNew) added++;
            else known++;
            tally.Count(id, outcome);
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
}
