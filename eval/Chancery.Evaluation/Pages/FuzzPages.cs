using System.Diagnostics;
using System.Globalization;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Pages;

/// <summary>
/// Reads mutations of the development pages: pieces cut, doubled, moved, exchanged between pages, and markup thrown in. Prints how many broke the
/// reader, the longest time a page took and the memory at its highest. <c>page-fuzz [COUNT]</c>; the mutations are the same on every run.
/// </summary>
internal static class FuzzPages
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</p>", "<p>", "</div></div>", "<table>", "<td>", "&", "&#x110000;", "&#0;", "\"", "'", "<!--", "-->", "<script>", "</script>", "<svg/>", "<li>",
        "\uD800", "\uDC00", "&nbsp;", "<br><br>", "<a href=/x>", "<title>", "<h1>", "{", "\0", "=", "2020-13-45", "\uFEFF", "<time datetime=9999-99-99>", "<![CDATA[", "<template>",
    ];

    public static int Run(string[] args)
    {
        if (PageCorpus.Find() is not { } corpus)
        {
            Console.WriteLine("page-fuzz: the corpus ../shared/corpora/pages is not here; skipped.");
            return 0;
        }
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var pages = corpus.Load();
        var reader = ReadHtml.Compose(Path.Combine(AppContext.BaseDirectory, "models"));
        var chance = new Chance(20200104);
        int broken = 0;
        var (longest, slowest) = (TimeSpan.Zero, "");
        for (int i = 0; i < count; i++)
        {
            var page = pages[chance.Below(pages.Count)];
            string html = Mutate(page.Content, pages[chance.Below(pages.Count)].Content, chance);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            try
            {
                reader.Read(page with { Content = html });
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                broken++;
                Console.WriteLine($"page-fuzz: {page.Id}, mutation {i}: {e.GetType().Name}: {e.Message}");
            }
            var took = Process.GetCurrentProcess().TotalProcessorTime - before;
            if (took > longest) (longest, slowest) = (took, $"{page.Id}, mutation {i}, {html.Length} characters");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"page-fuzz: {count} pages, {broken} broke the reader; the slowest took {longest.TotalSeconds:0.00} CPU-seconds ({slowest}); peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        return broken == 0 ? 0 : 1;
    }

    private static string Mutate(string html, string other, Chance chance)
    {
        for (int n = 1 + chance.Below(8); n > 0; n--)
        {
            int from = chance.Below(html.Length + 1), length = Math.Min(html.Length - from, chance.Below(4) == 0 ? chance.Below(20_000) : chance.Below(60));
            string piece = chance.Below(6) switch
            {
                0 => "",
                1 => html.Substring(from, length) + html.Substring(from, length),
                2 => Slice(other, chance),
                3 => string.Concat(Enumerable.Repeat(Pieces[chance.Below(Pieces.Length)], 1 + chance.Below(2_000))),
                _ => Pieces[chance.Below(Pieces.Length)],
            };
            html = string.Concat(html.AsSpan(0, from), piece, html.AsSpan(from + length));
        }
        return html;
    }

    private static string Slice(string text, Chance chance)
    {
        int from = chance.Below(text.Length);
        return text.Substring(from, Math.Min(text.Length - from, chance.Below(5_000)));
    }

    /// <summary>Numbers that are the same on every machine and version (xorshift).</summary>
    private sealed class Chance(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int end)
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return end == 0 ? 0 : (int)(_state % (uint)end);
        }
    }
}
