using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;

namespace Chancery.Evaluation.Identity;

/// <summary>Precision and recall of automatic merges on the labelled pairs of change claims.</summary>
internal static class IdentityEvaluation
{
    private const string Corpora = "../shared/corpora/news";

    /// <param name="args">
    /// <c>--errors</c> tells the pairs decided wrongly, of the half for tuning only; <c>--keep FILE</c> keeps what was read in a file, and takes it from there where it exists.
    /// </param>
    public static int Run(string[] args)
    {
        if (!Directory.Exists(Corpora))
        {
            Console.WriteLine($"identity: the corpus {Corpora} is not here; skipped.");
            return 0;
        }
        var labels = IdentityLabels.Load();
        var read = args.SkipWhile(a => a != "--keep").Skip(1).FirstOrDefault() is { } file ? KeptClaims.At(file, () => ReadClaims(labels)) : ReadClaims(labels);
        Console.WriteLine($"{labels.Pairs.Count} pairs of {labels.Claims.Count} labelled claims; {read.Count} of the claims are read today.");
        var measureOf = labels.Claims.ToDictionary(c => c.Id, c => labels.Measures[c.Measure], StringComparer.Ordinal);
        var asRead = read.ToDictionary(r => r.Key, r => Key(r.Value.Change, r.Value.Change.Actor, r.Value.Change.Target, r.Value.Document), StringComparer.Ordinal);
        var withTrueParties = read.ToDictionary(r => r.Key, r => Key(r.Value.Change, measureOf[r.Key].Actor, measureOf[r.Key].Target, r.Value.Document), StringComparer.Ordinal);
        bool Surely(string one, string other) => SurelyOne.Of(
            asRead[one].Key, read[one].Change.Change, read[one].Change.Date, read[one].Change.Quantity, asRead[other].Key, read[other].Change.Change, read[other].Change.Date, read[other].Change.Quantity);
        Print("kept together, as read", labels.Pairs, asRead, (_, _) => true, false);
        Print("kept together, with the parties as labelled", labels.Pairs, withTrueParties, (_, _) => true, false);
        Print("asserted (not said to be perhaps several), as read", labels.Pairs, asRead, Surely, args.Contains("--errors"));
        Print("asserted, with the parties as labelled", labels.Pairs, withTrueParties, Surely, args.Contains("--errors"));
        Console.WriteLine("asserted by what was merged, with the parties as labelled:");
        foreach (var kind in labels.Pairs.Where(p => withTrueParties.ContainsKey(p.One) && withTrueParties.ContainsKey(p.Other) && IsMerged(withTrueParties[p.One], withTrueParties[p.Other]) && Surely(p.One, p.Other))
            .GroupBy(p => $"{p.Half} {withTrueParties[p.One].Key.Instrument.ToString().ToLowerInvariant()}, {(withTrueParties[p.One].Key.IsBare ? "bare" : "named closely")}").OrderBy(g => g.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {kind.Key,-28} {string.Join(", ", kind.CountBy(p => p.Label).OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Value} {n.Key}"))}");
        return 0;
    }

    private static bool IsMerged((MeasureKey Key, Dyad Dyad) one, (MeasureKey Key, Dyad Dyad) other) =>
        one.Dyad == other.Dyad && ClusterMeasures.Of([one.Key, other.Key], []).Groups.Count == 1;

    private static (MeasureKey Key, Dyad Dyad) Key(MeasureChange change, string? actor, string? target, string document) =>
        (MeasureKey.Of(change.Instrument, actor, target, change.Measure, document), Dyad.Of(actor, target));

    private static void Print(string what, IReadOnlyList<LabelledPair> pairs, Dictionary<string, (MeasureKey Key, Dyad Dyad)> keys, Func<string, string, bool> surely, bool tellErrors)
    {
        Console.WriteLine($"{what}:");
        foreach (var half in (string[])["tuned", "unseen", "all"])
        {
            int same = 0, merged = 0, right = 0, part = 0;
            foreach (var pair in pairs.Where(p => half == "all" || p.Half == half))
            {
                if (!keys.TryGetValue(pair.One, out var one) || !keys.TryGetValue(pair.Other, out var other)) continue;
                bool isMerged = IsMerged(one, other) && surely(pair.One, pair.Other);
                same += pair.Label == "same" ? 1 : 0;
                merged += isMerged ? 1 : 0;
                right += isMerged && pair.Label == "same" ? 1 : 0;
                part += isMerged && pair.Label == "part" ? 1 : 0;
                if (tellErrors && half == "tuned" && isMerged != (pair.Label == "same")) Console.WriteLine($"    {pair.Label,-9} {(isMerged ? "merged" : "apart ")} {one.Key}  /  {other.Key}");
            }
            Console.WriteLine($"  {half,-7} merged {merged}: {right} same, {part} a part with its whole, {merged - right - part} different; precision {Ratio(right, merged)}, "
                + $"with parts let pass {Ratio(right + part, merged)}; recall {Ratio(right, same)} of {same}");
        }
    }

    private static string Ratio(int n, int of) => of == 0 ? "-" : FormattableString.Invariant($"{(double)n / of:0.000}");

    private static Dictionary<string, (MeasureChange Change, string Document)> ReadClaims(IdentityLabels labels)
    {
        var found = new Dictionary<string, (MeasureChange, string)>(StringComparer.Ordinal);
        var pipeline = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
        foreach (var publisher in labels.Claims.GroupBy(c => c.Publisher))
        {
            var wanted = publisher.GroupBy(c => c.Document).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
            foreach (var report in Load(Path.Combine(Corpora, publisher.Key + ".jsonl.gz"), wanted))
            {
                if (pipeline.Read(report).Reading is not { } reading) continue;
                foreach (var claim in wanted[report.Id])
                    if (Best(claim, reading.Get(Layers.Changes)) is { } change) found[claim.Id] = (change, report.Id);
            }
        }
        return found;
    }

    /// <summary>The change of the same words; of several the one that is most like the labelled.</summary>
    private static MeasureChange? Best(LabelledClaim label, IReadOnlyList<MeasureChange> changes) => changes
        .Where(c => c.Instrument.ToString().Equals(label.Instrument, StringComparison.OrdinalIgnoreCase) && c.Evidence.Any(s => s.Start < label.Evidence.End && label.Evidence.Start < s.End))
        .OrderByDescending(c => (c.Actor == label.Actor ? 2 : 0) + (c.Target == label.Target ? 2 : 0) + (c.Evidence[0] == label.Evidence ? 1 : 0)
            + (c.Change.ToString().Equals(label.Change, StringComparison.OrdinalIgnoreCase) ? 1 : 0))
        .FirstOrDefault();

    private static IEnumerable<Report> Load(string path, Dictionary<string, List<LabelledClaim>> wanted)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            string Field(string name) => row.RootElement.GetProperty(name).GetString()!;
            if (wanted.ContainsKey(Field("id"))) yield return ReadPlainText.Read(new Page(Field("id"), "", PageKind.Text, Field("text"), StatedDate: Field("published")));
        }
    }
}
