using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace Chancery.Desk.Workers;

/// <summary>A command line of Chancery that is run at set times: feeds to add, archives to submit, briefings to send.</summary>
/// <param name="run">Runs a command on this process's record and gives its exit status.</param>
public sealed class ScheduledCommand(Func<IReadOnlyList<string>, int> run)
{
    [Queue(WorkQueue.Schedules)]
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [30, 300, 1800], LogEvents = false)]
    public void Run(string name, string[] command)
    {
        int status = run(command);
        // 3: some reports were not read; the others were, and trying again would not help.
        if (status is not (0 or 3)) throw new InvalidOperationException($"{name}: chancery {string.Join(' ', command)} ended with status {status}");
    }
}

/// <summary>The schedules kept in the queue's database. Times are of the zone they were given in, summer time and all.</summary>
/// <param name="time">From when on the next time is reckoned where a schedule is set; the workers go by the system's clock.</param>
public sealed class Schedules(WorkQueue queue, TimeProvider? time = null)
{
    public sealed record Entry(string Name, string Cron, string Zone, IReadOnlyList<string> Command, DateTime? Next, DateTime? Last, string? LastState, string? Error);

    /// <exception cref="ArgumentException">The times cannot be read.</exception>
    public void Set(string name, string cron, TimeZoneInfo zone, string[] command) => new RecurringJobManager(
        queue.Storage, JobFilterProviders.Providers, new DefaultTimeZoneResolver(), () => (time ?? TimeProvider.System).GetUtcNow().UtcDateTime).AddOrUpdate(
        name, Job.FromExpression<ScheduledCommand>(s => s.Run(name, command), WorkQueue.Schedules), cron, new RecurringJobOptions { TimeZone = zone });

    public void Remove(string name) => new RecurringJobManager(queue.Storage).RemoveIfExists(name);

    public void RunNow(string name) => new RecurringJobManager(queue.Storage).TriggerJob(name);

    public IReadOnlyList<Entry> All()
    {
        using var connection = queue.Storage.GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(j => j.Id, StringComparer.Ordinal).Select(j => new Entry(
            j.Id, j.Cron, j.TimeZoneId ?? "UTC", j.Job?.Args[1] as string[] ?? [], j.NextExecution, j.LastExecution, j.LastJobState, j.Error ?? j.LoadException?.Message))];
    }
}
