using System.Text.Json.Nodes;

namespace Chancery.Evaluation.Events;

/// <summary>
/// Writes events as UniversalPetrarch's records do: once for each directed pair of sides, so that a meeting of three is six events, and a visit is one of the guest and one of the host. For this
/// evaluation only: a reading tells one deed once.
/// </summary>
internal static class DirectedPairs
{
    public static void Write(string readings, string output)
    {
        using var file = new StreamWriter(output);
        foreach (var line in File.ReadLines(readings))
        {
            var reading = JsonNode.Parse(line)!;
            var events = new JsonArray();
            foreach (var e in reading["events"]!.AsArray())
                foreach (var pair in Of(e!)) events.Add((JsonNode)pair);
            reading["events"] = events;
            file.WriteLine(reading.ToJsonString());
        }
    }

    private static IEnumerable<JsonObject> Of(JsonNode e)
    {
        var sources = Actors(e["source"]);
        var targets = Actors(e["target"]);
        bool bothWays = sources.Count > 1 && targets.Count == 0 || e["modes"]?.AsArray().Any(m => (string?)m == "visit") == true && sources.Count > 0 && targets.Count > 0;
        if (bothWays) sources = targets = [.. sources.Concat(targets).DistinctBy(Code)];
        foreach (var source in sources.DefaultIfEmpty(null))
            foreach (var target in targets.DefaultIfEmpty(null))
            {
                if (bothWays && Code(source) == Code(target)) continue;
                var one = e.DeepClone().AsObject();
                one["source"] = source is null ? new JsonArray() : new JsonArray(source.DeepClone());
                one["target"] = target is null ? new JsonArray() : new JsonArray(target.DeepClone());
                yield return one;
            }
    }

    private static List<JsonNode?> Actors(JsonNode? side) => [.. (side?.AsArray() ?? []).Where(a => Code(a) is not null).DistinctBy(Code)];

    private static string? Code(JsonNode? actor) => (string?)actor?["code"];
}
