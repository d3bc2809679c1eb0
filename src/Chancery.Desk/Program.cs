using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;

// A first way through: JSON Lines or one plain text on standard input, JSON Lines out.
var pipeline = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
using var output = Console.OpenStandardOutput();
var text = Console.In.ReadToEnd();
var pages = text.TrimStart().StartsWith('{')
    ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var row = JsonDocument.Parse(line);
        string? Field(string name) => row.RootElement.TryGetProperty(name, out var v) ? v.GetString() : null;
        return new Page(Field("id") ?? "", "", PageKind.Text, Field("text") ?? "", Field("url"), Field("published"), Field("title"));
    })
    : [new Page("-", "", PageKind.Text, text)];
foreach (var page in pages)
{
    var (reading, failure) = pipeline.Read(ReadPlainText.Read(page));
    if (reading is null)
    {
        Console.Error.WriteLine($"{failure!.Id}: {failure.Reason} at {failure.Offset}");
        continue;
    }
    using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        ReadingJson.Write(json, reading);
    output.WriteByte((byte)'\n');
}
return 0;
