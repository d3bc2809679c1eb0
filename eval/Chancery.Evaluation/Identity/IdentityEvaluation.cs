using System.IO.Compression;
using System.Text.Json;
using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;

namespace Chancery.Evaluation.Identity;

/// <summary>Precision and recall of automatic merges on the labelled pairs of change claims, with the parties as labelled and as read.</summary>
internal static class IdentityEvaluation
{
    private const string Corpora = "../shared/corpora/news";

    /// <param name="args">
    /// <c>--errors</c> tells the pairs decided wrongly, but those labelled after the rules; <c>--keep FILE</c> keeps what was read in a file, and takes it from there where it exists.
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
        var asRead = read.ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal);
        var measures = labels.Claims.ToDictionary(c => c.Id, c => labels.Measures[c.Measure], StringComparer.Ordinal);
        var withTrueParties = read.ToDictionary(r => r.Key, r => r.Value with { Actor = measures[r.Key].Actor, Target = measures[r.Key].Target }, StringComparer.Ordinal);
        foreach (var (parties, claims) in new[] { ("with the parties as labelled", withTrueParties), ("as read", asRead) })
        {
            var decided = new DecidedPairs(labels.Pairs, claims);
            decided.Print("kept together, " + parties, sure: false);
            decided.Print("asserted (not said to be perhaps several), " + parties, sure: true);
            decided.PrintLost();
            if (args.Contains("--errors")) decided.PrintErrors();
        }
        return 0;
    }

    private static Dictionary<string, ChangeClaim> ReadClaims(IdentityLabels labels)
    {
        var found = new Dictionary<string, ChangeClaim>(StringComparer.Ordinal);
        var pipeline = EnglishNews.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
        foreach (var publisher in labels.Claims.GroupBy(c => c.Publisher))
        {
            var wanted = publisher.GroupBy(c => c.Document).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
            foreach (var report in Load(Path.Combine(Corpora, publisher.Key + ".jsonl.gz"), wanted))
            {
                if (pipeline.Read(report).Reading is not { } reading) continue;
                foreach (var claim in wanted[report.Id])
                    if (Best(claim, reading.Get(Layers.Changes)) is { } change) found[claim.Id] = KeptClaims.Claim(change, report.Id, reading.Published.Date);
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
