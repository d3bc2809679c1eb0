using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Desk.Formats;

namespace Chancery.Desk.Commands;

/// <summary>Prints an answer in the format that was asked for.</summary>
public static class Answer
{
    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 1, NewLine = "\n",
    };

    /// <returns>Exit status 0.</returns>
    public static int Print(Terminal terminal, string format, AnswerFormat answer)
    {
        using var output = terminal.Output();
        output.Write(format switch
        {
            "json" => InJson(answer),
            "csv" => InCsv(answer),
            _ => Encoding.UTF8.GetBytes(ForPeople(answer, terminal)),
        });
        return 0;
    }

    public static byte[] InJson(AnswerFormat answer)
    {
        var bytes = new ArrayBufferWriter<byte>(4 << 10);
        using (var json = new Utf8JsonWriter(bytes, Json)) answer.Write(json);
        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    public static byte[] InCsv(AnswerFormat answer)
    {
        var rows = new StringBuilder().AppendJoin(',', answer.Columns).Append("\r\n");
        foreach (var row in answer.Rows) rows.AppendJoin(',', row.Select(CsvFormat.Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static string ForPeople(AnswerFormat answer, Terminal terminal)
    {
        var sheet = new Sheet(terminal.Width, terminal.Colour);
        answer.Write(sheet);
        return sheet.Text.ToString();
    }
}
