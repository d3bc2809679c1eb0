using System.Globalization;
using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;
using Chancery.Reading.Pages.Metadata;
using Chancery.Training.Trees;

namespace Chancery.Training.Pages;

/// <summary>Trains the classifiers of titles and bylines: the right candidate of a page against its others.</summary>
internal static class TrainCandidates
{
    private sealed record Asked(string Id, int Fold, string Gold, IReadOnlyList<(string Text, float[] Features)> Candidates);

    public static int Titles(string[] args)
    {
        var pages = GoldPages.Load(Folder(args)).Where(g => g.Title is not null).AsParallel().AsOrdered().Select(g =>
        {
            var tree = ParseHtml.Parse(g.Page.Content);
            var candidates = new TitleCandidates(tree, PageMetadata.Of(tree), ElementSigns.Of(tree, ClassWords.BuiltIn), g.Page.Url);
            return new Asked(g.Page.Id, g.Fold, Fold(g.Title!), [.. candidates.All]);
        }).ToList();
        return Train(pages, (said, gold) => Fold(said) == gold, "models/page-titles.model", args, [float.NegativeInfinity]);
    }

    public static int Bylines(string[] args)
    {
        var titles = FindTitle.Compose("models");
        var judge = JudgeBlocks.Compose("models");
        var pages = GoldPages.Load(Folder(args)).Where(g => g.Author is not null).AsParallel().AsOrdered().Select(g =>
        {
            var (shape, _) = ReadHtml.Look(g.Page, titles);
            var candidates = new BylineCandidates(shape, judge.Judge(shape), g.Page.Url);
            return new Asked(g.Page.Id, g.Fold, g.Author!, [.. candidates.All.Select(c => (string.Join("; ", c.Names), c.Features))]);
        }).ToList();
        return Train(pages, (said, gold) => said == gold, "models/page-bylines.model", args, [float.NegativeInfinity, -2, -1, 0],
            (said, gold) => PageShape.Letters(said) == PageShape.Letters(gold));
    }

    private static string Folder(string[] args) => args.ElementAtOrDefault(0) ?? "../shared/corpora/pages";

    private static string Fold(string text) => Entities.Fold(text).ToLowerInvariant();

    private static int Train(List<Asked> pages, Func<string, string, bool> isRight, string path, string[] args, float[] thresholds, Func<string, string, bool>? isTaught = null)
    {
        isTaught ??= isRight;
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Candidates.Count)} candidates, none right on {pages.Count(p => !p.Candidates.Any(c => isRight(c.Text, p.Gold)))}");
        var grow = new GrowTrees(trees: 120, leaves: 6, rate: 0.08f, leastWeight: 4, ridge: 1);
        var best = new (string Text, float Score)[pages.Count];
        for (int fold = 0; fold < 5; fold++)
        {
            var model = grow.Train(Examples(pages.Where(p => p.Fold != fold), isTaught));
            for (int i = 0; i < pages.Count; i++)
                if (pages[i].Fold == fold && pages[i].Candidates.Count > 0) best[i] = pages[i].Candidates.Select(c => (c.Text, model.Score(c.Features))).MaxBy(c => c.Item2);
        }
        foreach (float threshold in thresholds)
        {
            int right = pages.Where((p, i) => best[i].Text is { } said && best[i].Score > threshold && isRight(said, p.Gold)).Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold {threshold}: exact {(double)right / pages.Count:0.000}"));
        }
        if (args.Contains("--errors"))
            for (int i = 0; i < pages.Count; i++)
                if (best[i].Text is null || !isRight(best[i].Text, pages[i].Gold))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages[i].Id}\t{pages[i].Gold}\t{best[i].Text} {best[i].Score:0.0}\t{pages[i].Candidates.Any(c => isRight(c.Text, pages[i].Gold))}"));
        TrainBlocks.Write(path, grow.Train(Examples(pages, isTaught)));
        return 0;
    }

    private static List<Example> Examples(IEnumerable<Asked> pages, Func<string, string, bool> isRight) =>
        [.. pages.Where(p => p.Candidates.Any(c => isRight(c.Text, p.Gold)))
            .SelectMany(p => p.Candidates.Select(c => new Example(c.Features, isRight(c.Text, p.Gold) ? 1 : 0, 1)))];
}
