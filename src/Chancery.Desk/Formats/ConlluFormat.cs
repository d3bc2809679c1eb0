using System.Globalization;
using System.Text;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>The syntax layer of all of the text as CoNLL-U.</summary>
public sealed class ConlluFormat : ReadingFormat
{
    public override IReadOnlyList<Layer> Needs => [Layers.Sentences];

    public override ReadOnlyMemory<byte> Render(AnnotatedReport reading)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (reading.Has(Layers.Sentences)) ConlluWriter.Write(text, reading);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
