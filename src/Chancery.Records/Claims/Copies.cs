namespace Chancery.Records.Claims;

/// <summary>Tells sources that print the same text from those that speak for themselves.</summary>
public static class Copies
{
    /// <summary>Sources gathered by text, in the order given: each list holds one report and its copies.</summary>
    public static IReadOnlyList<IReadOnlyList<ClaimSource>> Gather(IEnumerable<ClaimSource> sources)
    {
        var gathered = new List<List<ClaimSource>>();
        foreach (var source in sources.DistinctBy(s => s.ReportRow))
        {
            if (gathered.Find(g => g[0].ReportId == source.ReportId || g[0].IsCopyOf(source)) is { } same) same.Add(source);
            else gathered.Add([source]);
        }
        return gathered;
    }

    /// <summary>How many speak for themselves.</summary>
    public static int Count(IEnumerable<ClaimSource> sources) => Gather(sources).Count;
}
