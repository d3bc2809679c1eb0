namespace Chancery.Evaluation.Scale;

/// <summary><c>paper</c>: recomputes the tables of docs/scale.md from the measured constants of eval/scale.json: predictions beside measurements, then what no machine here can hold.</summary>
internal static class PaperRun
{
    private const double Year = 365.25 * 86_400, WordsOfWorldNews = 450, WordsOfArchive = 450;

    public static int Run()
    {
        var (model, checks) = ScaleModel.Load();
        Console.WriteLine("| experiment | predicted | measured | |\n|---|---|---|---|");
        foreach (var check in checks)
        {
            double predicted = model.Predicted(check);
            Console.WriteLine(FormattableString.Invariant($"| {check.What} | {predicted:0.#} {check.Unit} | {check.Measured:0.#} {check.Unit} | {check.Measured / predicted:0.00} |"));
        }
        Console.WriteLine("\n| calculated | a year of world news, 10^8 | an archive such as Common Crawl's news, 10^9 |\n|---|---|---|");
        double news = 1e8 * WordsOfWorldNews, archive = 1e9 * WordsOfArchive;
        Row("reading, text", Days(model.ReadingSeconds(news)), Days(model.ReadingSeconds(archive)));
        Row("reading, pages of HTML", Days(model.ReadingSeconds(news, 1e8)), Days(model.ReadingSeconds(archive, 1e9)));
        Row("recording and queue, workers' and server's processor", Days(model.WorkersSeconds(1e8, news) - model.ReadingSeconds(news)), Days(model.WorkersSeconds(1e9, archive) - model.ReadingSeconds(archive)));
        Row("record on PostgreSQL", Bytes(model.Gigabytes(news, model.KilobytesOnPostgres)), Bytes(model.Gigabytes(archive, model.KilobytesOnPostgres)));
        Row("claims", Many(model.Claims(news)), Many(model.Claims(archive)));
        Row("all year round", Rate(1e8 / Year), Rate(1e9 / Year));
        double most = model.MostReportsPerSecond(WordsOfWorldNews);
        Row("one record's writer takes at most", Rate(most), Rate(most));
        Row("so one record is filled in no less than", FormattableString.Invariant($"{1e8 / most / 86_400:0.#} days"), FormattableString.Invariant($"{1e9 / most / 86_400:0.#} days"));
        Row("readers that keep one writer busy", Cores(model, most), Cores(model, most));
        return 0;
    }

    private static void Row(string what, string news, string archive) => Console.WriteLine($"| {what} | {news} | {archive} |");
    private static string Days(double seconds) => FormattableString.Invariant($"{seconds / 86_400:0.#} core-days");
    private static string Bytes(double gigabytes) => FormattableString.Invariant($"{gigabytes / 1000:0.0} TB");
    private static string Rate(double reports) => FormattableString.Invariant($"{reports:0.#} reports a second");
    private static string Many(double count) => FormattableString.Invariant($"{count / 1e9:0.0} × 10^9");
    private static string Cores(ScaleModel model, double reports) => FormattableString.Invariant($"{reports * model.ReadingSeconds(WordsOfWorldNews, 1):0} cores");
}
