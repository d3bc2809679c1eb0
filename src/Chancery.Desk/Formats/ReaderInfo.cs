namespace Chancery.Desk.Formats;

/// <summary>Who read: name, version and the models used, as it stands in every reading.</summary>
/// <param name="Models">Layer and models (name and the first digits of the file's SHA-256), in ordinal order of the layer.</param>
public sealed record ReaderInfo(string Name, string Version, IReadOnlyList<(string Layer, string Models)> Models)
{
    private const int Digits = 8;

    /// <summary>From the manifest beside the models, which a test holds to be true.</summary>
    public static ReaderInfo Of(string version, string modelFolder)
    {
        var manifest = Path.Combine(modelFolder, "manifest.tsv");
        var rows = File.Exists(manifest)
            ? File.ReadLines(manifest).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Where(r => r.Length == 3)
            : [];
        return new ReaderInfo("chancery", version, [.. rows
            .GroupBy(r => r[1], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, string.Join(' ', g.Select(r => $"{Path.GetFileNameWithoutExtension(r[0])}-{r[2][..Digits]}"))))]);
    }
}
