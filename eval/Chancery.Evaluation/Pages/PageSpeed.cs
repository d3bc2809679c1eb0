using System.Diagnostics;
using Chancery.Reading.Pages;
using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Evaluation.Pages;

/// <summary>Pages per CPU-second on the development pages, side by side with SmartReader and with AngleSharp's parser alone, in one run.</summary>
internal static class PageSpeed
{
    public static int Run()
    {
        if (PageCorpus.Find() is not { } corpus)
        {
            Console.WriteLine("page-speed: the corpus ../shared/corpora/pages is not here; skipped.");
            return 0;
        }
        var pages = corpus.Load();
        var reader = ReadHtml.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
        var angle = new AngleSharp.Html.Parser.HtmlParser();
        var ways = new (string Name, Action<Page> Read)[]
        {
            ("Chancery", p => reader.Read(p)),
            ("our tree alone", p => ParseHtml.Parse(p.Content)),
            ("SmartReader", p => ReadSmart(p)),
            ("AngleSharp's tree alone", p => angle.ParseDocument(p.Content)),
        };
        // once through for all, until the compiler has done what it does
        foreach (var (_, read) in ways)
            foreach (var page in pages) read(page);
        var spent = new TimeSpan[ways.Length];
        // in turns, so that what else the machine does falls on all alike
        foreach (var batch in pages.Chunk(100))
        {
            for (int w = 0; w < ways.Length; w++)
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                foreach (var page in batch) ways[w].Read(page);
                spent[w] += Process.GetCurrentProcess().TotalProcessorTime - before;
            }
        }
        for (int w = 0; w < ways.Length; w++)
            Console.WriteLine(FormattableString.Invariant($"{ways[w].Name,-24}{pages.Count / spent[w].TotalSeconds,8:0.0} pages per CPU-second"));
        Console.WriteLine(FormattableString.Invariant($"Chancery : SmartReader  {spent[2] / spent[0]:0.00}"));
        return 0;
    }

    private static void ReadSmart(Page page)
    {
        try
        {
            new SmartReader.Reader(page.Url ?? "https://page.example/", page.Content).GetArticle();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // a page it cannot read still took its time
        }
    }
}
