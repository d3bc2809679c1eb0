using System.Collections.Concurrent;
using System.Text;
using Chancery.Desk.Fetching;

namespace Chancery.Desk.Web.Feeds;

/// <summary>Asks each host no more often than every few seconds, and only for what its robots.txt allows, which is looked at once a day.</summary>
public sealed class PoliteHosts(FetchAddress fetch, TimeProvider time)
{
    private const string OurName = "chancery";
    private const int MostHosts = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3), Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, long Read)> _rules = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, long> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the host may be asked again.</summary>
    /// <returns>False where it asks not to be.</returns>
    public async Task<bool> MayAskAsync(Uri address, CancellationToken cancel)
    {
        var rules = RulesOf(address);
        if (!rules.Allows(address.PathAndQuery)) return false;
        var pause = rules.Delay > Pause ? rules.Delay.Value : Pause;
        if (_asked.TryGetValue(address.Authority, out long last) && pause - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero)
            await Task.Delay(left, time, cancel).ConfigureAwait(false);
        if (_asked.Count > MostHosts) _asked.Clear();
        _asked[address.Authority] = time.GetTimestamp();
        return true;
    }

    private RobotsRules RulesOf(Uri address)
    {
        if (_rules.TryGetValue(address.Authority, out var known) && time.GetElapsedTime(known.Read) < Day) return known.Rules;
        if (_rules.Count > MostHosts) _rules.Clear();
        var rules = Read(new Uri(address, "/robots.txt"));
        _rules[address.Authority] = (rules, time.GetTimestamp());
        return rules;
    }

    /// <summary>As RFC 9309 has it: a host without the file allows all; one that cannot say allows nothing for now.</summary>
    private RobotsRules Read(Uri address)
    {
        try
        {
            var body = fetch.FetchIfChanged(address, null, null).Body;
            return RobotsRules.Read(Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, RobotsRules.MostBytes)), OurName);
        }
        catch (FetchException e)
        {
            return e.Status is >= 400 and < 500 and not 429 ? RobotsRules.AllAllowed : RobotsRules.NothingAllowed;
        }
    }
}
