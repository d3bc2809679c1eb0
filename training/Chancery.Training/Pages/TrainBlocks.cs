using System.Globalization;
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
        var pages = GoldPages.Load(args.ElementAtOrDefault(0) ?? "../shared/corpora/pages").AsParallel().AsOrdered().Select(Prepare).ToList();
        int labelled = pages.Sum(p => p.Labels.Count(l => l is { Weight: 1 }));
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} blocks, {labelled} labelled");
        var grow = new GrowTrees(trees: 150, leaves: 12, rate: 0.08f);
        var scores = new float[pages.Count][];
        for (int fold = 0; fold < 5; fold++)
        {
            var model = grow.Train(Examples(pages.Where(p => p.Gold.Fold != fold)));
            for (int i = 0; i < pages.Count; i++)
                if (pages[i].Gold.Fold == fold) scores[i] = [.. pages[i].Features.Select(f => model.Score(f))];
        }
        foreach (float threshold in new[] { -1.5f, -1f, -0.6f, -0.3f, 0, 0.3f, 0.6f })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"threshold {threshold}: {SegmentScore.Of(pages.Select((p, i) => (p.Gold, Text(p, scores[i], threshold))))}"));
        var all = grow.Train(Examples(pages));
        Directory.CreateDirectory("models");
        using var file = new StreamWriter("models/page-blocks.model") { NewLine = "\n" };
        all.Write(file);
        return 0;
    }

    private static Prepared Prepare(GoldPage gold)
    {
        var tree = ParseHtml.Parse(gold.Page.Content);
        var metadata = PageMetadata.Of(tree);
        var page = new PageShape(tree, VisibleText.Of(tree), ElementSigns.Of(tree, ClassWords.BuiltIn), metadata, FindTitle.In(tree, metadata));
        var features = new BlockFeatures(page);
        var rows = new float[page.Visible.Blocks.Count][];
        for (int i = 0; i < rows.Length; i++) features.Fill(i, rows[i] = new float[BlockFeatures.Count]);
        return new Prepared(gold, page, rows, LabelBlocks.Of(gold, page));
    }

    private static List<Example> Examples(IEnumerable<Prepared> pages)
    {
        var examples = new List<Example>();
        foreach (var page in pages)
            for (int i = 0; i < page.Labels.Length; i++)
                if (page.Labels[i] is var (answer, weight)) examples.Add(new Example(page.Features[i], answer, weight));
        return examples;
    }

    private static string Text(Prepared page, float[] scores, float threshold) => string.Join(' ',
        page.Page.Visible.Blocks.Where((_, i) => scores[i] > threshold).Select(b => b.Span.Cut(page.Page.Visible.Text)));
}
