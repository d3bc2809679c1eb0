using System.Globalization;
using System.Text.Json;
using Chancery.Records;

namespace Chancery.Desk.Formats;

/// <summary>What a check of the record found.</summary>
public sealed class CheckFormat(string place, Checked found) : AnswerFormat
{
    public override IReadOnlyList<string> Columns => ["fault"];
    public override IEnumerable<string?[]> Rows => found.Faults.Select(f => new[] { f });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("record", place);
        json.WriteNumber("reports", found.Reports);
        json.WriteNumber("claims", found.Claims);
        json.WriteNumber("decisions", found.Decisions);
        json.WriteNumber("unsealed", found.Unsealed);
        json.WriteStartArray("faults");
        foreach (var fault in found.Faults) json.WriteStringValue(fault);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        foreach (var fault in found.Faults) sheet.Row("✗", fault, 2, "31");
        var unsealed = found.Unsealed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {found.Unsealed:N0} rows of an older version carry no seal");
        sheet.Row("", string.Create(CultureInfo.InvariantCulture,
            $"{place}: {found.Reports:N0} reports, {found.Claims:N0} claims, {found.Decisions:N0} decisions: {(found.Faults.Count == 0 ? "sound" : $"{found.Faults.Count:N0} faults")}{unsealed}."), 0);
    }
}
