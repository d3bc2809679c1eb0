using System.Text.Json.Nodes;
using Json.Schema;

namespace Chancery.Evaluation.Contract;

/// <summary>Checks a file of readings, a line each, against the published schema.</summary>
internal static class ValidateReadings
{
    public static int Run(string schemaFile, string readingsFile)
    {
        var schema = JsonSchema.FromFile(schemaFile);
        int valid = 0, invalid = 0;
        foreach (var line in File.ReadLines(readingsFile))
        {
            var verdict = schema.Evaluate(JsonNode.Parse(line)!, new EvaluationOptions { OutputFormat = OutputFormat.Flag });
            if (verdict.IsValid) valid++;
            else if (invalid++ < 5) Console.WriteLine(line[..Math.Min(200, line.Length)]);
        }
        Console.WriteLine($"{valid} readings valid, {invalid} not");
        return invalid == 0 ? 0 : 1;
    }
}
