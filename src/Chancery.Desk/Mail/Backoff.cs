using NodaTime;

namespace Chancery.Desk.Mail;

/// <summary>When a letter is tried again.</summary>
public static class Backoff
{
    private static readonly Duration[] Waits =
        [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromHours(2), Duration.FromHours(4)];

    /// <summary>News of the day before yesterday is no news.</summary>
    private static readonly Duration Longest = Duration.FromDays(2);

    /// <summary>Null where it has been tried for long enough.</summary>
    public static Instant? NextTry(int attempts, Instant due, Instant now)
    {
        var next = now + Waits[Math.Clamp(attempts, 1, Waits.Length) - 1];
        return next - due > Longest ? null : next;
    }
}
