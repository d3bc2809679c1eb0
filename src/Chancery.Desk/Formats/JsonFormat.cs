using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>One object a report: indented for one report (<c>json</c>), a line each for many (<c>jsonl</c>).</summary>
public sealed class JsonFormat(ReaderInfo reader, bool lines, bool explain) : ReadingFormat
{
    private readonly JsonWriterOptions _options = new()
    {
        // Readable text; the output is no HTML, and every consumer parses it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = !lines,
        IndentSize = 1,
        NewLine = "\n",
        SkipValidation = true,
    };

    public override bool ManyReports => lines;

    public override ReadOnlyMemory<byte> Render(AnnotatedReport reading) => Print(json => ReadingJson.Write(json, reading, reader, explain));

    public override ReadOnlyMemory<byte> Render(Unreadable unread) => Print(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", unread.Id);
        json.WriteStartObject("unread");
        json.WriteString("reason", unread.Reason);
        json.WriteNumber("offset", unread.Offset);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private ReadOnlyMemory<byte> Print(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(16 << 10);
        using (var json = new Utf8JsonWriter(bytes, _options)) write(json);
        bytes.Write("\n"u8);
        return bytes.WrittenMemory;
    }
}
