using System.IO.Compression;

namespace Chancery.Evaluation.Scale.Workers;

/// <summary>The first documents of the news corpus as one file, as long as it is needed.</summary>
internal sealed class NewsFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-news-").FullName;

    /// <param name="most">Of all files together, as evenly as they allow.</param>
    public NewsFile(int most)
    {
        using var file = new StreamWriter(new GZipStream(File.Create(Path), CompressionLevel.Fastest));
        foreach (var line in NewsCorpus.Lines(most == int.MaxValue ? most : Math.Max(1, most / NewsCorpus.Files.Length)))
        {
            file.Write(line + "\n");
            Documents++;
        }
    }

    public string Path => System.IO.Path.Combine(_folder, "news.jsonl.gz");
    public int Documents { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
