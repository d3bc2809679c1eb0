namespace Chancery.Desk.Fetching;

/// <summary>
/// What a host's robots.txt lets us read (RFC 9309): of the rules for our name, or else for all, the longest that fits a path decides; of equals the one that allows.
/// <c>*</c> stands for any characters, <c>$</c> for the end.
/// </summary>
public sealed class RobotsRules
{
    /// <summary>How much of a robots.txt is looked at.</summary>
    public const int MostBytes = 500 << 10;
    private const int MostRules = 2000, LongestPattern = 500;
    private const double LongestDelay = 60;

    public static readonly RobotsRules AllAllowed = new([], null);
    public static readonly RobotsRules NothingAllowed = new([("/", false)], null);

    private readonly IReadOnlyList<(string Pattern, bool Allows)> _rules;

    private RobotsRules(IReadOnlyList<(string, bool)> rules, TimeSpan? delay) => (_rules, Delay) = (rules, delay);

    /// <summary>How long to wait between two requests, where the host says so.</summary>
    public TimeSpan? Delay { get; }

    /// <param name="name">Our name, in lower case.</param>
    public static RobotsRules Read(string text, string name)
    {
        var groups = Groups(text).ToList();
        var ours = groups.Where(g => g.Agents.Contains(name)).ToList();
        if (ours.Count == 0) ours = [.. groups.Where(g => g.Agents.Contains("*"))];
        var delay = ours.Select(g => g.Delay).Max();
        return new RobotsRules([.. ours.SelectMany(g => g.Rules).Take(MostRules)], delay is { } d ? TimeSpan.FromSeconds(Math.Min(d, LongestDelay)) : null);
    }

    public bool Allows(string pathAndQuery)
    {
        var best = (Length: -1, Allows: true);
        foreach (var (pattern, allows) in _rules)
            if ((pattern.Length > best.Length || pattern.Length == best.Length && allows) && Fits(pattern, pathAndQuery)) best = (pattern.Length, allows);
        return best.Allows;
    }

    private sealed record Group(HashSet<string> Agents, List<(string, bool)> Rules) { public double? Delay { get; set; } }

    private static IEnumerable<Group> Groups(string text)
    {
        Group? group = null;
        bool namesAgents = false;
        foreach (var line in text.Split('\n', '\r'))
        {
            var plain = line.Split('#')[0];
            int colon = plain.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (field, value) = (plain[..colon].Trim().ToLowerInvariant(), plain[(colon + 1)..].Trim());
            if (field == "user-agent")
            {
                if (!namesAgents)
                {
                    if (group is not null) yield return group;
                    group = new Group(new HashSet<string>(StringComparer.Ordinal), []);
                }
                group!.Agents.Add(value.Split('/')[0].ToLowerInvariant());
                namesAgents = true;
                continue;
            }
            namesAgents = false;
            if (group is null) continue;
            if (field is "allow" or "disallow" && value.Length is > 0 and <= LongestPattern) group.Rules.Add((value, field == "allow"));
            if (field == "crawl-delay" && double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out double delay) && delay >= 0) group.Delay = delay;
        }
        if (group is not null) yield return group;
    }

    /// <summary>Whether a pattern fits the beginning of a path. Greedy from piece to piece, so it is linear.</summary>
    private static bool Fits(string pattern, string path)
    {
        bool toTheEnd = pattern.EndsWith('$');
        var pieces = (toTheEnd ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        int at = pieces[0].Length;
        for (int i = 1; i < pieces.Length; i++)
        {
            bool isLast = i == pieces.Length - 1;
            int found = isLast && toTheEnd ? path.EndsWith(pieces[i], StringComparison.Ordinal) ? path.Length - pieces[i].Length : -1 : path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < at) return false;
            at = found + pieces[i].Length;
        }
        return !toTheEnd || at == path.Length;
    }
}
