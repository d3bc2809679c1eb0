using System.Globalization;

namespace Chancery.Desk.Workers;

/// <summary>What the queue looks like at the moment.</summary>
public sealed record WorkState(
    long Waiting, long BeingRead, long Done, long Reports, long Added, long Words, double ReportsPerSecond, double WordsPerSecond,
    IReadOnlyList<WorkState.WorkerState> Workers, IReadOnlyList<WorkState.NotRead> Unread, IReadOnlyList<WorkState.PoisonBatch> Poison, IReadOnlyList<Schedules.Entry> Schedules)
{
    /// <param name="Heartbeat">When it last said that it is there (UTC).</param>
    public sealed record WorkerState(string Name, int Jobs, DateTime? Heartbeat);

    public sealed record NotRead(long Count, string Reason, string First);

    public sealed record PoisonBatch(long Number, int Items, string Reason);

    /// <summary>Rates are of the last minute.</summary>
    public static WorkState Of(WorkQueue queue)
    {
        var count = queue.Store.Ask("""
            SELECT count(*) FILTER (WHERE done IS NULL AND poison IS NULL), count(*) FILTER (WHERE done IS NOT NULL AND reports + words > 0), sum(reports), sum(added), sum(words),
              sum(reports) FILTER (WHERE done > now() - interval '60 seconds') / 60.0, sum(words) FILTER (WHERE done > now() - interval '60 seconds') / 60.0
            FROM chancery_work.batches
            """)[0];
        var api = queue.Storage.GetMonitoringApi();
        long reading = Math.Min(api.ProcessingCount(), Whole(count[0]));
        return new WorkState(Whole(count[0]) - reading, reading, Whole(count[1]), Whole(count[2]), Whole(count[3]), Whole(count[4]), Number(count[5]), Number(count[6]),
            [.. api.Servers().OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new WorkerState(s.Name, s.WorkersCount, s.Heartbeat))],
            [.. queue.Store.Ask("SELECT count(*), reason, min(id) FROM chancery_work.unread GROUP BY reason ORDER BY 1 DESC, 2 LIMIT 20").Select(r => new NotRead(Whole(r[0]), r[1]!, r[2]!))],
            [.. queue.Store.Ask("SELECT number, items, poison FROM chancery_work.batches WHERE poison IS NOT NULL AND done IS NULL ORDER BY number LIMIT 100")
                .Select(r => new PoisonBatch(Whole(r[0]), (int)Whole(r[1]), r[2]!))],
            new Schedules(queue).All());
    }

    private static long Whole(string? cell) => cell is null ? 0 : long.Parse(cell, CultureInfo.InvariantCulture);
    private static double Number(string? cell) => cell is null ? 0 : double.Parse(cell, CultureInfo.InvariantCulture);
}
