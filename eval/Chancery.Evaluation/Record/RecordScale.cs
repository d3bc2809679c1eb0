using System.Diagnostics;
using System.Globalization;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Evaluation.Record;

/// <summary>
/// How long answers take as the record grows: <c>record-scale PLACE [--from N] [--most N] [--ask N] [--tsv FILE]</c>. Fills the record at PLACE with synthetic reports up to 10^4, 10^5 … claims (or
/// goes on with one it filled before) and asks at each size. An answer's time is from the question to the last byte of its JSON. <c>record-scale chart SVG TSV…</c> draws what was measured.
/// </summary>
internal static class RecordScale
{
    private const int AtOnce = 2000;

    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0) throw new ArgumentException("Name a place: a file that need not exist, or postgres://….");
        if (arguments[0] == "chart") return Draw(arguments[1], arguments[2..]);
        long most = long.Parse(Option(arguments, "--most", "1000000"), CultureInfo.InvariantCulture);
        int questions = int.Parse(Option(arguments, "--ask", "2000"), CultureInfo.InvariantCulture);
        using var ledger = OpenLedger.At(arguments[0], TimeProvider.System);
        var reports = new SyntheticReports();
        var measured = new List<GrowthPoint>();
        Console.WriteLine("    claims      kind             p50 ms   p99 ms   most ms ");
        for (long size = long.Parse(Option(arguments, "--from", "10000"), CultureInfo.InvariantCulture); size <= most; size *= 10)
        {
            var filled = Fill(ledger, reports, size);
            if (filled > 0) Console.WriteLine(FormattableString.Invariant($"{size,10:N0}      filled at {filled:N0} claims per second; {Memory()}"));
            measured.AddRange(Ask(ledger, reports, size, questions));
            Console.WriteLine(FormattableString.Invariant($"{size,10:N0}      {Memory()}"));
        }
        var engine = arguments[0].StartsWith("postgres", StringComparison.Ordinal) ? "PostgreSQL" : "SQLite";
        if (Option(arguments, "--tsv", "") is { Length: > 0 } tsv)
            File.WriteAllLines(tsv, measured.Select(m => FormattableString.Invariant($"{engine}: {m.Kind}\t{m.Claims}\t{m.Half:0.000}\t{m.Most:0.000}")));
        return 0;
    }

    private static int Draw(string svg, string[] tables)
    {
        var points = tables.SelectMany(File.ReadLines).Select(l => l.Split('\t')).Select(c => new GrowthPoint(
            c[0], long.Parse(c[1], CultureInfo.InvariantCulture), double.Parse(c[2], CultureInfo.InvariantCulture), double.Parse(c[3], CultureInfo.InvariantCulture)));
        File.WriteAllText(svg, GrowthChart.Of([.. points]));
        return 0;
    }

    /// <returns>Claims per second; 0 where they stood there already.</returns>
    private static double Fill(Ledger ledger, SyntheticReports reports, long size)
    {
        long next = Count(ledger) + 1, last = size / SyntheticReports.ClaimsPerReport, added = Math.Max(0, last - next + 1);
        var watch = Stopwatch.StartNew();
        for (long first = next; first <= last; first += AtOnce)
        {
            var batch = Enumerable.Range(0, (int)Math.Min(AtOnce, last - first + 1)).Select(i => reports.Report(first + i)).ToList();
            ledger.Append(batch);
            if (last - first >= AtOnce - 1) new Review(ledger, "Synthetic Person").Reject(new RowName(RowKind.Change, first), "as an example");
        }
        return added == 0 ? 0 : added * SyntheticReports.ClaimsPerReport / watch.Elapsed.TotalSeconds;
    }

    private static IEnumerable<GrowthPoint> Ask(Ledger ledger, SyntheticReports reports, long size, int count)
    {
        var random = new Random(7);
        var on = new LocalDate(2024, 1, 1);
        var kinds = new (string Name, Func<AnswerFormat> Ask)[]
        {
            ("status", () => StatusOf(null, AsOf.Now)),
            ("status known", () => StatusOf(null, new AsOf(new LocalDate(2015, 6, 1).PlusDays(random.Next(3000))))),
            ("status measure", () => StatusOf("a", AsOf.Now)),
            ("timeline year", () => TimelineOf(random.Next(2015, 2024))),
        };
        foreach (var (name, ask) in kinds)
        {
            for (int i = 0; i < count / 2; i++) Answer.InJson(ask());
            var times = new double[count];
            for (int i = 0; i < count; i++)
            {
                long started = Stopwatch.GetTimestamp();
                Answer.InJson(ask());
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
            Array.Sort(times);
            var point = new GrowthPoint(name, size, times[count / 2], times[(int)(count * 0.99)]);
            Console.WriteLine(FormattableString.Invariant($"{size,10:N0}      {name,-15} {point.Half,8:0.00} {point.Most,8:0.00} {times[^1],9:0.00}"));
            yield return point;
        }
        Console.WriteLine(FormattableString.Invariant($"{size,10:N0}      the busiest pair: {Busiest(ledger, reports.Busiest, on)}"));

        AnswerFormat StatusOf(string? measure, AsOf asOf)
        {
            var pair = reports.Pair(random);
            return new StatusFormat(Status.Ask(ledger, new StatusQuestion(measure is null ? null : SyntheticReports.Measure(pair, random).Name, Dyad.Of(pair.One, pair.Other), on, asOf)));
        }

        AnswerFormat TimelineOf(int year)
        {
            var pair = reports.Pair(random);
            return new TimelineFormat(Timeline.Ask(ledger, new TimelineQuestion(null, Dyad.Of(pair.One, pair.Other), new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), AsOf.Now)));
        }
    }

    /// <summary>Where the time of the largest answers goes: medians of a few.</summary>
    private static string Busiest(Ledger ledger, Dyad pair, LocalDate on)
    {
        var claims = ledger.Changes(ClaimsWanted.Between(pair), AsOf.Now);
        var decisions = ledger.Decisions(AsOf.Now);
        var parts = new (string Name, Action Do)[]
        {
            ("rows", () => ledger.Changes(ClaimsWanted.Between(pair), AsOf.Now)),
            ("decisions", () => ApplyDecisions.To(claims, decisions)),
            ("folding", () => Dossier.Of(pair, AsOf.Now, claims, decisions)),
            ("status", () => Status.Ask(ledger, new StatusQuestion(null, pair, on, AsOf.Now))),
            ("status in JSON", () => Answer.InJson(new StatusFormat(Status.Ask(ledger, new StatusQuestion(null, pair, on, AsOf.Now))))),
            ("whole timeline in JSON", () => Answer.InJson(new TimelineFormat(Timeline.Ask(ledger, new TimelineQuestion(null, pair, null, null, AsOf.Now))))),
        };
        return $"{claims.Count} claims; " + string.Join(", ", parts.Select(p => FormattableString.Invariant($"{p.Name} {Median(p.Do):0.00} ms")));
    }

    private static double Median(Action action)
    {
        var times = new double[31];
        for (int i = 0; i < times.Length; i++)
        {
            long started = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(times);
        return times[times.Length / 2];
    }

    /// <summary>Reports in the record: the number of the last, found by halving.</summary>
    private static long Count(Ledger ledger)
    {
        long low = 0, high = 1;
        while (ledger.Report(high) is not null) (low, high) = (high, high * 2);
        while (high - low > 1)
        {
            long middle = (low + high) / 2;
            (low, high) = ledger.Report(middle) is null ? (low, middle) : (middle, high);
        }
        return low;
    }

    private static string Memory()
    {
        using var process = Process.GetCurrentProcess();
        return FormattableString.Invariant($"working set {process.WorkingSet64 >> 20} MiB, at most {process.PeakWorkingSet64 >> 20} MiB");
    }

    private static string Option(string[] arguments, string name, string otherwise) =>
        Array.IndexOf(arguments, name) is var at && at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : otherwise;
}
