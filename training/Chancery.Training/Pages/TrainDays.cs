using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Dates;
using Chancery.Reading.Pages.Metadata;
using Chancery.Training.Trees;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Training.Pages;

/// <summary>Trains the classifier of publication days, prints what five folds reach, and writes the model of all pages.</summary>
internal static class TrainDays
{
    private sealed record Dated(string Id, int Fold, LocalDate? Gold, IReadOnlyList<Witness> Witnesses, IReadOnlyList<(LocalDate Day, float[] Features)> Days)
    {
        /// <summary>The page as it would be without any sign of its day, where nothing that looks like one is left; else null.</summary>
        public Dated? Undated { get; init; }
    }

    public static int Run(string[] args)
    {
        string folder = args.ElementAtOrDefault(0) ?? "../shared/corpora/pages";
        var gold = GoldPages.Rows(Path.Combine(folder, "published.jsonl")).ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("published").GetString(), StringComparer.Ordinal);
        var judge = JudgeBlocks.Compose("models");
        var titles = FindTitle.Compose("models");
        var pages = GoldPages.Rows(Path.Combine(folder, "docs.jsonl")).Where(r => gold.ContainsKey(r.GetProperty("id").GetString()!))
            .AsParallel().AsOrdered().Select(r => Prepare(GoldPages.Load(folder, r), gold[r.GetProperty("id").GetString()!], judge, titles)).ToList();
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Days.Count)} days named, {pages.Count(p => p.Gold is { } g && p.Days.All(d => d.Day != g))} gold days nobody names");
        var grow = new GrowTrees(trees: 350, leaves: 4, rate: 0.08f, leastWeight: 4, ridge: 1);
        var best = new LocalDate?[pages.Count];
        int invented = 0, undated = pages.Count(p => p.Undated is not null);
        for (int fold = 0; fold < 5; fold++)
        {
            var model = grow.Train(Examples(pages.Where(p => p.Fold != fold)));
            for (int i = 0; i < pages.Count; i++)
            {
                if (pages[i].Fold != fold) continue;
                best[i] = FindPublished.Choose(model, pages[i].Witnesses, pages[i].Days);
                if (pages[i].Undated is { } bare && FindPublished.Choose(model, bare.Witnesses, bare.Days) is not null) invented++;
            }
        }
        Console.WriteLine(Figures(pages, best));
        Console.WriteLine($"of {undated} pages made undated, {invented} still got a day");
        if (args.Contains("--errors"))
            for (int i = 0; i < pages.Count; i++)
                if (best[i] != pages[i].Gold)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages[i].Id}\tgold {pages[i].Gold:uuuu-MM-dd}\tsaid {best[i]:uuuu-MM-dd}\tnamed {pages[i].Days.Any(d => d.Day == pages[i].Gold)}"));
        var all = grow.Train(Examples(pages));
        TrainBlocks.Write("models/page-days.model", all);
        Console.WriteLine("the model of all pages on them: " + Figures(pages, [.. pages.Select(p => FindPublished.Choose(all, p.Witnesses, p.Days))]));
        return 0;
    }

    private static Dated Prepare(Reports.Page page, string? day, JudgeBlocks judge, FindTitle titles)
    {
        var (shape, language) = ReadHtml.Look(page, titles);
        var witnesses = CollectWitnesses.In(shape, page.Url, judge.Judge(shape), FindPublished.IsMonthFirst(shape.Metadata, page.Url, language));
        LocalDate? gold = day is null ? null : LocalDatePattern.Iso.Parse(day).Value;
        int fold = SHA256.HashData(Encoding.UTF8.GetBytes(page.Id))[0] % 5;
        var left = witnesses.Where(w => gold is { } known && Math.Abs(Period.DaysBetween(w.Day, known)) > 1).ToList();
        var bare = new Dated(page.Id, fold, null, left, DayFeatures.Of(left));
        bool telling = left.Count == 0 || bare.Days.Any(d => FindPublished.IsStrong(d.Features)) || left.Any(w => w.IsMetadata);
        return new Dated(page.Id, fold, gold, witnesses, DayFeatures.Of(witnesses)) { Undated = telling ? null : bare };
    }

    /// <summary>Every named day, right or wrong; those of pages made undated, all wrong, count less.</summary>
    private static List<Example> Examples(IEnumerable<Dated> pages) =>
        [.. pages.SelectMany(p => p.Days.Select(d => new Example(d.Features, d.Day == p.Gold ? 1 : 0, 1))
            .Concat(p.Undated is null ? [] : p.Undated.Days.Select(d => new Example(d.Features, 0, 0.3f))))];

    private static string Figures(List<Dated> pages, LocalDate?[] best)
    {
        int right = 0, wrong = 0, none = 0, dated = pages.Count(p => p.Gold is not null);
        for (int i = 0; i < pages.Count; i++)
        {
            var said = best[i];
            if (said is null) none += pages[i].Gold is null ? 0 : 1;
            else if (said == pages[i].Gold) right++;
            else wrong++;
        }
        return string.Create(CultureInfo.InvariantCulture, $"exact day {(double)right / dated:0.000}, F1 {2.0 * right / (2 * right + wrong + none):0.000}");
    }
}
