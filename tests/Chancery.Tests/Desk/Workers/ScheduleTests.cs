using System.Diagnostics;
using System.Globalization;
using Chancery.Desk.Workers;
using Chancery.Records;
using Chancery.Tests.Records.Postgres;
using Xunit;

namespace Chancery.Tests.Desk.Workers;

/// <summary>What is to be done at set times is done then, by whichever worker is there.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-schedules-").FullName;
    private readonly string _place = PostgresServer.Shared.Address(PostgresServer.Shared.NewDatabase());
    private readonly WorkQueue _queue;

    public ScheduleTests() => _queue = WorkQueue.Open(_place);

    public void Dispose()
    {
        _queue.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Europe/Berlin", "30 18 * * *", "2026-03-28T20:00:00Z", "2026-03-29T16:30:00Z")] // summer time has begun
    [InlineData("Europe/Berlin", "30 18 * * *", "2026-10-24T20:00:00Z", "2026-10-25T17:30:00Z")] // and ended
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-03-28T20:00:00Z", "2026-03-29T01:00:00Z")] // a time of day that there is not: when it would have been over
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-10-24T20:00:00Z", "2026-10-25T00:30:00Z")] // one that there is twice: the first
    [InlineData("Europe/Berlin", "30 2 * * *", "2026-10-25T00:31:00Z", "2026-10-26T01:30:00Z")] // and not the second
    [InlineData("America/New_York", "30 18 * * *", "2026-03-07T23:45:00Z", "2026-03-08T22:30:00Z")]
    [InlineData("Asia/Kolkata", "30 18 * * *", "2026-03-28T20:00:00Z", "2026-03-29T13:00:00Z")]
    [InlineData("UTC", "0 0 1 * *", "2026-03-28T20:00:00Z", "2026-04-01T00:00:00Z")]
    public void a_schedule_keeps_the_hours_of_its_zone(string zone, string times, string set, string first)
    {
        var schedules = new Schedules(_queue, new Standing(set));
        schedules.Set("evening", times, TimeZoneInfo.FindSystemTimeZoneById(zone), ["add", "https://news.example/rss"]);
        var entry = Assert.Single(schedules.All());
        Assert.Equal((zone, first, "add https://news.example/rss"), (entry.Zone, entry.Next!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), string.Join(' ', entry.Command)));
        schedules.Remove("evening");
        Assert.Empty(schedules.All());
    }

    [Fact]
    public void when_its_hour_has_come_a_worker_runs_the_command_once_and_a_mistake_in_it_is_told()
    {
        var report = Path.Combine(_folder, "report.txt");
        File.WriteAllText(report, "Norway resumed its grain aid to Malawi on Monday, the foreign ministry said.\n");
        // Set yesterday, for an hour that has been since; the next is tomorrow or later today.
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        var schedules = new Schedules(_queue, new Standing(yesterday.ToString("o", CultureInfo.InvariantCulture)));
        var hour = TimeZoneInfo.ConvertTime(yesterday.AddHours(2), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Hour;
        schedules.Set("evening", $"5 {hour} * * *", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), ["add", "--published", "2021-03-05", report]);
        schedules.Set("wrong", $"5 {hour} * * *", TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), ["ad", report]);
        using var worker = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), "work", "--record", _place, "--jobs", "1"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        worker.BeginErrorReadLine();
        worker.BeginOutputReadLine();
        try
        {
            var clock = Stopwatch.StartNew();
            while (schedules.All() is not [{ LastState: "Succeeded" }, { LastState: "Scheduled" }])
            {
                Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), "the schedule was not run: " + string.Join("; ", schedules.All()));
                Thread.Sleep(100);
            }
        }
        finally
        {
            worker.Kill();
            worker.WaitForExit();
        }
        using var ledger = OpenLedger.At(_place, TimeProvider.System);
        Assert.Single(ledger.Reports(new ClaimsWanted(), AsOf.Now));
        // One run each, and the next at that hour of Tokyo, to come.
        Assert.Equal("2", _queue.Store.Ask("SELECT count(*) FROM chancery_jobs.job")[0][0]);
        foreach (var entry in schedules.All())
        {
            Assert.True(entry.Next > TimeProvider.System.GetUtcNow().UtcDateTime);
            Assert.Equal((hour, 5), (TimeZoneInfo.ConvertTimeFromUtc(entry.Next!.Value, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Hour, entry.Next.Value.Minute));
        }
        Assert.Contains("wrong: chancery ad ", _queue.Store.Ask("SELECT string_agg(data::text, ' ') FROM chancery_jobs.state")[0][0]!, StringComparison.Ordinal);
    }

    /// <summary>A clock that stands still.</summary>
    private sealed class Standing(string at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
    }
}
