using System.IO.Compression;

namespace Chancery.Reading.Statements;

/// <summary>Everything learned about statements, as it stands in <c>models/statements.model</c>.</summary>
/// <param name="Cues">Whether a word heads a cue.</param>
/// <param name="RoleWords">A word's role beside a given cue.</param>
/// <param name="RoleSteps">A role after a role.</param>
/// <param name="Reach">Whether a quotation goes on into the next sentence.</param>
/// <param name="Worth">Whether a statement proposed in full is one.</param>
internal sealed record StatementModel(
    WordClusters Clusters, FeatureWeights Cues, FeatureWeights RoleWords, FeatureWeights RoleSteps, FeatureWeights Reach, FeatureWeights Worth)
{
    private const int Magic = 0x31535443; // CTS1

    /// <exception cref="InvalidDataException">The file is not a statement model.</exception>
    public static StatementModel Load(string path)
    {
        using var reader = new BinaryReader(Unpacked(path));
        try
        {
            if (reader.ReadInt32() != Magic) throw new InvalidDataException($"{path} is not a statement model.");
            var clusters = ReadClusters(reader);
            return new StatementModel(clusters, FeatureWeightsFile.Read(reader), FeatureWeightsFile.Read(reader),
                FeatureWeightsFile.Read(reader), FeatureWeightsFile.Read(reader), FeatureWeightsFile.Read(reader));
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not a whole statement model.", e);
        }
    }

    /// <summary>Unpacked at one go: the numbers are read one by one, and that is slow on a packed stream.</summary>
    private static MemoryStream Unpacked(string path)
    {
        using var file = File.OpenRead(path);
        using var packed = new BrotliStream(file, CompressionMode.Decompress);
        var all = new MemoryStream(16 << 20);
        packed.CopyTo(all);
        all.Position = 0;
        return all;
    }

    public void Save(string path)
    {
        using var file = File.Create(path);
        using var writer = new BinaryWriter(new BrotliStream(file, CompressionLevel.SmallestSize));
        writer.Write(Magic);
        WriteClusters(writer);
        foreach (var weights in (ReadOnlySpan<FeatureWeights>)[Cues, RoleWords, RoleSteps, Reach, Worth]) FeatureWeightsFile.Write(writer, weights);
    }

    private static WordClusters ReadClusters(BinaryReader reader)
    {
        var words = new (uint, ushort, ushort)[reader.ReadInt32()];
        uint form = 0;
        for (int i = 0; i < words.Length; i++)
        {
            form += (uint)reader.Read7BitEncodedInt64();
            words[i] = (form, reader.ReadUInt16(), reader.ReadUInt16());
        }
        return new WordClusters(words);
    }

    private void WriteClusters(BinaryWriter writer)
    {
        writer.Write(Clusters.Count);
        uint before = 0;
        foreach (var (form, fine, wide) in Clusters.Words)
        {
            writer.Write7BitEncodedInt64(form - before);
            writer.Write(fine);
            writer.Write(wide);
            before = form;
        }
    }
}
