using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Desk.Workers;

/// <summary>Items of an input on their way to whoever reads them: JSON, compressed.</summary>
public static class PackedPages
{
    private sealed record Item(string Id, string? Hash, PageKind Kind, string? Content, string? Url, string? StatedDate, string? Title, string? Reason, long Offset);

    public static byte[] Pack(IEnumerable<Received> items)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(deflate, items.Select(Of));
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no packed pages.</exception>
    public static IReadOnlyList<Received> Unpack(byte[] packed)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            return [.. JsonSerializer.Deserialize<Item[]>(deflate)!.Select(To)];
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("the batch cannot be unpacked: " + e.Message, e);
        }
    }

    private static Item Of(Received received) => received switch
    {
        Received.Good { Page: var p } => new Item(p.Id, p.Hash, p.Kind, Whole(p.Content), p.Url, p.StatedDate, p.Title, null, 0),
        Received.Bad { Unread: var u } => new Item(u.Id, null, default, null, null, null, null, u.Reason, u.Offset),
        _ => throw new NotSupportedException(),
    };

    private static Received To(Item item) => item.Hash is { } hash
        ? Received.Of(new Page(item.Id, hash, item.Kind, item.Content!, item.Url, item.StatedDate, item.Title))
        : Received.None(item.Id, item.Reason!, item.Offset);

    /// <summary>A lone surrogate has no UTF-8; U+FFFD is as long, so no offset moves.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
