using System.Numerics;
using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>What the block classifier is told of a block, as numbers. The order is the model's: a change here needs training again.</summary>
internal sealed class BlockFeatures
{
    private const int SignCount = 28;
    private static readonly Tag[] Surroundings =
        [Tag.Article, Tag.Main, Tag.Aside, Tag.Nav, Tag.Header, Tag.Footer, Tag.Form, Tag.Table, Tag.Ul, Tag.Figure, Tag.Blockquote, Tag.Section];
    private const int Own = 60;
    public const int Count = Own + SignCount + 12;

    private readonly PageShape _page;
    private readonly IReadOnlyList<Block> _blocks;
    private readonly int[] _goodBefore; // last good paragraph inside the best container at or before a block
    private readonly int[] _goodAfter;
    private readonly int _bestFrom, _bestTo;
    private readonly int[] _bestLine;

    public BlockFeatures(PageShape page)
    {
        _page = page;
        _blocks = page.Visible.Blocks;
        (_bestFrom, _bestTo) = page.BlocksOf(page.Best);
        _goodBefore = new int[_blocks.Count];
        _goodAfter = new int[_blocks.Count];
        for (int i = 0, last = -1; i < _blocks.Count; i++)
        {
            _goodBefore[i] = last;
            if (IsGoodHere(i)) last = i;
        }
        for (int i = _blocks.Count - 1, last = -1; i >= 0; i--)
        {
            _goodAfter[i] = last;
            if (IsGoodHere(i)) last = i;
        }
        var line = new List<int>();
        for (int n = page.Best; n > 0; n = page.Tree[n].Parent) line.Add(n);
        _bestLine = [.. line];
    }

    private bool IsGoodHere(int i) => i >= _bestFrom && i < _bestTo && PageShape.IsGood(_blocks[i]);

    public void Fill(int index, Span<float> f)
    {
        var block = _blocks[index];
        f.Clear();
        var text = _page.Visible.Text.AsSpan(block.Span.Start, block.Length);
        int at = 0;
        f[at++] = Kind(_page.Tree[block.Container].Tag);
        f[at++] = MathF.Log2(block.Length);
        at = FillWords(text, f, at);
        f[at++] = (float)block.LinkShare;
        f[at++] = block.Links;
        f[at++] = (float)block.BoldChars / block.Length;
        f[at++] = LineWordings.BuiltIn.RoleOf(text) is { } role ? 1 + (int)role : 0;
        at = FillPlace(index, block, f, at);
        at = FillSameness(index, block, text, f, at);
        at = FillNeighbours(index, f, at);
        at = FillParents(block, f, at);
        if (at > Own) throw new InvalidOperationException($"{at} features, more than {Own}.");
        FillSurroundings(block, f[Own..]);
    }

    private static float Kind(Tag tag) => tag switch
    {
        Tag.P => 10, Tag.Blockquote => 9, Tag.Li => 8, >= Tag.H2 and <= Tag.H6 => 7, Tag.H1 => 6, Tag.Pre => 5.5f, Tag.Td or Tag.Th => 5,
        Tag.Dd or Tag.Dt => 4, Tag.Div or Tag.Section => 3, Tag.Article or Tag.Main => 2.5f, Tag.Figcaption or Tag.Figure or Tag.Caption => 1,
        _ => 0,
    };

    private static int FillWords(ReadOnlySpan<char> text, Span<float> f, int at)
    {
        int words = 0, shortWords = 0, letters = 0, upper = 0, digits = 0, commas = 0, stops = 0, marks = 0, capitalised = 0, odd = 0;
        bool inside = false, year = false;
        int wordStart = 0, digitRun = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            bool letter = char.IsLetter(c);
            if (letter && !inside) wordStart = i;
            if (!letter && inside)
            {
                words++;
                if (i - wordStart <= 3 && char.IsLower(text[wordStart])) shortWords++;
                if (char.IsUpper(text[wordStart])) capitalised++;
            }
            inside = letter;
            if (letter) { letters++; if (char.IsUpper(c)) upper++; }
            else if (char.IsAsciiDigit(c)) digits++;
            digitRun = char.IsAsciiDigit(c) ? digitRun + 1 : 0;
            if (digitRun == 4 && i >= 3 && text[i - 3] is '1' or '2' && text[i - 2] is '9' or '0') year = true;
            if (c is ',' or ';') commas++;
            else if (c is '.' or '!' or '?') stops++;
            else if (c is '"' or '„' or '“' or '”' or '«' or '»') marks++;
            else if (c is '|' or '›' or '©' or '@' or '→' or '►' or '▶' or '/' or '#') odd++;
        }
        float length = text.Length;
        f[at++] = words;
        f[at++] = words == 0 ? 0 : (float)letters / words;
        f[at++] = words == 0 ? 0 : (float)shortWords / words;
        f[at++] = words == 0 ? 0 : (float)capitalised / words;
        f[at++] = letters == 0 ? 0 : (float)upper / letters;
        f[at++] = digits / length;
        f[at++] = commas;
        f[at++] = stops;
        f[at++] = (commas + stops) * 100 / length;
        f[at++] = marks;
        f[at++] = odd;
        f[at++] = year ? 1 : 0;
        char last = text[^1], first = text[0];
        f[at++] = last is '.' or '!' or '?' or '…' ? 2 : last is '"' or '”' or '“' or '»' or ')' ? 1.5f : last is ':' ? 1 : 0;
        f[at++] = char.IsUpper(first) ? 3 : char.IsLower(first) ? 2 : char.IsDigit(first) ? 1 : 0;
        return at;
    }

    private int FillPlace(int index, Block block, Span<float> f, int at)
    {
        int all = Math.Max(1, _page.AllChars);
        f[at++] = (float)index / _blocks.Count;
        f[at++] = (float)_page.Chars(0, index) / all;
        f[at++] = MathF.Log2(all);
        f[at++] = _blocks.Count;
        f[at++] = index >= _bestFrom && index < _bestTo ? 1 : 0;
        (int up, int down) = ToBest(block.Container);
        f[at++] = up;
        f[at++] = down;
        f[at++] = _page.TitleBlock < 0 ? -999 : Math.Clamp(index - _page.TitleBlock, -200, 200);
        f[at++] = _page.TitleBlock < 0 ? -1 : index > _page.TitleBlock ? Math.Min(_page.Chars(_page.TitleBlock, index), 50_000) : 0;
        f[at++] = (float)_page.GoodChars(_bestFrom, _bestTo) / all;
        f[at++] = (float)(index - _bestFrom) / Math.Max(1, _bestTo - _bestFrom);
        return at;
    }

    /// <summary>Steps up from the best container to the element that holds both, and from there down to the block.</summary>
    private (int Up, int Down) ToBest(int node)
    {
        int down = 0;
        for (int n = node; n > 0; n = _page.Tree[n].Parent, down++)
        {
            int up = n <= _page.Best && _page.Tree[n].After > _page.Best ? Array.IndexOf(_bestLine, n) : -1;
            if (up >= 0) return (up, down);
        }
        return (30, down);
    }

    private int FillSameness(int index, Block block, ReadOnlySpan<char> text, Span<float> f, int at)
    {
        bool isCompared = _page.Description is not null || _page.ArticleBody is not null;
        string letters = !isCompared ? "" : PageShape.Letters(text.Length > 2000 ? text[..2000] : text);
        f[at++] = index == _page.TitleBlock ? 1 : 0;
        f[at++] = _page.Description is not { } said || letters.Length < 10 ? 0
            : said.StartsWith(letters, StringComparison.Ordinal) || letters.StartsWith(said, StringComparison.Ordinal) ? 1 : 0;
        f[at++] = _page.ArticleBody is null ? -1 : letters.Length > 0 && _page.ArticleBody.Contains(letters, StringComparison.Ordinal) ? 1 : 0;
        f[at++] = _page.Repeated.GetValueOrDefault(text[..Math.Min(text.Length, 60)].ToString(), 1);
        return at;
    }

    private int FillNeighbours(int index, Span<float> f, int at)
    {
        for (int offset = -2; offset <= 2; offset++)
        {
            if (offset == 0) continue;
            int i = index + offset;
            bool exists = i >= 0 && i < _blocks.Count;
            f[at++] = exists ? Math.Min(_blocks[i].Length, 1000) : 0;
            f[at++] = exists ? (float)_blocks[i].LinkShare : 1;
        }
        f[at++] = Density(index, 3);
        f[at++] = Density(index, 8);
        f[at++] = _goodBefore[index] < 0 ? 200 : index - _goodBefore[index];
        f[at++] = _goodAfter[index] < 0 ? 200 : _goodAfter[index] - index;
        f[at++] = _goodBefore[index] < 0 ? 0 : Math.Min(20_000, _page.GoodChars(_bestFrom, Math.Clamp(index, _bestFrom, _bestTo)));
        f[at++] = _goodAfter[index] < 0 ? 0 : Math.Min(20_000, _page.GoodChars(Math.Clamp(index, _bestFrom, _bestTo), _bestTo));
        return at;
    }

    private float Density(int index, int reach)
    {
        int from = Math.Max(0, index - reach), to = Math.Min(_blocks.Count, index + reach + 1);
        return (float)_page.GoodChars(from, to) / Math.Max(1, _page.Chars(from, to));
    }

    private int FillParents(Block block, Span<float> f, int at)
    {
        int node = block.Container;
        // a paragraph's parent is the element that holds its siblings
        for (int level = 0; level < 3; level++)
        {
            node = Math.Max(0, _page.Tree[node].Parent);
            var (from, to) = _page.BlocksOf(node);
            int chars = Math.Max(1, _page.Chars(from, to));
            f[at++] = (float)chars / Math.Max(1, _page.AllChars);
            f[at++] = (float)_page.LinkChars(from, to) / chars;
            f[at++] = (float)_page.GoodChars(from, to) / chars;
            if (level == 0) f[at++] = to - from;
            if (level == 0) f[at++] = (float)chars / Math.Max(1, to - from);
        }
        return at;
    }

    /// <summary>For every sign and surrounding element: the share of the page's text in the nearest ancestor that has it, or -1.</summary>
    private void FillSurroundings(Block block, Span<float> f)
    {
        f.Fill(-1);
        uint seen = 0, seenTags = 0;
        int lastNode = _page.Visible.Runs[block.RunsEnd - 1].Node;
        for (int n = _page.Tree[block.Node].Parent; n > 0; n = _page.Tree[n].Parent)
        {
            ref readonly var element = ref _page.Tree[n];
            // an inline element speaks for the block only where it holds all of it
            if (element.After <= lastNode) continue;
            uint fresh = (uint)_page.Signs[n] & ~seen;
            int tag = Array.IndexOf(Surroundings, element.Tag == Tag.Ol ? Tag.Ul : element.Tag);
            bool freshTag = tag >= 0 && (seenTags & (1u << tag)) == 0;
            if (fresh == 0 && !freshTag) continue;
            var (from, to) = _page.BlocksOf(n);
            float share = (float)_page.Chars(from, to) / Math.Max(1, _page.AllChars);
            seen |= fresh;
            for (; fresh != 0; fresh &= fresh - 1) f[BitOperations.TrailingZeroCount(fresh)] = share;
            if (!freshTag) continue;
            seenTags |= 1u << tag;
            f[SignCount + tag] = share;
        }
    }
}
