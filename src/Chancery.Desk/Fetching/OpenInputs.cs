using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Desk.Fetching;

/// <summary>The pages behind the inputs of a command: files, folders (in ordinal order), <c>-</c> and addresses.</summary>
/// <param name="conllu">Whether an input that looks like CoNLL-U is read as such, its words and sentences kept.</param>
public sealed class OpenInputs(Func<Stream> standardInput, FetchAddress fetch, string? statedDate, bool conllu)
{
    /// <summary>How much of the files has been taken in.</summary>
    public ByteCount Bytes { get; } = new();

    public IEnumerable<Received> Open(IReadOnlyList<string> inputs)
    {
        Bytes.Total = TotalOf(inputs);
        return inputs.SelectMany(OpenOne);
    }

    private static long? TotalOf(IReadOnlyList<string> inputs)
    {
        long total = 0;
        foreach (var input in inputs)
        {
            if (input == "-" || IsAddress(input, out _)) return null;
            if (File.Exists(input)) total += new FileInfo(input).Length;
            else if (Directory.Exists(input)) total += FilesIn(input).Sum(f => new FileInfo(f).Length);
        }
        return total;
    }

    private IEnumerable<Received> OpenOne(string input)
    {
        if (input == "-") return ReadInput.Read(standardInput(), new InputSource("-", StatedDate: statedDate, MayBeConllu: conllu));
        if (IsAddress(input, out var address)) return OpenAddress(input, address);
        if (Directory.Exists(input)) return OpenFolder(input);
        return OpenFile(input);
    }

    private static bool IsAddress(string input, out Uri address) =>
        Uri.TryCreate(input, UriKind.Absolute, out address!) && address.Scheme is "http" or "https" && input.Contains("://", StringComparison.Ordinal);

    private IEnumerable<Received> OpenFolder(string folder) => FilesIn(folder).SelectMany(OpenFile);

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(path => !Path.GetFileName(path).StartsWith('.'))
            .Order(StringComparer.Ordinal);

    private IEnumerable<Received> OpenFile(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return [Received.None(path, e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.Message.ReplaceLineEndings(" "))];
        }
        if (IsParquet(file)) return WithDate(ReadParquet.Read(file, path));
        return ReadInput.Read(new CountedStream(file, Bytes), new InputSource(path, StatedDate: statedDate, MayBeConllu: conllu));
    }

    /// <summary>Parquet is the one input that is not read from front to back, so only a file can be one.</summary>
    private static bool IsParquet(FileStream file)
    {
        if (!file.CanSeek) return false;
        System.Span<byte> head = stackalloc byte[4];
        int length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return ReadParquet.Is(head[..length]);
    }

    private IEnumerable<Received> WithDate(IEnumerable<Received> items) => statedDate is null
        ? items
        : items.Select(item => item is Received.Good good ? Received.Of(good.Page with { StatedDate = statedDate }) : item);

    private IEnumerable<Received> OpenAddress(string input, Uri address)
    {
        try
        {
            var (body, final, charset) = fetch.Fetch(address);
            return ReadInput.Read(new MemoryStream(body), new InputSource(input, final, charset, statedDate, conllu));
        }
        catch (FetchException e)
        {
            return [Received.None(input, e.Message)];
        }
    }
}
