using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>How many letters a receiving host gets a minute. Not thread-safe.</summary>
/// <param name="perMinute">By host; * for all hosts together.</param>
public sealed class HostRates(IReadOnlyDictionary<string, int> perMinute)
{
    private const string All = "*";
    private readonly Dictionary<string, Instant> _free = new(StringComparer.Ordinal);

    /// <summary>When each of these letters may go: now, or later, one behind the other.</summary>
    /// <returns>In the order of the hosts.</returns>
    public IReadOnlyList<Instant> Take(IEnumerable<string> hosts, Instant now)
    {
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. hosts.Select(host => Take(host, now, waiting))];
    }

    private Instant Take(string host, Instant now, Dictionary<string, int> waiting)
    {
        string[] limited = [.. new[] { All, host }.Where(perMinute.ContainsKey)];
        if (limited.Length == 0) return now;
        var slowest = limited.MinBy(k => perMinute[k])!;
        var free = limited.Max(k => _free.GetValueOrDefault(k, now));
        if (free > now) return free + (waiting[slowest] = waiting.GetValueOrDefault(slowest) + 1) * Interval(slowest) - Interval(slowest);
        foreach (var key in limited) _free[key] = now + Interval(key);
        return now;
    }

    private Duration Interval(string key) => Duration.FromNanoseconds(60_000_000_000 / perMinute[key]);
}
