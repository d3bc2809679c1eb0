using System.Globalization;
using System.Text;
using Chancery.Records.Sql;

namespace Chancery.Records.Postgres;

/// <summary>A text's words with their places, as PostgreSQL reads a tsvector: <c>'aid':3,17 'norway':1</c>.</summary>
internal static class WordVector
{
    /// <summary>Bounds that the server sets: a tsvector holds 1 MiB, a place is at most 16,383, a word has at most 256 places.</summary>
    private const int MostBytes = 900_000, LastPlace = 16_383, MostPlaces = 255;

    /// <summary>Of a text beyond the bounds the first words.</summary>
    public static string Of(string text)
    {
        var places = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        int place = 0, bytes = 0;
        foreach (var word in SearchWords.In(text))
        {
            place++;
            if (!places.TryGetValue(word.Word, out var known))
            {
                bytes += Encoding.UTF8.GetByteCount(word.Word) + 8;
                if (bytes > MostBytes) break;
                places.Add(word.Word, known = []);
            }
            if (known.Count >= MostPlaces || known.Count > 0 && known[^1] == LastPlace) continue;
            known.Add(Math.Min(place, LastPlace));
            bytes += 2;
        }
        var vector = new StringBuilder();
        foreach (var (word, at) in places) vector.Append(CultureInfo.InvariantCulture, $"'{word}':").AppendJoin(',', at).Append(' ');
        return vector.ToString();
    }
}
