using System.CommandLine;
using System.Text;

namespace Chancery.Desk.Commands;

/// <summary>Charts written to a file beside an answer.</summary>
public static class SvgFile
{
    public static Option<string?> Option(string description) => new("--svg") { Description = description };

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string file, string svg)
    {
        try
        {
            File.WriteAllText(file, svg, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--svg {file}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
