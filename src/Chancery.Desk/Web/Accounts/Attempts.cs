using System.Collections.Concurrent;

namespace Chancery.Desk.Web.Accounts;

/// <summary>Counts what somebody tried lately and says when it is too much. Kept for a while and for so many at most.</summary>
/// <param name="most">How often within the time.</param>
internal sealed class Attempts(TimeProvider time, int most, TimeSpan within)
{
    private const int MostKept = 10_000;
    private readonly ConcurrentDictionary<string, (long Begun, int Count)> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>False where it was tried too often.</returns>
    public bool Allow(string who)
    {
        if (_counts.Count > MostKept) ForgetOld();
        return _counts.AddOrUpdate(who, _ => (time.GetTimestamp(), 1), (_, seen) => IsOver(seen) ? (time.GetTimestamp(), 1) : (seen.Begun, seen.Count + 1)).Count <= most;
    }

    private bool IsOver((long Begun, int Count) seen) => time.GetElapsedTime(seen.Begun) > within;

    /// <summary>Begins to count anew.</summary>
    public void Forget() => _counts.Clear();

    private void ForgetOld()
    {
        foreach (var (who, seen) in _counts)
            if (IsOver(seen)) _counts.TryRemove(who, out _);
        if (_counts.Count > MostKept) _counts.Clear();
    }
}
