namespace Chancery.Evaluation.Scale;

/// <summary>What measures speed and size.</summary>
internal static class ScaleEvaluation
{
    public const string Usage = "Or how fast and how large: speed [REPORTS], speed-whole, make-warc FILE [MIB], archive FILE FOLDER [KILLS].";

    /// <returns>Null where something else was asked for.</returns>
    public static int? Run(string[] args) => args switch
    {
        ["speed", ..] => ReadingSpeed.Run(args[1..]),
        ["speed-whole"] => WholeSpeed.Run(),
        ["make-warc", _, ..] => MakeWarc.Run(args[1..]),
        ["archive", _, _, ..] => ArchiveRun.Run(args[1..]),
        _ => null,
    };
}
