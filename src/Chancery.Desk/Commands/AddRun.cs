using System.Globalization;
using System.IO.Compression;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>Reads a stream of pages on several threads and adds the readings in the order of the input. Exit status 0, or 3 where some were not read.</summary>
public sealed class AddRun(ReadPage reader, ReaderInfo info, Ledger ledger, TextWriter errors, TimeProvider time)
{
    private readonly string _readerName = NameOf(info);
    private readonly JsonFormat _json = new(info, lines: true, explain: false);

    /// <param name="progress">Told after each report how many reports and words are done; null for none.</param>
    public int Run(IEnumerable<Received> pages, int jobs, Action<int, long>? progress = null)
    {
        long started = time.GetTimestamp(), words = 0;
        int added = 0, known = 0, unread = 0;
        foreach (var (outcome, reading) in InOrder.Map(pages, Read, jobs))
        {
            words += outcome.Words;
            if (reading is null)
            {
                unread++;
                errors.WriteLine($"chancery: {ReadRun.OneLine(outcome.Unread!.Id)}: {ReadRun.OneLine(outcome.Unread.Reason)}");
            }
            else if (ledger.Append(reading).IsNew)
            {
                added++;
            }
            else
            {
                known++;
            }
            progress?.Invoke(added + known, words);
        }
        errors.WriteLine(string.Format(CultureInfo.InvariantCulture, "chancery: {0:N0} added to {1}{2}{3} ({4:0.0} s, {5:N0} words per second)",
            added, ledger.Place, known == 0 ? "" : $", {known:N0} known already", unread == 0 ? "" : $", {unread:N0} not read",
            time.GetElapsedTime(started).TotalSeconds, words / Math.Max(time.GetElapsedTime(started).TotalSeconds, 0.001)));
        return unread > 0 ? 3 : 0;
    }

    private (ReadPage.Outcome Outcome, NewReading? Reading) Read(Received page)
    {
        var outcome = reader.Read(page);
        return outcome.Reading is not { } reading
            ? (outcome, null)
            : (outcome, new NewReading(reading, _readerName, OptionsOf(reading.Report), KeptReading.Pack(_json.Render(reading).Span)));
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
