namespace Chancery.Reading.Pages;

/// <summary>One line of a byte stream without its line break. <see cref="Content"/> is valid until the next line is asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Offset">Bytes before the line.</param>
/// <param name="TooLong">The line passed the limit; its content was dropped.</param>
internal readonly record struct ByteLine(ReadOnlyMemory<byte> Content, long Number, long Offset, bool TooLong);

/// <summary>The lines of a stream, read with one growing buffer and a limit on the length of a line.</summary>
internal static class ByteLines
{
    public static IEnumerable<ByteLine> Read(Stream stream, int limit)
    {
        var buffer = new byte[64 << 10];
        int filled = 0, taken = 0;
        long offset = 0, number = 0, dropped = 0;
        bool ended = false;
        while (true)
        {
            int length = buffer.AsSpan(taken, filled - taken).IndexOf((byte)'\n');
            if (length >= 0 || (ended && (filled > taken || dropped > 0)))
            {
                if (length < 0) length = filled - taken;
                bool tooLong = dropped > 0 || length > limit;
                var line = tooLong ? default : buffer.AsMemory(taken, length);
                if (line.Length > 0 && line.Span[^1] == '\r') line = line[..^1];
                yield return new ByteLine(line, ++number, offset, tooLong);
                offset += dropped + length + 1;
                taken = Math.Min(filled, taken + length + 1);
                dropped = 0;
                continue;
            }
            if (ended) yield break;

            if (filled - taken > limit)
            {
                dropped += filled - taken;
                filled = taken = 0;
            }
            else if (taken > 0)
            {
                buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
                filled -= taken;
                taken = 0;
            }
            else if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
            int read = stream.Read(buffer, filled, buffer.Length - filled);
            if (read == 0) ended = true;
            filled += read;
        }
    }
}
