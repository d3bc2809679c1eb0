using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading.Dating;
using Chancery.Reading.Pages;
using Chancery.Reading.Times;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Evaluation.Dating;

/// <summary>
/// Doubts raised on reports whose date is right (each is a mistake), on the same reports with their date moved (each missing one
/// may be), and the dates inferred for them where the date is taken away.
/// </summary>
internal static class DatingEvaluation
{
    private const string Folder = "../shared/corpora/news";

    /// <summary>Days by which a right date is made wrong; chosen so that no weekday stays what it was.</summary>
    private static readonly int[] Shifts = [-1100, -400, -60, 60, 400, 1100];

    /// <param name="args">How many doubts, and how many wrong inferences, to print for each corpus (10); the name of one corpus.</param>
    public static int Run(string[] args)
    {
        int shown = args.Length > 0 && int.TryParse(args[0], out int n) ? n : 10;
        var pipeline = new Pipeline([new FindTimes(TimeFilter.Load("models/times.model")), new CheckDate(EventCalendar.BuiltIn)]);
        foreach (var name in (string[])["wikinews", "state-releases", "whitehouse-releases"])
        {
            if (args.Length > 1 && args[1] != name) continue;
            var path = Path.Combine(Folder, name + ".jsonl.gz");
            if (!File.Exists(path))
            {
                Console.WriteLine($"dating: the corpus {path} is not here; skipped.");
                continue;
            }
            var pages = Load(path);
            Console.WriteLine($"{name}: {pages.Count} reports");
            FalseDoubts(pipeline, pages, shown);
            WrongDates(pipeline, pages);
            MissingDates(pipeline, pages, shown);
        }
        return 0;
    }

    private static void FalseDoubts(Pipeline pipeline, List<Page> pages, int shown)
    {
        var watch = Stopwatch.StartNew();
        var readings = pages.ConvertAll(page => Read(pipeline, page));
        var spent = watch.Elapsed;
        var doubted = readings.FindAll(r => r.Published.Doubts.Count > 0);
        Console.WriteLine($"  right dates doubted: {doubted.Count} of {pages.Count} ({100.0 * doubted.Count / pages.Count:0.00} %), all read in {spent.TotalSeconds:0.0} s");
        foreach (var reading in doubted.Take(shown))
        {
            Console.WriteLine($"    {reading.Report.Id} {reading.Report.Witnessed.Value} -> {reading.Published.Value}");
            Print(reading);
        }
    }

    private static void WrongDates(Pipeline pipeline, List<Page> pages)
    {
        foreach (int shift in Shifts)
        {
            int found = 0, near = 0;
            foreach (var page in pages)
            {
                var right = Day(page);
                var published = Read(pipeline, page with { StatedDate = StatedDate(right.PlusDays(shift)) }).Published;
                if (published.Doubts.Count == 0) continue;
                found++;
                if (published.Basis == PublishedBasis.Inferred && IsNear(published, right)) near++;
            }
            Console.WriteLine($"  dates moved by {shift,5} days: doubted {100.0 * found / pages.Count,5:0.0} %, put right to 7 days {100.0 * near / pages.Count,5:0.0} %");
        }
    }

    private static void MissingDates(Pipeline pipeline, List<Page> pages, int shown)
    {
        int inferred = 0, near = 0, month = 0;
        foreach (var page in pages)
        {
            var reading = Read(pipeline, page with { StatedDate = null });
            if (reading.Published.Date is not { } day) continue;
            inferred++;
            var right = Day(page);
            if (IsNear(reading.Published, right)) near++;
            if (Math.Abs(Period.DaysBetween(day, right)) <= 31) month++;
            else if (shown-- > 0)
            {
                Console.WriteLine($"    {page.Id} {page.StatedDate} -> {reading.Published.Value}");
                Print(reading);
            }
        }
        Console.WriteLine($"  date taken away: inferred for {inferred}, of these right to 7 days {near}, to 31 days {month}");
    }

    private static bool IsNear(Published published, LocalDate right) => Math.Abs(Period.DaysBetween(published.Date!.Value, right)) <= 7;

    private static void Print(AnnotatedReport reading)
    {
        foreach (var doubt in reading.Published.Doubts)
        {
            var words = doubt.Evidence.Select(e => e.Cut(reading.Report.Text).ReplaceLineEndings(" "));
            Console.WriteLine($"      {doubt.Reason}: {string.Join(" … ", words)}");
        }
    }

    private static LocalDate Day(Page page) => LocalDate.FromDateOnly(DateOnly.ParseExact(page.StatedDate!, "yyyy-MM-dd"));

    private static string StatedDate(LocalDate day) => day.ToString("uuuu-MM-dd", null);

    private static AnnotatedReport Read(Pipeline pipeline, Page page)
    {
        var (reading, failure) = pipeline.Read(ReadPlainText.Read(page));
        return reading ?? throw new InvalidDataException($"{failure!.Id}: {failure.Reason}");
    }

    private static List<Page> Load(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var pages = new List<Page>();
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            string Field(string name) => row.RootElement.GetProperty(name).GetString()!;
            pages.Add(new Page(Field("id"), "", PageKind.Text, Field("text"), Title: Field("title"), StatedDate: Field("published")));
        }
        return pages;
    }
}
