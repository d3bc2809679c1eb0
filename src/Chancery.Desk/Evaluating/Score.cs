namespace Chancery.Desk.Evaluating;

/// <summary>Found, of what was given, of what should be.</summary>
public sealed record Score(string Level, long Gold, long Read, long Both)
{
    public double Precision => Read == 0 ? 0 : (double)Both / Read;
    public double Recall => Gold == 0 ? 0 : (double)Both / Gold;
    public double F1 => Gold + Read == 0 ? 1 : 2.0 * Both / (Gold + Read);
}

/// <summary>Counts level by level how many items two sides share; an item that stands twice counts twice.</summary>
public sealed class ScoreTable
{
    private readonly Dictionary<string, (long Gold, long Read, long Both)> _levels = [];
    private readonly List<string> _order = [];

    public void Add(IEnumerable<(string Level, string? Key)> gold, IEnumerable<(string Level, string? Key)> read)
    {
        var open = new Dictionary<(string, string), int>();
        foreach (var (level, key) in gold)
        {
            if (key is null) continue;
            Count(level, 1, 0, 0);
            open[(level, key)] = open.GetValueOrDefault((level, key)) + 1;
        }
        foreach (var (level, key) in read)
        {
            if (key is null) continue;
            bool found = open.GetValueOrDefault((level, key)) > 0;
            Count(level, 0, 1, found ? 1 : 0);
            if (found) open[(level, key)]--;
        }
    }

    public void Count(string level, long gold, long read, long both)
    {
        if (!_levels.TryGetValue(level, out var sofar)) _order.Add(level);
        _levels[level] = (sofar.Gold + gold, sofar.Read + read, sofar.Both + both);
    }

    public IReadOnlyList<Score> Scores => [.. _order.Select(l => new Score(l, _levels[l].Gold, _levels[l].Read, _levels[l].Both))];
}
