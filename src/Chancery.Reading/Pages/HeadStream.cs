namespace Chancery.Reading.Pages;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class HeadStream : ReadingStream
{
    private readonly byte[] _head;
    private readonly int _length;
    private int _taken;

    public HeadStream(Stream inner, int headBytes) : base(inner)
    {
        _head = new byte[headBytes];
        while (_length < headBytes && inner.Read(_head, _length, headBytes - _length) is var n and > 0) _length += n;
    }

    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _length) return Inner.Read(buffer);
        int n = Math.Min(buffer.Length, _length - _taken);
        _head.AsSpan(_taken, n).CopyTo(buffer);
        _taken += n;
        return n;
    }
}
