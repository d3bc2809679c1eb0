using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Chancery.Records.Sql;

namespace Chancery.Records.Postgres;

/// <summary>A text's words with their places, as PostgreSQL takes a tsvector over the wire: how many words; of each the word, a zero, how many places, the places.</summary>
internal static class WordVector
{
    /// <summary>Bounds that the server sets: a tsvector holds 1 MiB, a place is at most 16,383, a word has at most 256 places.</summary>
    private const int MostBytes = 900_000, LastPlace = 16_383, MostPlaces = 255;

    /// <summary>Of a text beyond the bounds the first words.</summary>
    public static byte[] Of(string text)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
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
        return Written(places, bytes);
    }

    private static byte[] Written(Dictionary<string, List<int>> places, int about)
    {
        var vector = new ArrayBufferWriter<byte>(about + 4);
        BinaryPrimitives.WriteInt32BigEndian(vector.GetSpan(4), places.Count);
        vector.Advance(4);
        foreach (var (word, at) in places.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Encoding.UTF8.GetBytes(word, vector);
            vector.GetSpan(1)[0] = 0;
            vector.Advance(1);
            Write(vector, at.Count);
            foreach (int place in at) Write(vector, place);
        }
        return vector.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> vector, int number)
    {
        BinaryPrimitives.WriteUInt16BigEndian(vector.GetSpan(2), (ushort)number);
        vector.Advance(2);
    }
}
