namespace Chancery.Reading.Pages;

/// <summary>A stream whose first bytes can be looked at before it is read. Reading only; owns the inner stream.</summary>
internal sealed class HeadStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _length;
    private int _taken;

    public HeadStream(Stream inner, int headBytes)
    {
        _inner = inner;
        _head = new byte[headBytes];
        while (_length < headBytes && inner.Read(_head, _length, headBytes - _length) is var n and > 0) _length += n;
    }

    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _length) return _inner.Read(buffer);
        int n = Math.Min(buffer.Length, _length - _taken);
        _head.AsSpan(_taken, n).CopyTo(buffer);
        _taken += n;
        return n;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
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
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
