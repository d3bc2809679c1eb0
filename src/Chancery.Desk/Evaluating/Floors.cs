using System.Text.Json;
using Chancery.Desk.Commands;

namespace Chancery.Desk.Evaluating;

/// <summary>What a layer must reach on a gold file, at a level.</summary>
/// <param name="Gold">Below the folder of corpora.</param>
/// <param name="Seen">Whether the shipped models were trained or tuned on the file: then the figure guards against mishaps and says nothing of how well others' texts are read.</param>
/// <param name="Reason">Why it is lower than it was; null where it never was lowered.</param>
public sealed record Floor(string Layer, string Gold, string? Texts, bool Main, string Level, double F1, bool Seen, string? Reason)
{
    public string Name => $"{Layer}, {Gold}, {Level}";
}

/// <summary>The floors of eval/floors.json. None is lowered or taken away without a reason that stands beside it.</summary>
public static class Floors
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower, ReadCommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<Floor> Parse(string json) => JsonSerializer.Deserialize<Floor[]>(json, Json)!;

    /// <summary>What was lowered or taken away silently, in words.</summary>
    public static IReadOnlyList<string> LoweredSilently(IReadOnlyList<Floor> before, IReadOnlyList<Floor> after)
    {
        var now = after.ToDictionary(f => f.Name, StringComparer.Ordinal);
        return [.. before.Select(old =>
            !now.TryGetValue(old.Name, out var floor) ? $"{old.Name}: the floor of {old.F1} was taken away"
            : floor.F1 < old.F1 && (string.IsNullOrWhiteSpace(floor.Reason) || floor.Reason == old.Reason) ? $"{old.Name}: lowered from {old.F1} to {floor.F1} without a (new) reason"
            : null).OfType<string>()];
    }

    /// <summary>Reads each gold file and says what stays below its floor.</summary>
    /// <param name="told">Gets a line for each floor.</param>
    public static IReadOnlyList<string> Below(IReadOnlyList<Floor> floors, string corpora, ReadSetup.Readers readers, int jobs, Action<string> told)
    {
        var below = new List<string>();
        foreach (var file in floors.GroupBy(f => (f.Layer, f.Gold, f.Texts, f.Main)))
        {
            var scores = Evaluate.Run(file.Key.Layer, Path.Combine(corpora, file.Key.Gold), file.Key.Texts is { } t ? Path.Combine(corpora, t) : null, file.Key.Main, readers, jobs);
            foreach (var floor in file)
            {
                double reached = Math.Round(scores.Single(s => s.Level == floor.Level).F1, 4);
                told(FormattableString.Invariant($"{floor.Name,-70}{reached,8:0.000}  floor {floor.F1:0.000}{(floor.Seen ? " (seen in training)" : "")}"));
                if (reached < floor.F1) below.Add(FormattableString.Invariant($"{floor.Name}: {reached:0.000} is below the floor of {floor.F1:0.000}"));
            }
        }
        return below;
    }
}
