namespace Chancery.Desk.Commands;

/// <summary>The streams a command runs on, and how the output wants to look.</summary>
/// <param name="ShowsProgress">Whether a progress bar may stand on standard error.</param>
/// <param name="Width">Columns of text for people.</param>
public sealed record Terminal(Func<Stream> Input, Func<Stream> Output, TextWriter Errors, int Width, bool Colour, bool ShowsProgress = false)
{
    public static Terminal OfThisProcess()
    {
        bool shown = !Console.IsOutputRedirected;
        bool colour = shown && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(Console.OpenStandardInput, Console.OpenStandardOutput, Console.Error, shown ? Math.Clamp(Console.WindowWidth, 40, 100) : 80, colour,
            ShowsProgress: ShowProgress.IsWanted);
    }
}
