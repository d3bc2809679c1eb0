using System.Globalization;
using System.Text.Json;
using Chancery.Desk.Evaluating;

namespace Chancery.Desk.Formats;

/// <summary>The answer of <c>chancery evaluate</c>.</summary>
public sealed class ScoreFormat(string layer, IReadOnlyList<Score> scores) : AnswerFormat
{
    public override IReadOnlyList<string> Columns => ["layer", "level", "gold", "read", "both", "precision", "recall", "f1"];

    public override IEnumerable<string?[]> Rows => scores.Select(s => new string?[] { layer, s.Level, Whole(s.Gold), Whole(s.Read), Whole(s.Both), Share(s.Precision), Share(s.Recall), Share(s.F1) });

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("layer", layer);
        json.WriteStartArray("scores");
        foreach (var s in scores)
        {
            json.WriteStartObject();
            json.WriteString("level", s.Level);
            json.WriteNumber("gold", s.Gold);
            json.WriteNumber("read", s.Read);
            json.WriteNumber("both", s.Both);
            json.WriteNumber("precision", Math.Round(s.Precision, 4));
            json.WriteNumber("recall", Math.Round(s.Recall, 4));
            json.WriteNumber("f1", Math.Round(s.F1, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal override void Write(Sheet sheet)
    {
        sheet.Line($"{layer,-26}{"gold",8}{"read",8}{"both",8}  precision  recall     F1");
        foreach (var s in scores)
            sheet.Line(string.Create(CultureInfo.InvariantCulture, $"{s.Level,-26}{s.Gold,8}{s.Read,8}{s.Both,8}{s.Precision,11:0.000}{s.Recall,8:0.000}{s.F1,7:0.000}"));
    }

    private static string Whole(long n) => n.ToString(CultureInfo.InvariantCulture);
    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}
