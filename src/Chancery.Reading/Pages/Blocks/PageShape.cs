using Chancery.Reading.Pages.Html;
using Chancery.Reading.Pages.Metadata;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>What is known of a page as a whole before its blocks are judged: sums over every element, and where the article seems to be.</summary>
internal sealed class PageShape
{
    public const int ShortestParagraph = 80;
    private readonly int[] _blocksBefore;
    private readonly int[] _chars, _links, _good;

    public PageShape(HtmlTree tree, VisibleText visible, Signs[] signs, PageMetadata metadata, string? title)
    {
        (Tree, Visible, Signs, Metadata, Title) = (tree, visible, signs, metadata, title);
        var blocks = visible.Blocks;
        (_chars, _links, _good) = (new int[blocks.Count + 1], new int[blocks.Count + 1], new int[blocks.Count + 1]);
        _blocksBefore = new int[tree.Count + 1];
        for (int i = 0, node = 0; i < blocks.Count; i++)
        {
            _chars[i + 1] = _chars[i] + blocks[i].Length;
            _links[i + 1] = _links[i] + blocks[i].LinkChars;
            _good[i + 1] = _good[i] + (IsGood(blocks[i]) ? blocks[i].Length : 0);
            for (; node <= blocks[i].Node; node++) _blocksBefore[node] = i;
            if (i == blocks.Count - 1) Array.Fill(_blocksBefore, blocks.Count, node, tree.Count + 1 - node);
        }
        Best = BestContainer.Find(tree, visible);
        TitleBlock = FindTitleBlock();
        ArticleBody = metadata.LinkedArticles.Select(a => a.Body).Where(b => b is { Length: > 200 }).Select(Letters).MaxBy(b => b.Length);
        Description = metadata.Meta("og:description", "description", "twitter:description") is { Length: > 20 } said ? Letters(said) : null;
        Repeated = blocks.GroupBy(b => visible.Text.AsSpan(b.Span.Start, Math.Min(b.Length, 60)).ToString(), StringComparer.Ordinal)
            .Where(g => g.Count() > 1).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    public HtmlTree Tree { get; }
    public VisibleText Visible { get; }
    public Signs[] Signs { get; }
    public PageMetadata Metadata { get; }
    public string? Title { get; }
    public int Best { get; }

    /// <summary>The block that shows the headline, or -1.</summary>
    public int TitleBlock { get; }

    /// <summary>The letters and digits of the body as JSON-LD gives it, or null.</summary>
    public string? ArticleBody { get; }
    public string? Description { get; }
    public IReadOnlyDictionary<string, int> Repeated { get; }

    public int AllChars => _chars[^1];

    public static bool IsGood(Block block) => block.Length >= ShortestParagraph && block.LinkShare < 0.3;

    /// <summary>The blocks below an element: from, and the one past the last.</summary>
    public (int From, int To) BlocksOf(int node) => (_blocksBefore[node], _blocksBefore[Tree[node].After]);

    public int Chars(int from, int to) => _chars[to] - _chars[from];
    public int LinkChars(int from, int to) => _links[to] - _links[from];
    public int GoodChars(int from, int to) => _good[to] - _good[from];

    private int FindTitleBlock()
    {
        if (Title is null) return -1;
        string wanted = Letters(Title);
        int found = -1;
        for (int i = 0; i < Visible.Blocks.Count; i++)
        {
            var block = Visible.Blocks[i];
            if (block.Length > Title.Length * 2 + 20 || block.Length * 2 + 20 < Title.Length) continue;
            if (Letters(Visible.Text.AsSpan(block.Span.Start, block.Length)) != wanted) continue;
            if (Tree[block.Container].Tag == Tag.H1) return i;
            if (found < 0) found = i;
        }
        return found;
    }

    /// <summary>Letters and digits alone, in lower case: what two spellings of one text share.</summary>
    public static string Letters(string? text) => Letters(text.AsSpan());

    public static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        int count = 0;
        foreach (char c in text)
            if (char.IsLetterOrDigit(c)) letters[count++] = char.ToLowerInvariant(c);
        return new string(letters, 0, count);
    }
}
