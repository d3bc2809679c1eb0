using System.Text.Json;

namespace Chancery.Evaluation.Scale;

/// <summary>
/// What reading and recording cost, as measured (eval/scale.json says when, and by which command), and what follows from it by arithmetic. Everything here is a product
/// or a quotient; what does not scale so is said in docs/scale.md.
/// </summary>
/// <param name="MicrosecondsPerWord">Of one core, all layers, text in and JSON out.</param>
/// <param name="MillisecondsPerPage">Of one core, beyond the words: finding the article in a page of HTML.</param>
/// <param name="WriterMilliseconds">By the clock, a report of the news corpus, 32 at one go: while one writes no other does.</param>
/// <param name="WriterProcessor">Of the writing process, a report; <paramref name="ServerProcessor"/> of the server.</param>
/// <param name="BatchMilliseconds">Of processor, worker and server: what the queue costs beside reading and recording.</param>
internal sealed record ScaleModel(
    double MicrosecondsPerWord, double MillisecondsPerPage, double WordsPerReport, double ClaimsPerReport, double WriterMilliseconds, double WriterProcessor, double ServerProcessor,
    double BatchMilliseconds, int ReportsPerBatch, double KilobytesOnPostgres, double KilobytesInFile)
{
    private const string File = "eval/scale.json";
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>One experiment: what it measured beside what the model says.</summary>
    /// <param name="Of">Which prediction; see <see cref="Predicted"/>.</param>
    public sealed record Check(string What, string Of, double Reports, double Words, double Cores, double Measured, string Unit);

    private sealed record Kept(ScaleModel Constants, Check[] Checks);

    public static (ScaleModel Model, IReadOnlyList<Check> Checks) Load()
    {
        var kept = JsonSerializer.Deserialize<Kept>(System.IO.File.ReadAllText(File), Json)!;
        return (kept.Constants, kept.Checks);
    }

    public double ReadingSeconds(double words, double pages = 0) => (words * MicrosecondsPerWord / 1e6) + (pages * MillisecondsPerPage / 1e3);

    /// <summary>Of processor, worker and server together. What recording costs goes with the claims, and these with the words.</summary>
    public double WorkersSeconds(double reports, double words) => ReadingSeconds(words)
        + (words / WordsPerReport * (WriterProcessor + ServerProcessor) / 1e3) + (reports / ReportsPerBatch * BatchMilliseconds / 1e3);

    public double Gigabytes(double words, double kilobytes) => words / WordsPerReport * kilobytes / 1e6;
    public double Claims(double words) => words / WordsPerReport * ClaimsPerReport;

    /// <summary>How many reports of so many words one record takes in a second at most, whatever the number of workers.</summary>
    public double MostReportsPerSecond(double words) => 1000 / (WriterMilliseconds * words / WordsPerReport);

    public double Predicted(Check check) => check.Of switch
    {
        "read" => ReadingSeconds(check.Words) / check.Cores,
        "archive" => ReadingSeconds(check.Words, check.Reports) / check.Cores,
        "workers" => WorkersSeconds(check.Reports, check.Words) / check.Cores,
        "postgres" => Gigabytes(check.Words, KilobytesOnPostgres) * 1000,
        "file" => Gigabytes(check.Words, KilobytesInFile) * 1000,
        _ => throw new InvalidDataException($"{File}: “{check.Of}” is no prediction; there are read, archive, workers, postgres and file."),
    };
}
