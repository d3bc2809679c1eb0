using System.Diagnostics;
using Chancery.Desk.Commands;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;
using Hangfire;

namespace Chancery.Desk.Workers;

/// <summary>Reads a batch and records it: the job that the queue hands out. It may be handed out again after any line of it.</summary>
public sealed class BatchReader(WorkQueue queue, Func<Received, (string Id, ReadPage.Outcome Outcome, NewReading? Reading)> read, Func<Ledger> record, string worker)
{
    /// <summary>A batch that was begun so often without an end is taken apart; a single report then counts as poison.</summary>
    private const int OftenBegun = 3, TooOftenBegun = 8;

    /// <summary>So many readings are recorded at one go: other workers wait once for all of them, and memory is bounded whatever the batch.</summary>
    private const int AtOnce = 64;

    // Said here too: what is tried again later is queued by this.
    [Queue(WorkQueue.Queue)]
    [AutomaticRetry(Attempts = 6, DelaysInSeconds = [1, 2, 5, 10, 30, 60], LogEvents = false)]
    public void Read(long number)
    {
        var batch = queue.Store.Begin(number, worker);
        if (batch is { IsDone: true }) QueueParts(number);
        if (batch is not { IsDone: false, Poison: null, Pages: { } packed }) return;
        IReadOnlyList<Received> items;
        try
        {
            items = PackedPages.Unpack(packed);
        }
        catch (InvalidDataException e)
        {
            queue.Store.Poison(number, e.Message);
            return;
        }
        if (batch.Begun > TooOftenBegun && items.Count == 1) queue.Store.Poison(number, $"{ResumeFile.IdOf(items[0])}: its worker ended {batch.Begun - 1} times while reading it");
        else if (batch.Begun > OftenBegun && items.Count > 1) TakeApart(number, items);
        else queue.Store.Finish(number, Record(items));
    }

    /// <summary>So that one report that ends every worker does not keep the others of its batch from being read.</summary>
    private void TakeApart(long number, IReadOnlyList<Received> items)
    {
        queue.Store.Split(number, [.. items.Select(i => PackedPages.Pack([i]))]);
        QueueParts(number);
    }

    /// <summary>Also where a worker took the batch apart and ended before it could queue them.</summary>
    private void QueueParts(long number)
    {
        foreach (long part in queue.Store.PartsNotQueued(number)) queue.Enqueue(part);
    }

    private BatchResult Record(IReadOnlyList<Received> items)
    {
        var (clock, writing) = (Stopwatch.StartNew(), new Stopwatch());
        using var ledger = record();
        int reports = 0, added = 0;
        long words = 0;
        var unread = new List<(int, string, string)>();
        foreach (var some in items.Index().Chunk(AtOnce))
        {
            var readings = new List<NewReading>();
            foreach (var (place, item) in some)
            {
                var (id, outcome, reading) = read(item);
                words += outcome.Words;
                if (reading is null) unread.Add((place, id, outcome.Unread!.Reason));
                else readings.Add(reading);
            }
            writing.Start();
            added += ledger.Append(readings).Count(a => a.IsNew);
            writing.Stop();
            reports += readings.Count;
        }
        return new BatchResult(reports, added, words, clock.Elapsed, writing.Elapsed, unread);
    }
}
