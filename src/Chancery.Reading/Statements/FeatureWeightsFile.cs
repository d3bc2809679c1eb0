namespace Chancery.Reading.Statements;

/// <summary>Feature weights in a model file: sorted keys as differences, then the weights label by label in one byte each.</summary>
internal static class FeatureWeightsFile
{
    public static void Write(BinaryWriter writer, FeatureWeights weights)
    {
        writer.Write(weights.Labels);
        writer.Write(weights.Scale);
        var rows = weights.Rows().OrderBy(r => r.Key).ToList();
        writer.Write(rows.Count);
        uint before = 0;
        foreach (var (key, _) in rows)
        {
            writer.Write7BitEncodedInt64(key - before);
            before = key;
        }
        for (int l = 0; l < weights.Labels; l++)
            foreach (var (_, row) in rows) writer.Write(checked((sbyte)row[l]));
    }

    public static FeatureWeights Read(BinaryReader reader)
    {
        int labels = reader.ReadInt32();
        float scale = reader.ReadSingle();
        int count = reader.ReadInt32();
        if (labels is < 1 or > 64 || count is < 0 or > 10_000_000) throw new InvalidDataException("The model's sizes are out of bounds.");
        var keys = new uint[count];
        uint key = 0;
        for (int i = 0; i < count; i++) keys[i] = key += (uint)reader.Read7BitEncodedInt64();
        var values = new short[count * labels];
        for (int l = 0; l < labels; l++)
        {
            var column = reader.ReadBytes(count);
            if (column.Length < count) throw new EndOfStreamException();
            for (int i = 0; i < count; i++) values[i * labels + l] = (sbyte)column[i];
        }
        return new FeatureWeights(labels, scale, keys, values);
    }
}
