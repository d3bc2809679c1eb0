using Chancery.Desk.Commands;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>Readings one after the other in a file or on standard output.</summary>
/// <param name="output">A run can only be resumed where it is a file.</param>
public sealed class StreamDestination(ReadingFormat format, Stream output) : Destination
{
    private readonly BufferedStream _buffer = new(output, 1 << 16);
    private ReadOnlyMemory<byte> _held;

    public override bool ManyReports => format.ManyReports;
    public override IReadOnlyList<Layer> Needs => format.Needs;

    public override void Begin(long? position)
    {
        if (output.CanSeek)
        {
            if (position > output.Length) throw new UsageException("the output is shorter than the run left it; begin anew with another --resume file.");
            // a device has no length to set
            if (output.Length != (position ?? 0)) output.SetLength(position ?? 0);
            output.Seek(0, SeekOrigin.End);
        }
        if (position is null) _buffer.Write(format.Head.Span);
    }

    public override Action Prepare(ReadPage.Outcome outcome)
    {
        var bytes = format.Render(outcome);
        // One report is shown only when it is known to be alone.
        return ManyReports ? () => _buffer.Write(bytes.Span) : () => _held = bytes;
    }

    public override long Secure()
    {
        _buffer.Flush();
        if (output is FileStream file) file.Flush(flushToDisk: true);
        return output.CanSeek ? output.Position : 0;
    }

    public override void Finish()
    {
        _buffer.Write(_held.Span);
        _buffer.Flush();
    }

    protected override void Close() => _buffer.Dispose();
}
