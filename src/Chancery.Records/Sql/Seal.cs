using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Records.Sql;

/// <summary>
/// A hash of rows and of the seal before them: a row that was changed, lost or slipped in breaks it and all that follow. It shows damage and careless hands; who may write
/// everything can also reckon it anew.
/// </summary>
internal static class Seal
{
    public const string Report = "r", Decision = "d";

    /// <summary>SHA-256 in hexadecimal over the cells, each with its kind and length.</summary>
    /// <param name="previous">The seal before; empty for the first.</param>
    public static string Of(string previous, IEnumerable<Row> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, 's', Encoding.UTF8.GetBytes(previous));
        foreach (var row in rows)
        {
            Add(hash, 't', Encoding.UTF8.GetBytes(row.Table.Name));
            foreach (var cell in row.Cells) Add(hash, cell);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, object? cell)
    {
        Span<byte> number = stackalloc byte[8];
        switch (cell)
        {
            case null:
                Add(hash, 'n', []);
                break;
            case long whole:
                BinaryPrimitives.WriteInt64BigEndian(number, whole);
                Add(hash, 'i', number);
                break;
            case double real:
                BinaryPrimitives.WriteDoubleBigEndian(number, real);
                Add(hash, 'f', number);
                break;
            case byte[] bytes:
                Add(hash, 'b', bytes);
                break;
            default:
                Add(hash, 's', Encoding.UTF8.GetBytes((string)Cells.Kept(cell)));
                break;
        }
    }

    private static void Add(IncrementalHash hash, char kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
        hash.AppendData(head);
        hash.AppendData(bytes);
    }
}
