using System.Globalization;
using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;
using Chancery.Reading.Pages.Metadata;
using Chancery.Training.Trees;

namespace Chancery.Training.Pages;

/// <summary>Trains the block classifier, prints what five folds reach, and writes the model of all pages.</summary>
internal static class TrainBlocks
{
    private sealed record Prepared(GoldPage Gold, PageShape Page, float[][] Features, (float Answer, float Weight)?[] Labels);

    public static int Run(string[] args)
    {
        var titles = FindTitle.Compose("models");
        var pages = GoldPages.Load(args.ElementAtOrDefault(0) ?? "../shared/corpora/pages").AsParallel().AsOrdered().Select(g => Prepare(g, titles)).ToList();
        int labelled = pages.Sum(p => p.Labels.Count(l => l is { Weight: 1 }));
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} blocks, {labelled} labelled");
        if (args.Contains("--lost"))
        {
            foreach (var p in pages)
            {
                string text = Entities.Fold(p.Page.Visible.Text);
                foreach (string w in p.Gold.With.Where(w => !text.Contains(Entities.Fold(w), StringComparison.Ordinal))) Console.WriteLine($"{p.Gold.Page.Id}\t{w}");
            }
            return 0;
        }
        var growFirst = new GrowTrees(trees: 150, leaves: 12, rate: 0.08f);
        var grow = new GrowTrees(trees: 150, leaves: 12, rate: 0.08f, bags: 5);
        var everyone = Enumerable.Range(0, pages.Count).ToList();
        var first = Judge(growFirst, pages, everyone);
        Report("first", pages, first);
        bool quick = args.Contains("--quick");
        var scores = new float[pages.Count][];
        for (int fold = 0; fold < 5; fold++)
        {
            // what the second classifier learns from was judged without the pages it is tested on
            var others = everyone.Where(i => pages[i].Gold.Fold != fold).ToList();
            var inner = quick ? first : Judge(growFirst, pages, others);
            var model = grow.Train(Examples(pages, others, inner));
            foreach (int i in everyone.Where(i => pages[i].Gold.Fold == fold)) scores[i] = Second(model, pages[i], first[i]);
        }
        Report("second", pages, scores);
        if (args.Contains("--errors")) PrintErrors(pages, scores);
        Write("models/page-blocks-first.model", growFirst.Train(Examples(pages, everyone, null)));
        Write("models/page-blocks.model", grow.Train(Examples(pages, everyone, first)));
        return 0;
    }

    internal static void Write(string path, BoostedTrees model)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamWriter(path) { NewLine = "\n" };
        model.Write(file);
    }

    private static void Report(string name, List<Prepared> pages, float[][] scores)
    {
        foreach (float threshold in new[] { -1f, -0.5f, -0.25f, 0, 0.25f, 0.5f })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name} {threshold:0.00}: {SegmentScore.Of(pages.Select((p, i) => (p.Gold, Text(p, scores[i], threshold))))}"));
    }

    /// <summary>The first classifier's scores of the given pages, each by a model that has not seen its fold.</summary>
    private static float[][] Judge(GrowTrees grow, List<Prepared> pages, List<int> among)
    {
        var scores = new float[pages.Count][];
        foreach (int fold in among.Select(i => pages[i].Gold.Fold).Distinct().Order().ToList())
        {
            var model = grow.Train(Examples(pages, among.Where(i => pages[i].Gold.Fold != fold), null));
            foreach (int i in among.Where(i => pages[i].Gold.Fold == fold)) scores[i] = [.. pages[i].Features.Select(f => model.Score(f))];
        }
        return scores;
    }

    private static float[] Second(BoostedTrees model, Prepared page, float[] first)
    {
        var context = new BlockContext(page.Page, first);
        var row = new float[BlockContext.Count];
        var scores = new float[first.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            page.Features[i].CopyTo(row, 0);
            context.Fill(i, row);
            scores[i] = JudgeBlocks.IsSettled(first, i) ? first[i] : model.Score(row);
        }
        return scores;
    }

    private static void PrintErrors(List<Prepared> pages, float[][] scores)
    {
        for (int p = 0; p < pages.Count; p++)
        {
            var blocks = pages[p].Page.Visible.Blocks;
            for (int i = 0; i < blocks.Count; i++)
            {
                if (pages[p].Labels[i] is not { Weight: 1, Answer: var answer } || answer > 0.5 == scores[p][i] > 0) continue;
                string text = blocks[i].Span.Cut(pages[p].Page.Visible.Text);
                var path = new List<string>();
                for (int n = blocks[i].Container; n > 0 && path.Count < 5; n = pages[p].Page.Tree[n].Parent)
                    path.Add(pages[p].Page.Tree[n].Tag + "." + pages[p].Page.Tree.Attribute(n, "class"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(answer > 0.5 ? "LOST" : "LEAK")}\t{scores[p][i]:0.0}\t{pages[p].Gold.Page.Id}\t{i}/{blocks.Count}\t{string.Join(" < ", path)}\t{text[..Math.Min(text.Length, 150)]}"));
            }
        }
    }

    private static Prepared Prepare(GoldPage gold, FindTitle titles)
    {
        var (page, _) = ReadHtml.Look(gold.Page, titles);
        var features = new BlockFeatures(page);
        var rows = new float[page.Visible.Blocks.Count][];
        for (int i = 0; i < rows.Length; i++) features.Fill(i, rows[i] = new float[BlockFeatures.Count]);
        return new Prepared(gold, page, rows, LabelBlocks.Of(gold, page));
    }

    private static List<Example> Examples(List<Prepared> pages, IEnumerable<int> chosen, float[][]? first)
    {
        var examples = new List<Example>();
        foreach (int p in chosen)
        {
            var context = first is null ? null : new BlockContext(pages[p].Page, first[p]);
            for (int i = 0; i < pages[p].Labels.Length; i++)
            {
                if (pages[p].Labels[i] is not var (answer, weight)) continue;
                var row = pages[p].Features[i];
                if (context is not null)
                {
                    Array.Resize(ref row, BlockContext.Count);
                    context.Fill(i, row);
                }
                examples.Add(new Example(row, answer, weight));
            }
        }
        return examples;
    }

    private static string Text(Prepared page, float[] scores, float threshold) => string.Join(' ',
        page.Page.Visible.Blocks.Where((_, i) => scores[i] > threshold).Select(b => b.Span.Cut(page.Page.Visible.Text)));
}
