using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Chancery.Desk.Commands;

/// <summary>
/// Lets work that nobody waits for step back behind work that somebody does: a long run behind a desk on the same machine, what a desk prepares behind what it is asked. What has
/// nothing to wait for loses nothing.
/// </summary>
internal static class LeaveWay
{
    private const int OfThread = 0, Last = 19, Behind = 5;

    /// <summary>All threads of this process, and those they start, come last.</summary>
    public static void OfThisProcess()
    {
        try
        {
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.BelowNormal;
            // On Linux that is said of the first thread alone; the runtime's own, which compile and collect, have begun by now.
            if (OperatingSystem.IsLinux())
                foreach (var thread in Directory.GetDirectories("/proc/self/task")) SetPriority(uint.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), Last);
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // where the system does not allow it, it runs like any other
        }
    }

    /// <summary>This thread comes behind the others of its process.</summary>
    public static void OfThisThread()
    {
        if (OperatingSystem.IsLinux()) SetPriority(0, Behind);
        else Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    private static void SetPriority(uint thread, int nice) => _ = setpriority(OfThread, thread, nice);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpriority(int which, uint who, int value);
}
