using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery why</c>.</summary>
public sealed class WhyFormat(WhyAnswer answer) : AnswerFormat
{
    private const int Margin = 9;

    public override IReadOnlyList<string> Columns => ["source", "copy", "row", "says", "report", "outlet", "url", "published", "recorded", "reader", "start", "end", "quote"];

    public override IEnumerable<string?[]> Rows =>
        from source in answer.Sources.Select((s, i) => (Number: i + 1, Source: s))
        from telling in source.Source.Original.Concat(source.Source.Copies)
        from e in telling.Evidence
        select new[]
        {
            Number(source.Number), source.Source.Original.Contains(telling) ? "false" : "true", telling.Claim.Row.ToString(), SayClaim.Of(telling.Claim), telling.Report.ReportId, telling.Report.Outlet,
            telling.Report.Url, telling.Report.Published.Value, Moment(telling.Report.Recorded), telling.Report.Reader, Number(e.Passage.Span.Start), Number(e.Passage.Span.End), e.Quote,
        };

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("row", answer.Question.Row.ToString());
        json.WriteStartArray("reports");
        foreach (var report in answer.Reports) Write(json, report);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in answer.Sources)
        {
            json.WriteStartObject();
            json.WriteStartArray("original");
            foreach (var telling in source.Original) Write(json, telling);
            json.WriteEndArray();
            json.WriteStartArray("copies");
            foreach (var copy in source.Copies) Write(json, copy);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        DecisionsFormat.Write(json, answer.Decisions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Telling telling)
    {
        json.WriteStartObject();
        json.WriteString("row", telling.Claim.Row.ToString());
        json.WriteString("says", SayClaim.Of(telling.Claim));
        json.WriteString("speaker", telling.Claim.Speaker?.Name);
        json.WritePropertyName("report");
        Write(json, telling.Report);
        EvidenceJson.Write(json, telling.Evidence);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportRow report)
    {
        json.WriteStartObject();
        json.WriteString("row", report.Row.ToString());
        json.WriteString("id", report.ReportId);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("title", report.Title);
        json.WriteString("url", report.Url);
        json.WriteString("published", report.Published.Value);
        json.WriteString("published-basis", report.Published.Basis?.ToString().ToLowerInvariant());
        json.WriteString("stated", report.Published.Stated);
        json.WriteString("recorded", Moment(report.Recorded));
        json.WriteString("reader", report.Reader);
        json.WriteString("page", report.PageHash);
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        sheet.Title(answer.Sources.Count > 0 && answer.Reports.Count == 0 ? $"{answer.Question.Row}: {SayClaim.Of(Asked())}" : answer.Question.Row.ToString());
        foreach (var report in answer.Reports) Told(sheet, report);
        foreach (var source in answer.Sources)
        {
            sheet.Blank();
            foreach (var telling in source.Original) Write(sheet, telling);
            if (answer.Reports.Count == 0) Told(sheet, source.Original[0].Report);
            foreach (var copy in source.Copies) sheet.Row("copy", $"{copy.Claim.Row}: the same text in {Source(copy.Report)}", Margin, "2");
        }
        if (answer.Decisions.Count > 0) sheet.Blank();
        foreach (var d in answer.Decisions)
            sheet.Row(d.Row.ToString(), $"{d.Kind.ToString().ToLowerInvariant()}{(d.About is { } about ? " " + about : "")}, by {d.By}, {Moment(d.Recorded)}{(DecisionPayload.Read(d.Payload).Note is { } note ? $": “{note}”" : "")}", Margin, "33");
    }

    private static void Write(Sheet sheet, Telling telling)
    {
        sheet.Row(telling.Claim.Row.ToString(), SayClaim.Of(telling.Claim) + (telling.Claim is not StatementClaim && telling.Claim.Speaker is { } speaker ? $", said {speaker.Name}" : ""), Margin);
        foreach (var e in telling.Evidence) sheet.Quote(e.Quote, Margin);
    }

    private static void Told(Sheet sheet, ReportRow report)
    {
        var published = report.Published;
        var doubted = published.Stated is { } stated && published.Value is { } value && !value.StartsWith(stated, StringComparison.Ordinal) && !stated.StartsWith(value, StringComparison.Ordinal) ? $", not {stated} as stated" : "";
        sheet.Row("", $"{report.Row} {Source(report)}{(published.Basis is { } basis ? $" (by its {basis.ToString().ToLowerInvariant()} date{doubted})" : "")}", Margin);
        sheet.Row("", $"read by {report.Reader.Split(';')[0]}, recorded {Moment(report.Recorded)}", Margin, "2");
    }

    private static string Source(ReportRow report) =>
        $"{report.Outlet ?? report.ReportId}{(report.Title is { } title ? $", “{title}”" : "")}, {report.Published.Value ?? "undated"}{(report.Url is { } url ? $", {url}" : "")}";

    private Claim Asked() => answer.Sources.SelectMany(s => s.Original.Concat(s.Copies)).Select(t => t.Claim).FirstOrDefault(c => c.Row == answer.Question.Row) ?? answer.Sources[0].Original[0].Claim;

    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
