using System.IO.Compression;
using Chancery.Desk.Formats;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Reads a page and makes of it what the record takes. Thread-safe.</summary>
public sealed class PrepareReading(ReadPage reader, ReaderInfo info)
{
    private readonly string _readerName = NameOf(info);
    private readonly JsonFormat _json = new(info, lines: true, explain: false);

    public (string Id, ReadPage.Outcome Outcome, NewReading? Reading) Read(Received page)
    {
        var id = ResumeFile.IdOf(page);
        var outcome = reader.Read(page);
        return outcome.Reading is not { } reading
            ? (id, outcome, null)
            : (id, outcome, new NewReading(reading, _readerName, OptionsOf(reading.Report), KeptReading.Pack(_json.Render(reading).Span)));
    }

    /// <summary>The stated date is no part of a page and changes its reading.</summary>
    private static string OptionsOf(Report report) => report.Witnessed.Stated is { } stated ? $"published={stated}" : "";

    private static string NameOf(ReaderInfo info) =>
        $"{info.Name} {info.Version}" + string.Concat(info.Models.Select(m => $"; {m.Layer}: {m.Models}"));
}

/// <summary>A reading's JSON as the record keeps it: compressed, opaque to the record.</summary>
public static class KeptReading
{
    public static ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> json)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(json);
        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    public static byte[] Unpack(ReadOnlyMemory<byte> packed)
    {
        var json = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress)) deflate.CopyTo(json);
        return json.ToArray();
    }
}
