using Chancery.Desk.Briefing;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Reading.Pages;
using Chancery.Records;
using Chancery.Records.Briefing;
using Chancery.Records.Sqlite;
using NodaTime;

namespace Chancery.Evaluation.Briefing;

/// <summary>The seed report and our reports as the news of days: what the issue of the seed's evening says, beside what it should.</summary>
internal static class BriefingEvaluation
{
    private const string Seed = "../shared/seed/report.txt";
    private static readonly string[] Own = ["eval/Chancery.Evaluation/Record/reports", "samples"];

    public static int Run()
    {
        if (!File.Exists(Seed))
        {
            Console.WriteLine($"briefing: {Seed} is not here; skipped.");
            return 0;
        }
        var folder = Directory.CreateTempSubdirectory("chancery-briefing-").FullName;
        try
        {
            using var ledger = SqliteLedger.Open(Path.Combine(folder, "record.sqlite"), TimeProvider.System);
            foreach (var file in Own.SelectMany(o => Directory.GetFiles(o)).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Prepend(Seed)) Add(ledger, file);
            var issue = MakeIssue.Of(ledger, new LocalDate(2020, 1, 4), Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), null, KeptParts.Of);
            var reader = new ReaderIssue(issue.Date, issue.Number, FitReading.To(issue.Entries, Interest.Everything), Dates.English, new Uri("https://desk.example"), _ => null);
            Console.WriteLine(TextLetter.Of(reader, []));
            return Check(reader);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Add(Ledger ledger, string path)
    {
        var readers = Readers.Value;
        var add = new AddRun(new ReadPage(readers.Layers, readers.Recover), ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder), ledger, TextWriter.Null, TimeProvider.System);
        using var file = File.OpenRead(path);
        add.Run(ReadInput.Read(file, new InputSource(Path.GetFileName(path))), 1);
    }

    private static readonly Lazy<ReadSetup.Readers> Readers = new(() => ReadSetup.Readers.Compose([]));

    private static int Check(ReaderIssue issue)
    {
        string Told(EntryKind kind) => string.Join('\n', issue.Fitted.Entries.Where(e => e.Kind == kind).Select(e => issue.Line(e) + " " + e.Quote));
        var changes = Told(EntryKind.Change);
        var training = Line(issue, "International Military Education and Training");
        var assistance = Line(issue, "Security assistance");
        (string What, bool Holds)[] checks =
        [
            ("reinstatement of IMET was authorised", training.Contains("authorised, not yet in effect", StringComparison.Ordinal) && training.Contains("stays suspended", StringComparison.Ordinal)),
            ("the wider suspension remains", assistance.Contains("still suspended", StringComparison.Ordinal)),
            ("who said so: the bureau", training.Contains("bureau", StringComparison.OrdinalIgnoreCase) && changes.Contains("Bureau of South and Central Asian Affairs", StringComparison.Ordinal)),
            ("who said so: Wells", assistance.Contains("Said by Alice Wells", StringComparison.Ordinal)),
            ("the file's date was not believed", Told(EntryKind.DateDoubt).Contains("17 December 2019, was not believed; it is taken to be of 4 January 2020", StringComparison.Ordinal)),
            ("the relation thaws", Told(EntryKind.Turn).Contains("thaw", StringComparison.Ordinal)),
            ("nothing of the six stories beside it is told as tonight's", !changes.Contains("troops", StringComparison.Ordinal) && !changes.Contains("loan", StringComparison.Ordinal)),
        ];
        foreach (var (what, holds) in checks) Console.WriteLine($"{(holds ? "yes" : "NO ")}  {what}");
        return checks.All(c => c.Holds) ? 0 : 1;
    }

    private static string Line(ReaderIssue issue, string measure) =>
        issue.Fitted.Entries.Where(e => e.Kind == EntryKind.Change).Select(issue.Line).FirstOrDefault(l => l.Contains(measure, StringComparison.Ordinal)) ?? "";
}
