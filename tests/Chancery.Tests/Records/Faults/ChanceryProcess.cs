using System.Diagnostics;

namespace Chancery.Tests.Records.Faults;

/// <summary>The real program in a process of its own.</summary>
internal static class ChanceryProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "chancery.dll");

    public static Process Start(params string[] arguments) => Launch("dotnet", [Program, .. arguments]);

    /// <summary>Runs a shell script in which <c>chancery …</c> is the program, with file systems of its own that it may mount over a folder.</summary>
    public static (int Status, string Errors) InOwnMounts(string script, params string[] arguments) => Finish(Launch(
        "unshare", [Environment.UserName == "root" ? "-m" : "-rm", "sh", "-c", $"chancery() {{ dotnet '{Program}' \"$@\"; }}\n{script}", "sh", .. arguments]));

    public static (int Status, string Errors) Finish(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, errors);
        }
    }

    private static Process Launch(string program, IEnumerable<string> arguments) => System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardError = true, RedirectStandardOutput = false, WorkingDirectory = Path.GetTempPath(),
    })!;
}
