using System.Globalization;
using System.IO.Compression;
using Chancery.Reports;

namespace Chancery.Training.Syntax;

/// <summary>A sentence of a treebank, word by word. Heads are indices, -1 for the root.</summary>
internal sealed record GoldSentence(string[] Forms, Upos[] Upos, string[] Penn, string[] Features, int[] Heads, string[] Relations);

/// <summary>Reads the words of a CoNLL-U file, plain or gzip; multiword tokens and empty nodes are passed over.</summary>
internal static class Treebank
{
    public static GoldSentence[] Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        var sentences = new List<GoldSentence>();
        var words = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 && words.Count > 0)
            {
                sentences.Add(Sentence(words));
                words.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var columns = line.Split('\t');
                if (columns[0].AsSpan().IndexOfAny('-', '.') < 0) words.Add(columns);
            }
        }
        return [.. sentences];
    }

    private static GoldSentence Sentence(List<string[]> words) => new(
        [.. words.Select(w => w[1])],
        [.. words.Select(w => Enum.Parse<Upos>(w[3]))],
        [.. words.Select(w => w[4])],
        [.. words.Select(w => w[5])],
        [.. words.Select(w => int.Parse(w[6], CultureInfo.InvariantCulture) - 1)],
        [.. words.Select(w => w[7])]);
}
