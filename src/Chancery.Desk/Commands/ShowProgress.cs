using System.Globalization;
using Spectre.Console;

namespace Chancery.Desk.Commands;

/// <summary>
/// A progress bar on standard error while long work runs: share of the input, reports, words per second. It appears after two seconds,
/// and only where standard error is a terminal and standard output is not, so that it never stands in the output.
/// </summary>
public static class ShowProgress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Whether this process may show one.</summary>
    public static bool IsWanted => IsPossible && Console.IsOutputRedirected;

    /// <summary>Whether standard error is a terminal.</summary>
    public static bool IsPossible => !Console.IsErrorRedirected;

    /// <param name="share">Share of the input taken in, 0 … 1; null where it cannot be known.</param>
    /// <param name="work">Gets an action to call after each report with the reports and words so far.</param>
    public static int During(TimeProvider time, Func<double?> share, Func<Action<int, long>, int> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var columns = new ProgressColumn[] { new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn() };
        long started = time.GetTimestamp();
        return console.Progress().AutoClear(true).HideCompleted(true).Columns(columns).Start(context =>
        {
            ProgressTask? bar = null;
            return work((reports, words) =>
            {
                var taken = time.GetElapsedTime(started);
                if (taken < Patience) return;
                bar ??= context.AddTask("reading", maxValue: 1);
                bar.IsIndeterminate = share() is null;
                bar.Value = share() ?? 0;
                bar.Description = string.Format(CultureInfo.InvariantCulture, "{0:N0} reports, {1:N0} words/s", reports, words / taken.TotalSeconds);
            });
        });
    }
}
