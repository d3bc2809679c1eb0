using System.Text;
using Chancery.Desk.Commands;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>A way to print readings. Rendering is pure and may run on any thread; the bytes are written in order.</summary>
public abstract class ReadingFormat
{
    /// <summary>Whether a run may hold more than one report.</summary>
    public virtual bool ManyReports => true;

    /// <summary>The layers that a rendering needs beyond what the user asked for.</summary>
    public virtual IReadOnlyList<Layer> Needs => [];

    /// <summary>Written once, before the first report.</summary>
    public virtual ReadOnlyMemory<byte> Head => default;

    public abstract ReadOnlyMemory<byte> Render(AnnotatedReport reading);

    /// <summary>What stands in the output for a report that could not be read; the warning on standard error is written in any case.</summary>
    public virtual ReadOnlyMemory<byte> Render(Unreadable unread) => default;

    public ReadOnlyMemory<byte> Render(ReadPage.Outcome outcome) =>
        outcome.Reading is { } reading ? Render(reading) : Render(outcome.Unread!);

    /// <summary>UTF-8 in which a lone surrogate becomes U+FFFD.</summary>
    protected static ReadOnlyMemory<byte> Utf8(StringBuilder text) => Encoding.UTF8.GetBytes(text.ToString());
}
