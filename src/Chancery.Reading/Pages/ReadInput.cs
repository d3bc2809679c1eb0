using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reading.Pages.Feeds;
using Chancery.Reading.Pages.Warc;
using Chancery.Reports;

namespace Chancery.Reading.Pages;

/// <summary>What is known of an input before it is opened.</summary>
/// <param name="Id">The id its page gets, where it is one page: the path as given, the address.</param>
/// <param name="Charset">Declared beside the bytes (HTTP), or null.</param>
/// <param name="MayBeConllu">Whether text that looks like CoNLL-U is to be taken as such.</param>
/// <param name="StatedDate">A publication date that the user gives for all of it, or null.</param>
public sealed record InputSource(string Id, string? Url = null, string? Charset = null, string? StatedDate = null, bool MayBeConllu = false);

/// <summary>A stream of bytes as the pages in it, lazily, recognised by content; gzip is seen through.</summary>
public static class ReadInput
{
    public static IEnumerable<Received> Read(Stream bytes, InputSource source) => Guarded(ReadOpened(bytes, source), source.Id);

    private static IEnumerable<Received> ReadOpened(Stream bytes, InputSource source)
    {
        using var opened = new HeadStream(bytes, RecogniseInput.HeadBytes);
        if (!opened.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            foreach (var item in ReadPlain(opened, source)) yield return item;
            yield break;
        }
        using var unpacked = new HeadStream(new GZipStream(opened, CompressionMode.Decompress), RecogniseInput.HeadBytes);
        foreach (var item in ReadPlain(unpacked, source)) yield return item;
    }

    private static IEnumerable<Received> ReadPlain(HeadStream stream, InputSource source) => RecogniseInput.Of(stream.Head) switch
    {
        InputKind.Empty => [Received.None(source.Id, "empty")],
        InputKind.Binary => [Received.None(source.Id, "binary data, not text", stream.Head.IndexOf((byte)0))],
        InputKind.JsonLines => WithDate(ReadJsonLines.Read(stream, source.Id), source.StatedDate),
        InputKind.Html => [ReadWhole(stream, source, PageKind.Html)],
        InputKind.Text => [ReadWhole(stream, source, source.MayBeConllu && RecogniseInput.IsConllu(stream.Head) ? PageKind.Conllu : PageKind.Text)],
        InputKind.Feed => WithDate(ReadWhole(stream, source, PageKind.Html) is Received.Good whole
            ? ReadFeed.Read(whole.Page.Content, source.Id) : [Received.None(source.Id, $"larger than {InputLimits.PageBytes >> 20} MiB")], source.StatedDate),
        _ => WithDate(ReadWarc.Read(stream, source.Id), source.StatedDate),
    };

    private static IEnumerable<Received> WithDate(IEnumerable<Received> items, string? date) => date is null
        ? items
        : items.Select(item => item is Received.Good good ? Received.Of(good.Page with { StatedDate = date }) : item);

    private static Received ReadWhole(Stream stream, InputSource source, PageKind kind)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (stream.Read(buffer) is var n and > 0)
        {
            if (all.Length + n > InputLimits.PageBytes)
                return Received.None(source.Id, $"larger than {InputLimits.PageBytes >> 20} MiB", InputLimits.PageBytes);
            all.Write(buffer, 0, n);
        }
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        if (Decode(bytes, kind, source.Charset) is not { } content)
            return Received.None(source.Id, "not UTF-8 text; convert it first", FirstBadByte(bytes));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Received.Of(new Page(source.Id, hash, kind, content, source.Url, source.StatedDate));
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, PageKind kind, string? charset) =>
        kind == PageKind.Html || charset is not null || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || System.Text.Unicode.Utf8.IsValid(bytes) ? DecodePage.Decode(bytes, charset) : null;

    private static long FirstBadByte(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out int used) == System.Buffers.OperationStatus.Done) at += used;
        return at;
    }

    /// <summary>A stream that breaks in the middle (broken gzip, lost connection) ends in one bad item, not in an exception.</summary>
    private static IEnumerable<Received> Guarded(IEnumerable<Received> items, string id)
    {
        using var walk = items.GetEnumerator();
        while (true)
        {
            Received item;
            bool broken = false;
            try
            {
                if (!walk.MoveNext()) yield break;
                item = walk.Current;
            }
            catch (Exception e) when (e is InvalidDataException or IOException or HttpRequestException)
            {
                item = Received.None(id, e is InvalidDataException ? "broken gzip data" : "reading broke off: " + e.Message.ReplaceLineEndings(" "));
                broken = true;
            }
            yield return item;
            if (broken) yield break;
        }
    }
}
