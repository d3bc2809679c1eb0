using System.Globalization;

namespace Chancery.Evaluation.Scale;

/// <summary>Processor's time of all children of this process that have ended: of one that has ended nothing can be asked any more, but the system has added it up.</summary>
internal static class ChildTime
{
    private const double Ticks = 100; // a second, on Linux

    public static double Seconds
    {
        get
        {
            var stat = File.ReadAllText("/proc/self/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(13).Take(2).Sum(t => double.Parse(t, CultureInfo.InvariantCulture)) / Ticks;
        }
    }
}
