using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Evaluation.Pages;

/// <summary>The development pages: gzip files with their address, decoded as the product decodes them.</summary>
internal sealed record PageCorpus(string Folder)
{
    public static PageCorpus? Find(string shared = "../shared")
    {
        string folder = Path.Combine(shared, "corpora", "pages");
        return File.Exists(Path.Combine(folder, "docs.jsonl")) ? new PageCorpus(folder) : null;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public IReadOnlyList<Page> Load() => [.. File.ReadLines(PathOf("docs.jsonl")).AsParallel().AsOrdered().Select(Load)];

    private Page Load(string line)
    {
        using var row = JsonDocument.Parse(line);
        string id = row.RootElement.GetProperty("id").GetString()!;
        using var file = File.OpenRead(Path.Combine(Folder, row.RootElement.GetProperty("file").GetString()!));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return new Page(id, "", PageKind.Html, Decode(bytes.ToArray()), row.RootElement.GetProperty("url").GetString());
    }

    private static string Decode(byte[] bytes) => Chancery.Reading.Pages.DecodePage.Decode(bytes);
}
