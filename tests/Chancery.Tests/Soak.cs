using System.Globalization;

namespace Chancery.Tests;

/// <summary>How often a property is tried: a small dose in every run, the full count with <c>CHANCERY_SOAK=1</c>, so many at most with a larger number.</summary>
internal static class Soak
{
    public static int Times(int dose, int full) => int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked > 0
        ? asked == 1 ? full : Math.Min(full, asked)
        : dose;
}
