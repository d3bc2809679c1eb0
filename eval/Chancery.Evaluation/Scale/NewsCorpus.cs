using System.IO.Compression;

namespace Chancery.Evaluation.Scale;

/// <summary>The news beside the checkout, for measuring speed.</summary>
internal static class NewsCorpus
{
    public const string Folder = "../shared/corpora/news";

    public static string[] Files => Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.jsonl.gz").Order(StringComparer.Ordinal)] : [];

    /// <param name="each">At most so many lines of each file.</param>
    public static IEnumerable<string> Lines(int each)
    {
        foreach (var file in Files)
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            for (int i = 0; i < each && reader.ReadLine() is { } line; i++) yield return line;
        }
    }
}
