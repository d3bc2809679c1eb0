using System.Text.Json;
using Chancery.Desk.Formats;
using Chancery.Records.Claims;

namespace Chancery.Desk.Web.Api;

/// <summary>Found reports, the best first.</summary>
internal sealed class SearchFormat(IReadOnlyList<Found> found) : AnswerFormat
{
    public override IReadOnlyList<string> Columns => ["row", "report", "title", "outlet", "published", "url", "words"];

    public override IEnumerable<string?[]> Rows => found.Select(f => new[] { f.Report.Row.ToString(), f.Report.ReportId, f.Report.Title, f.Report.Outlet, f.Report.Published.Value, f.Report.Url, f.Words });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("found");
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            foreach (var (name, value) in Columns.Zip(row)) json.WriteString(name, value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        foreach (var f in found) sheet.Row(f.Report.Row.ToString(), $"{f.Report.Title ?? f.Report.ReportId}: {f.Words}", 8);
    }
}
