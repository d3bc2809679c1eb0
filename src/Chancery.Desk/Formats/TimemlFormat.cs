using System.Text;
using System.Xml;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>
/// The times layer as TimeML 1.2.1: the publication time first, as the TIMEX3 with the document's function, then the text unchanged with
/// its TIMEX3 elements inside. Characters that XML cannot hold become U+FFFD.
/// </summary>
public sealed class TimemlFormat : ReadingFormat
{
    private const string PublicationId = "t0";

    public override bool ManyReports => false;
    public override IReadOnlyList<Layer> Needs => [Layers.Published, Layers.Times];

    public override ReadOnlyMemory<byte> Render(AnnotatedReport reading)
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = false };
        using (var xml = XmlWriter.Create(bytes, settings)) Write(xml, reading);
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, AnnotatedReport reading)
    {
        var text = reading.Report.Text;
        var times = reading.GetOrNone(Layers.Times);
        xml.WriteStartElement("TimeML");
        if (reading.Published.Value is { } published)
        {
            xml.WriteStartElement("TIMEX3");
            xml.WriteAttributeString("tid", PublicationId);
            xml.WriteAttributeString("type", reading.Published.Precision == DatePrecision.Minute ? "TIME" : "DATE");
            xml.WriteAttributeString("value", published);
            xml.WriteAttributeString("temporalFunction", "false");
            xml.WriteAttributeString("functionInDocument", "CREATION_TIME");
            xml.WriteString(published);
            xml.WriteEndElement();
            xml.WriteString("\n");
        }
        int at = 0;
        for (int i = 0; i < times.Count; i++)
        {
            if (times[i].Span.Start < at) continue;
            xml.WriteString(Clean(text.AsSpan(at, times[i].Span.Start - at)));
            WriteTime(xml, times, i, text, reading.Published.Value);
            at = times[i].Span.End;
        }
        xml.WriteString(Clean(text.AsSpan(at)));
        xml.WriteEndElement();
    }

    private static void WriteTime(XmlWriter xml, IReadOnlyList<TimeExpression> times, int index, string text, string? published)
    {
        var time = times[index];
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", Id(index));
        xml.WriteAttributeString("type", time.Type.ToString().ToUpperInvariant());
        xml.WriteAttributeString("value", Value(time));
        if (time.Mod is not null) xml.WriteAttributeString("mod", time.Mod);
        if (time.Quant is not null) xml.WriteAttributeString("quant", time.Quant);
        if (time.Freq is not null) xml.WriteAttributeString("freq", time.Freq);
        if (IdOf(time.BeginPoint, times, published) is { } begin) xml.WriteAttributeString("beginPoint", begin);
        if (IdOf(time.EndPoint, times, published) is { } end) xml.WriteAttributeString("endPoint", end);
        bool computed = (time.Resolution as TimeResolution.Resolved)?.Basis is TimeBasis.Computed or TimeBasis.Inferred;
        xml.WriteAttributeString("temporalFunction", computed ? "true" : "false");
        if ((time.Resolution as TimeResolution.Resolved) is { Basis: not TimeBasis.Stated, Anchor: var anchor } && AnchorId(anchor, times, published) is { } id && id != Id(index))
            xml.WriteAttributeString("anchorTimeID", id);
        xml.WriteString(Clean(time.Span.Of(text)));
        xml.WriteEndElement();
    }

    /// <summary>TimeML wants a value of every TIMEX3: where the words give none, all its places are unknown.</summary>
    private static string Value(TimeExpression time) => time.Value.Length > 0 ? time.Value : time.Type switch
    {
        TimexType.Date => "XXXX-XX-XX",
        TimexType.Time => "XXXX-XX-XXTXX:XX",
        _ => "PXX",
    };

    private static string Id(int index) => "t" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>In TimeML a point is the id of another TIMEX3, so a point that no expression of the text has is left out.</summary>
    private static string? IdOf(string? value, IReadOnlyList<TimeExpression> times, string? published)
    {
        if (value is null) return null;
        if (value == published) return PublicationId;
        for (int i = 0; i < times.Count; i++)
            if (times[i].Value == value) return Id(i);
        return null;
    }

    private static string? AnchorId(Span? anchor, IReadOnlyList<TimeExpression> times, string? published)
    {
        if (anchor is null) return published is null ? null : PublicationId;
        for (int i = 0; i < times.Count; i++)
            if (times[i].Span == anchor) return Id(i);
        return null;
    }

    private static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }
}
