using System.Text;

namespace Chancery.Reading.Pages.Warc;

/// <summary>Reads lines and blocks of bytes from a stream and knows how far it came.</summary>
internal sealed class CountedStream(Stream inner)
{
    private const int LongestLine = 64 << 10;
    private readonly byte[] _buffer = new byte[64 << 10];
    private int _at, _filled;

    /// <summary>Bytes taken so far.</summary>
    public long Offset { get; private set; }

    /// <summary>A line without its line break, as Latin-1; null at the end. What passes 64 KiB is dropped.</summary>
    public string? ReadLine()
    {
        var line = new StringBuilder();
        bool any = false;
        while (Fill())
        {
            any = true;
            int length = _buffer.AsSpan(_at, _filled - _at).IndexOf((byte)'\n');
            int take = length < 0 ? _filled - _at : length;
            if (line.Length < LongestLine) line.Append(Encoding.Latin1.GetString(_buffer, _at, Math.Min(take, LongestLine)));
            Take(take + (length < 0 ? 0 : 1));
            if (length >= 0) break;
        }
        return any ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>The next bytes; fewer where the stream ends.</summary>
    public byte[] ReadBytes(int count)
    {
        using var block = new MemoryStream(Math.Min(count, 1 << 20));
        while (block.Length < count && Fill())
        {
            int take = Math.Min(_filled - _at, count - (int)block.Length);
            block.Write(_buffer, _at, take);
            Take(take);
        }
        return block.ToArray();
    }

    public void Skip(long count)
    {
        while (count > 0 && Fill())
        {
            int take = (int)Math.Min(_filled - _at, count);
            Take(take);
            count -= take;
        }
    }

    private bool Fill()
    {
        if (_at < _filled) return true;
        _at = 0;
        _filled = inner.Read(_buffer, 0, _buffer.Length);
        return _filled > 0;
    }

    private void Take(int count)
    {
        _at += count;
        Offset += count;
    }
}
