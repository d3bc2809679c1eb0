using Chancery.Reports;

namespace Chancery.Reading.Events.Predicates;

/// <summary>Whose the target of a result is.</summary>
internal enum TargetFrom { Own, Source, Target }

/// <summary>What an operator makes of an event.</summary>
/// <param name="Result">Null where nothing political is left; the event's own meaning where <paramref name="Unchanged"/>.</param>
/// <param name="Status">Null leaves the deed's status as it was.</param>
internal sealed record Outcome(Meaning? Result, bool Unchanged, TargetFrom[] Target, ClaimStatus? Status);

/// <summary>The table of operators and events: "refuse" × AID is REJECT assist, "will" × RETREAT is CONCEDE …</summary>
internal sealed class Algebra
{
    private sealed record Row(string[] Events, string Result, Meaning? Meaning, TargetFrom[] Target, ClaimStatus? Status);

    private readonly Dictionary<string, List<Row>> _rows = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, Meaning), Outcome?> _known = new();

    public static Algebra Load()
    {
        var algebra = new Algebra();
        foreach (var cells in Lexicon.Rows("Events/Predicates/algebra.tsv", 5))
        {
            if (!algebra._rows.TryGetValue(cells[0], out var rows)) algebra._rows.Add(cells[0], rows = []);
            var target = cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var meaning = cells[2] is "-" or "=" || cells[2][0] == '@' ? null : Meaning.Parse(cells[2]);
            rows.Add(new Row(cells[1].Split(','), cells[2], meaning, [.. target.Select(Side)], Status(cells[4])));
        }
        return algebra;
    }

    /// <summary>The outcome, or null where the table has no line for it: then nothing is coded.</summary>
    public Outcome? Apply(string operation, Meaning meaning) =>
        _known.GetOrAdd((operation, meaning), static (key, self) => self.Find(key.Item1, key.Item2, 0), this);

    private Outcome? Find(string operation, Meaning meaning, int depth)
    {
        if (depth > 3) throw new FormatException($"algebra.tsv: “{operation}” refers to itself.");
        foreach (var row in _rows.GetValueOrDefault(operation) ?? [])
        {
            if (!row.Events.Any(e => Covers(e, meaning))) continue;
            if (row.Result == "-") return new Outcome(null, false, row.Target, row.Status);
            if (row.Result == "=") return new Outcome(meaning, true, row.Target, row.Status);
            if (row.Result[0] != '@') return new Outcome(row.Meaning, false, row.Target, row.Status);
            return Find(row.Result[1..], meaning, depth + 1) is { } other ? other with { Target = row.Target, Status = row.Status ?? other.Status } : null;
        }
        return null;
    }

    /// <summary><c>*</c>, <c>TYPE</c>, <c>TYPE/mode</c> or <c>TYPE:first digits of the CAMEO code</c>.</summary>
    private static bool Covers(string pattern, Meaning meaning)
    {
        if (pattern == "*" || pattern == meaning.Type) return true;
        int slash = pattern.IndexOf('/'), colon = pattern.IndexOf(':');
        if (slash > 0) return pattern[..slash] == meaning.Type && pattern[(slash + 1)..] == meaning.Mode;
        return colon > 0 && pattern[..colon] == meaning.Type && meaning.Cameo is { } cameo && cameo.StartsWith(pattern[(colon + 1)..], StringComparison.Ordinal);
    }

    private static TargetFrom Side(string name) => name switch
    {
        "own" => TargetFrom.Own,
        "source" => TargetFrom.Source,
        "target" => TargetFrom.Target,
        _ => throw new FormatException($"algebra.tsv: “{name}” is no side of an event."),
    };

    private static ClaimStatus? Status(string name) => name switch
    {
        "" => null,
        "happened" => ClaimStatus.Happened,
        "announced" => ClaimStatus.Announced,
        "considered" => ClaimStatus.Considered,
        "threatened" => ClaimStatus.Threatened,
        "called-for" => ClaimStatus.CalledFor,
        "denied" => ClaimStatus.Denied,
        _ => throw new FormatException($"algebra.tsv: “{name}” is no status."),
    };
}
