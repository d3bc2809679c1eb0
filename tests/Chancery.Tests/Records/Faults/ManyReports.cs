using System.Text.Json;
using Chancery.Desk.Commands;
using Chancery.Records;

namespace Chancery.Tests.Records.Faults;

/// <summary>Short reports to be added by the real program, and what a record that holds them looks like.</summary>
internal static class ManyReports
{
    private static readonly string[] Places = ["Malawi", "Zambia", "Laos", "Nepal", "Chad", "Peru", "Benin"];
    private static readonly Lazy<ReadSetup.Readers> Readers = new(() => ReadSetup.Readers.Compose([]));

    /// <summary>A JSON Lines file of reports from the one number to the other.</summary>
    public static string Write(string folder, int first, int count)
    {
        var file = Path.Combine(folder, $"reports-{first}.jsonl");
        File.WriteAllLines(file, Enumerable.Range(first, count).Select(n => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["id"] = Id(n), ["published"] = $"2020-{1 + n % 12:00}-{1 + n % 28:00}",
            ["text"] = $"Norway suspended budget support number {n} to {Places[n % Places.Length]} on Monday. The prime minister of Norway met the president of {Places[n % Places.Length]} and said talks would go on.",
        })));
        return file;
    }

    public static string Id(int number) => $"report {number}";

    /// <summary>Adds within this process, with the readers of all tests.</summary>
    public static int Add(string place, string input)
    {
        var errors = new StringWriter();
        return AddCommand.Run(new AddOptions([input], place, null, 2, false), new Terminal(() => Stream.Null, () => Stream.Null, errors, 80, false), () => Readers.Value);
    }

    /// <summary>Of each report, in the order of recording: its id and all its claims, without the numbers and instants that depend on when it was added.</summary>
    public static IReadOnlyList<string> In(Ledger ledger) => [.. ledger.Reports(ClaimsWanted.All, AsOf.Now).Select(r =>
    {
        var of = ClaimsWanted.OfReport(r.Number);
        return string.Join('\n',
        [
            r.ReportId, ledger.Report(r.Number)!.Text,
            .. ledger.Changes(of, AsOf.Now).Select(c => $"{c.Change} {c.Measure} {c.Actor} {c.Target} {string.Join(' ', c.Passages)}"),
            .. ledger.Events(of, AsOf.Now).Select(e => $"{e.Type} {string.Join(' ', e.Sources)} {string.Join(' ', e.Targets)} {string.Join(' ', e.Passages)}"),
            .. ledger.Statements(of, AsOf.Now).Select(s => $"{s.Speaker} {s.Kind} {string.Join(' ', s.Passages)}"), .. ledger.Signals(of, AsOf.Now).Select(g => $"{g.Dyad} {g.Signal}"),
        ]);
    })];

    public static byte[] Backup(TestRecord record)
    {
        using var ledger = record.Open();
        using var output = new MemoryStream();
        ledger.Backup(output);
        return output.ToArray();
    }
}
