using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Xunit;

namespace Chancery.Tests.Desk;

/// <summary>Every reading of the samples is what the published contract says.</summary>
public class SchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(AppContext.BaseDirectory, "reading.schema.json"));

    public static TheoryData<string> Samples => [.. CommandLine.Samples.Select(s => Path.GetFileName(s)!)];

    [Theory, MemberData(nameof(Samples))]
    public void a_reading_keeps_the_published_contract(string sample)
    {
        var result = CommandLine.Run("read", "--format", "jsonl", CommandLine.Sample(sample));
        Assert.Equal(0, result.Status);
        Assert.All(result.Lines, line => Assert.Equal("", Complaints(JsonNode.Parse(line)!)));
    }

    [Theory, MemberData(nameof(Samples))]
    public void every_span_lies_inside_the_text(string sample)
    {
        foreach (var line in CommandLine.Run("read", "--format", "jsonl", CommandLine.Sample(sample)).Lines)
        {
            var reading = JsonNode.Parse(line)!.AsObject();
            var text = reading["text"]!.GetValue<string>();
            foreach (var (key, value) in reading.Where(p => p.Key is not "related"))
                foreach (var (start, end) in Spans(value)) Assert.True(start <= end && end <= text.Length, $"{key}: {start}-{end} of {text.Length}");
        }
    }

    [Fact]
    public void an_unread_report_keeps_the_contract_too()
    {
        var line = CommandLine.RunOn("{\"id\":\"x\"}\n"u8.ToArray(), "read", "--format", "jsonl", "-").Lines.Single();
        Assert.Equal("", Complaints(JsonNode.Parse(line)!));
    }

    [Fact]
    public void the_contract_refuses_a_reading_without_a_text()
    {
        var reading = JsonNode.Parse(CommandLine.Run("read", "--format", "jsonl", CommandLine.Sample("denial.txt")).Lines.Single())!;
        reading.AsObject().Remove("text");
        Assert.NotEqual("", Complaints(reading));
    }

    private static string Complaints(JsonNode reading)
    {
        var verdict = Schema.Evaluate(reading, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return verdict.IsValid ? "" : string.Join("\n", verdict.Details.Where(d => d.Errors is not null)
            .Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}"));
    }

    // Paragraphs carry page ranges, which point elsewhere.
    private static IEnumerable<(int Start, int End)> Spans(JsonNode? node) => node switch
    {
        JsonObject o => (o.ContainsKey("start") ? [((int)o["start"]!, (int)o["end"]!)] : Enumerable.Empty<(int, int)>())
            .Concat(o.Where(p => p.Key != "page").SelectMany(p => Spans(p.Value))),
        JsonArray a => a.SelectMany(Spans),
        _ => [],
    };
}
