using System.IO.Compression;
using Chancery.Reading.Syntax.Conllu;

namespace Chancery.Training;

/// <summary>The treebank files below a folder that may go into a shipped model, and those to choose by.</summary>
internal sealed class Treebank(string folder)
{
    public IReadOnlyList<ConlluSentence> Train() => [.. Read("en_ewt/train"), .. Read("gum/train")];
    public IReadOnlyList<ConlluSentence> Dev() => Read("en_ewt/dev");

    public IReadOnlyList<ConlluSentence> Read(string name)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, name + ".conllu.gz")), CompressionMode.Decompress));
        return [.. ConlluRows.Read(text)];
    }
}
