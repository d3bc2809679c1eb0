using Chancery.Reading.Pages;

namespace Chancery.Desk.Fetching;

/// <summary>Bytes taken in so far, of how many. Safe to read from another thread.</summary>
public sealed class ByteCount
{
    private long _taken;

    /// <summary>Null where it cannot be known (standard input, an address).</summary>
    public long? Total { get; set; }

    public double? Share => Total is > 0 and var total ? Math.Min(1, (double)Interlocked.Read(ref _taken) / total) : null;

    public void Add(int bytes) => Interlocked.Add(ref _taken, bytes);
}

/// <summary>Counts what is read from a stream.</summary>
internal sealed class CountedStream(Stream inner, ByteCount count) : ReadingStream(inner)
{
    public override int Read(Span<byte> buffer)
    {
        int read = Inner.Read(buffer);
        count.Add(read);
        return read;
    }
}
