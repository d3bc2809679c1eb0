namespace Chancery.Records.Claims;

/// <summary>Tells sources that print the same text from those that speak for themselves.</summary>
public static class Copies
{
    /// <summary>Sources gathered by text, in the order given: each list holds one report and its copies. A source joins the first list whose report it copies.</summary>
    public static IReadOnlyList<IReadOnlyList<ClaimSource>> Gather(IEnumerable<ClaimSource> sources)
    {
        var gathered = new List<List<ClaimSource>>();
        var firsts = new Alike();
        foreach (var source in sources.DistinctBy(s => s.ReportRow))
        {
            if (firsts.Find(source) is { } same) gathered[same].Add(source);
            else
            {
                firsts.Add(source, gathered.Count);
                gathered.Add([source]);
            }
        }
        return gathered;
    }

    /// <summary>How many speak for themselves.</summary>
    public static int Count(IEnumerable<ClaimSource> sources) => Gather(sources).Count;

    /// <summary>
    /// First reports by their id and by each part of their hash. Hashes that are at most three bits apart have one of four parts in common, so that a thing which thousands told is not
    /// compared each with each.
    /// </summary>
    private sealed class Alike
    {
        private const int Parts = ClaimSource.BitsApart + 1, BitsAPart = 64 / Parts;

        private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
        private readonly Dictionary<(int Part, ushort Bits), List<(ClaimSource First, int Number)>> _byPart = [];

        public void Add(ClaimSource first, int number)
        {
            _byId.TryAdd(first.ReportId, number);
            foreach (var part in PartsOf(first))
            {
                if (!_byPart.TryGetValue(part, out var alike)) _byPart.Add(part, alike = []);
                alike.Add((first, number));
            }
        }

        public int? Find(ClaimSource source)
        {
            int? found = _byId.TryGetValue(source.ReportId, out int same) ? same : null;
            foreach (var part in PartsOf(source))
                foreach (var (first, number) in _byPart.GetValueOrDefault(part, []))
                    if (!(number >= found) && first.IsCopyOf(source)) found = number;
            return found;
        }

        private static IEnumerable<(int Part, ushort Bits)> PartsOf(ClaimSource source)
        {
            for (int part = 0; part < Parts; part++) yield return (part, (ushort)(source.Likeness >> (part * BitsAPart)));
        }
    }
}
