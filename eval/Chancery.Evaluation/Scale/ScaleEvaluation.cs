namespace Chancery.Evaluation.Scale;

/// <summary>What measures speed and size.</summary>
internal static class ScaleEvaluation
{
    public const string Usage = "Or floors. Or how fast and how large: benchmarks [--short] [NAME…], paper, speed [REPORTS], speed-whole [ROUNDS], writing [DOCUMENTS], workers [DOCUMENTS [SECONDS]], workers-speed [DOCUMENTS [ROUNDS]], embedded [DOCUMENTS [ROUNDS]], make-warc FILE [MIB], archive FILE FOLDER [KILLS].";

    private static int CheckFloors()
    {
        var floors = Chancery.Desk.Evaluating.Floors.Parse(File.ReadAllText("eval/floors.json"));
        var here = floors.Where(f => File.Exists(Path.Combine("../shared/corpora", f.Gold))).ToList();
        foreach (var gone in floors.Except(here)) Console.WriteLine($"{gone.Name}: the corpus is not here; skipped.");
        var below = Chancery.Desk.Evaluating.Floors.Below(here, "../shared/corpora", Chancery.Desk.Commands.ReadSetup.Readers.Compose([]), Environment.ProcessorCount, Console.WriteLine);
        foreach (var line in below) Console.Error.WriteLine(line);
        return below.Count > 0 ? 1 : 0;
    }

    /// <returns>Null where something else was asked for.</returns>
    public static int? Run(string[] args) => args switch
    {
        ["speed", ..] => ReadingSpeed.Run(args[1..]),
        ["benchmarks", ..] => Benchmarks.BenchmarksRun.Run(args[1..]),
        ["paper"] => PaperRun.Run(),
        ["floors"] => CheckFloors(),
        ["speed-whole", ..] => WholeSpeed.Run(args[1..]),
        ["writing", ..] => WritingCost.Run(args[1..]),
        ["workers", ..] => Workers.WorkersRun.Run(args[1..]),
        ["workers-speed", ..] => Workers.WorkersSpeed.Run(args[1..]),
        ["embedded", ..] => Workers.Embedded.Run(args[1..]),
        ["make-warc", _, ..] => MakeWarc.Run(args[1..]),
        ["archive", _, _, ..] => ArchiveRun.Run(args[1..]),
        _ => null,
    };
}
