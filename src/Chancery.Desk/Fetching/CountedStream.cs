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

/// <summary>Counts what is read from a stream. Reading only; owns the inner stream.</summary>
internal sealed class CountedStream(Stream inner, ByteCount count) : Stream
{
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        count.Add(read);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int length) => Read(buffer.AsSpan(offset, length));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int length) => throw new NotSupportedException();
}
