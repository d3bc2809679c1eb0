namespace Chancery.Tests;

/// <summary>How often a property is tried: a small dose in every run, the full count with <c>CHANCERY_SOAK=1</c>.</summary>
internal static class Soak
{
    public static int Times(int dose, int full) => Environment.GetEnvironmentVariable("CHANCERY_SOAK") == "1" ? full : dose;
}
