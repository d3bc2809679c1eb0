using System.Diagnostics;
using System.Globalization;
using Chancery.Tests.Records.Postgres;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>The processor's time and the cores of a server and all its processes.</summary>
internal static class ServerTime
{
    private const double Ticks = 100; // a second, on Linux

    public static double Of(PostgresServer server)
    {
        int root = server.Process;
        // What has ended counts with its parent; what lives, by itself.
        return Fields(root) is { } own ? (Sum(own, 4) + Children(root).Sum(c => Fields(c) is { } f ? Sum(f, 2) : 0)) / Ticks : 0;
    }

    public static void Pin(PostgresServer server, string cores)
    {
        foreach (int process in Children(server.Process).Prepend(server.Process))
        {
            using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", cores, process.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            taskset.WaitForExit();
        }
    }

    private static IEnumerable<int> Children(int of) => Directory.GetDirectories("/proc").Select(Path.GetFileName)
        .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(p => Fields(p)?[1] == of.ToString(CultureInfo.InvariantCulture));

    /// <summary>user, system, and those of children that have ended.</summary>
    private static double Sum(string[] fields, int count) => fields.Skip(11).Take(count).Sum(f => double.Parse(f, CultureInfo.InvariantCulture));

    /// <summary>Those of /proc/N/stat behind the name: state, parent …</summary>
    private static string[]? Fields(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
