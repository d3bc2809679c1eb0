using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Reading.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Questions;
using Chancery.Records.Sqlite;
using Chancery.Reports;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Evaluation.Record;

/// <summary>The seed report and three reports of our own about the same measures, added in each of the 24 orders: what the record answers, beside what it should.</summary>
internal static class SeedScenario
{
    private const string Seed = "../shared/seed/report.txt", Own = "eval/Chancery.Evaluation/Record/reports";
    private const string Training = "IMET", Assistance = "security assistance";
    private static readonly string[] Suspended = ["suspended"], EndedOrSuspended = ["suspended", "ended", "suspended authorised"], Nothing = ["-"];

    /// <summary>Measure, day asked about, known by (null for all), what may be answered ("-": not listed).</summary>
    private static readonly (string Measure, string On, string? Known, string[] May)[] Cases =
    [
        (Training, "2018-03-01", null, ["unknown", "-", "in-effect"]), (Training, "2019-06-01", null, Suspended), (Training, "2020-02-01", null, ["suspended authorised"]), (Training, "2020-10-01", null, ["in-effect"]),
        (Assistance, "2018-03-01", null, EndedOrSuspended), (Assistance, "2019-06-01", null, EndedOrSuspended), (Assistance, "2020-02-01", null, EndedOrSuspended), (Assistance, "2020-10-01", null, EndedOrSuspended),
        (Training, "2020-12-31", "2018-01-04", Nothing), (Assistance, "2020-12-31", "2018-01-04", Nothing),
        (Training, "2020-12-31", "2018-01-05", Nothing), (Assistance, "2020-12-31", "2018-01-05", EndedOrSuspended),
        (Training, "2020-12-31", "2018-08-10", Nothing), (Training, "2020-12-31", "2018-08-11", Suspended),
        // The stated date, 2019-12-17, is refused: the seed was published on 2020-01-04 at the earliest.
        (Training, "2020-12-31", "2019-12-31", Suspended), (Training, "2020-12-31", "2020-01-04", ["suspended authorised"]),
        (Training, "2020-12-31", "2020-09-15", ["suspended authorised"]), (Training, "2020-12-31", "2020-09-16", ["in-effect"]), (Assistance, "2020-12-31", "2020-09-16", EndedOrSuspended),
    ];

    public static int Run()
    {
        if (!File.Exists(Seed))
        {
            Console.WriteLine($"record: {Seed} is not here; skipped.");
            return 0;
        }
        string[] reports = [Seed, .. Directory.GetFiles(Own).Order(StringComparer.Ordinal)];
        var readers = ReadSetup.Readers.Compose([]);
        var wrong = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var timelines = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int orders = 0;
        foreach (var order in Orders(reports.Length))
        {
            orders++;
            var folder = Directory.CreateTempSubdirectory("chancery-seed-").FullName;
            using (var ledger = SqliteLedger.Open(Path.Combine(folder, "record.sqlite"), TimeProvider.System))
            {
                var add = new AddRun(new ReadPage(readers.Layers, readers.Recover), ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder), ledger, TextWriter.Null, TimeProvider.System);
                foreach (int i in order)
                {
                    using var file = File.OpenRead(reports[i]);
                    add.Run(ReadInput.Read(file, new InputSource(reports[i])), 1);
                }
                foreach (var c in Cases)
                {
                    var stands = Stands(ledger, c.Measure, c.On, c.Known);
                    var what = $"{c.Measure} on {c.On}{(c.Known is null ? "" : $", known {c.Known}")}: {stands}, not {string.Join(" or ", c.May)}";
                    if (!c.May.Contains(stands)) wrong[what] = wrong.GetValueOrDefault(what) + 1;
                }
                var told = Timelines(ledger);
                timelines[told] = timelines.GetValueOrDefault(told) + 1;
            }
            Directory.Delete(folder, recursive: true);
        }
        Console.WriteLine($"{Cases.Length} questions in each of {orders} orders: {wrong.Values.Sum()} answered otherwise than they should.");
        foreach (var (what, times) in wrong) Console.WriteLine($"  {what} ({times} orders)");
        Console.WriteLine("The timeline of IMET:");
        foreach (var (told, times) in timelines) Console.WriteLine($"  {told} ({times} orders)");
        return wrong.Count == 0 && timelines.Count == 1 ? 0 : 1;
    }

    private static string Stands(Ledger ledger, string measure, string on, string? known)
    {
        var question = new StatusQuestion(measure, Dyad.Of("USA", "PAK"), Day(on), new AsOf(known is null ? null : Day(known)));
        var found = Status.Ask(ledger, question).Measures;
        return found.Count == 0 ? "-" : string.Join(" / ", found.Select(m => m.State.Name() + (m.Stage == Stage.Authorised ? " authorised" : "")));
    }

    private static string Timelines(Ledger ledger) => string.Join(" → ", Timeline.Ask(ledger, new TimelineQuestion(Training, Dyad.Of("USA", "PAK"), null, null, AsOf.Now)).Entries
        .Select(e => $"{e.Told.Change.ToString().ToLowerInvariant()}{(e.Told.IsAuthorised ? " authorised" : "")} {e.Told.Date.Value} by {e.Told.IndependentSources}"));

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static IEnumerable<int[]> Orders(int count) =>
        count == 0 ? [[]] : Orders(count - 1).SelectMany(o => Enumerable.Range(0, count).Select(at => (int[])[.. o[..at], count - 1, .. o[at..]]));
}
