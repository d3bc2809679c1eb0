namespace Chancery.Evaluation;

/// <summary>A folder of this run's own for what is given to the scorers; two runs side by side do not meet. Gone when the run ends.</summary>
internal static class Scratch
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("chancery-eval-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    public static string File(string name) => Path.Combine(Folder.Value, name);
}
