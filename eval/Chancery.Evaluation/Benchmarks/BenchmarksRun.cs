using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Chancery.Evaluation.Record;
using Chancery.Evaluation.Scale;
using Perfolizer.Horology;

namespace Chancery.Evaluation.Benchmarks;

/// <summary>
/// <c>benchmarks [--short] [NAME…]</c>: each with its baseline in the same run; prints tables, draws what grows, and writes both to docs/benchmarks.
/// </summary>
internal static class BenchmarksRun
{
    private const string Folder = "docs/benchmarks";

    private static readonly (Type Type, string Title, string Along)[] All =
    [
        (typeof(ReadingByLayer), "", ""),
        (typeof(ReadingGrowth), "Milliseconds to read a report", "words in the report"),
        (typeof(Adding), $"Milliseconds to add {Adding.Reports} reports", "claims in the record"),
        (typeof(Asking), "Milliseconds to an answer", "claims in the record"),
        (typeof(Evenings), "Milliseconds to an evening's briefing", "claims in the record"),
    ];

    public static int Run(string[] args)
    {
        bool brief = args.Contains("--short");
        var names = args.Where(a => !a.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Directory.CreateDirectory(Folder);
        foreach (var (type, title, along) in All.Where(b => names.Count == 0 || names.Contains(b.Type.Name)))
        {
            Console.WriteLine($"{type.Name} …");
            var summary = BenchmarkRunner.Run(type, Config(type, brief));
            foreach (var error in summary.ValidationErrors) Console.WriteLine(error.Message);
            if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => r.ResultStatistics is null)) return 1;
            MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
            File.WriteAllText(Path.Combine(Folder, type.Name + ".svg"), type == typeof(ReadingByLayer) ? ByLayer(summary) : Growth(summary, title, along));
            File.WriteAllText(Path.Combine(Folder, type.Name + ".md"), Table(summary, type, brief));
        }
        Tests.Records.Postgres.PostgresServer.StopShared();
        return 0;
    }

    /// <summary>In this process: nothing is built for it, and a record that was filled is there.</summary>
    private static ManualConfig Config(Type type, bool brief)
    {
        var job = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false)).WithWarmupCount(brief ? 1 : 4).WithIterationCount(brief ? 3 : 12);
        job = type == typeof(Adding)
            ? job.WithStrategy(RunStrategy.Monitoring).WithInvocationCount(1).WithUnrollFactor(1) // each time the record has grown
            : job.WithIterationTime(TimeInterval.FromMilliseconds(brief ? 200 : 500));
        return ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance).AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath("BenchmarkDotNet.Artifacts").WithOptions(ConfigOptions.DisableLogFile);
    }

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static string ByLayer(Summary summary)
    {
        var layers = summary.Reports.Where(r => NameOf(r) != nameof(ReadingByLayer.Whole)).ToList();
        return SpeedChart.Of([.. layers.Select(NameOf)], [.. layers.Select(r => r.ResultStatistics!.Median / 1000 / OwnPages.Words)]);
    }

    private static string Growth(Summary summary, string title, string along) => GrowthChart.Of(
        [.. summary.Reports.Select(r => new GrowthPoint(NameOf(r), (int)r.BenchmarkCase.Parameters.Items[0].Value, r.ResultStatistics!.Median / 1e6, r.ResultStatistics.Percentiles.P95 / 1e6))],
        title + ": solid 95th percentile of rounds, dashed median", along, limit: null);

    private static string Table(Summary summary, Type type, bool brief)
    {
        var log = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(summary, log);
        return $"# {type.Name}\n\nMade by `eval -- benchmarks`{(brief ? " --short" : "")}; what each row does stands in `eval/Chancery.Evaluation/Benchmarks/{type.Name}.cs`.\n\n![]({type.Name}.svg)\n{log.GetLog().ReplaceLineEndings("\n")}";
    }
}
