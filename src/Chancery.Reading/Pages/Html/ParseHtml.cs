namespace Chancery.Reading.Pages.Html;

/// <summary>
/// Reads a page into a tree in one pass, in time linear in its length. It follows the tokeniser of the HTML standard and
/// the parts of its tree construction that decide which text stands in which element; it moves nothing (no foster parents, no
/// adoption), so nodes stay in page order and keep their exact offsets.
/// </summary>
internal sealed class ParseHtml
{
    /// <summary>Elements nested deeper become siblings at this depth, as in browsers; it bounds every walk up the tree.</summary>
    private const int DeepestNesting = 512;

    /// <summary>A page with more nodes is cut there; a newspaper's largest have a tenth of it.</summary>
    private const int MostNodes = 2_000_000;

    private readonly string _page;
    private HtmlNode[] _nodes;
    private int _count;
    private readonly int[] _open = new int[DeepestNesting + 1];
    private readonly int[] _openOfTag = new int[byte.MaxValue];
    private int _depth;

    /// <summary>Steps up the tree that closing tags may still take; a page that uses them up is hostile and is read more flatly.</summary>
    private int _steps = 20_000_000;

    private ParseHtml(string page)
    {
        _page = page;
        _nodes = new HtmlNode[Math.Clamp(page.Length / 24, 256, 1 << 16)];
    }

    public static HtmlTree Parse(string page) => new ParseHtml(page).Run();

    internal static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private HtmlTree Run()
    {
        Push(Add(Tag.Document, 0, 0));
        int at = 0;
        var page = _page.AsSpan();
        while (at < page.Length && _count < MostNodes)
        {
            int mark = page[at..].IndexOf('<');
            int textEnd = mark < 0 ? page.Length : at + mark;
            // "<" before a space, digit and the like is text
            while (textEnd < page.Length - 1 && !BeginsMarkup(page[textEnd + 1]))
            {
                mark = page[(textEnd + 1)..].IndexOf('<');
                textEnd = mark < 0 ? page.Length : textEnd + 1 + mark;
            }
            if (textEnd == page.Length - 1) textEnd = page.Length;
            if (textEnd > at) AddText(at, textEnd);
            at = textEnd < page.Length ? ReadMarkup(textEnd) : textEnd;
        }
        while (_depth > 0) Pop();
        return new HtmlTree(_page, _nodes, _count);
    }

    private static bool BeginsMarkup(char next) => char.IsAsciiLetter(next) || next is '/' or '!' or '?';

    /// <summary>Reads the tag or comment at an offset and gives the offset past it.</summary>
    private int ReadMarkup(int at)
    {
        char next = _page[at + 1];
        if (next == '!') return PastDeclaration(at);
        if (next == '?') return PastMark(">", at + 2);
        if (next != '/') return ReadStartTag(at);
        if (at + 2 < _page.Length && char.IsAsciiLetter(_page[at + 2])) return ReadEndTag(at);
        return PastMark(">", at + 2);
    }

    private int PastDeclaration(int at)
    {
        var rest = _page.AsSpan(at);
        if (rest.StartsWith("<!-->")) return at + 5;
        if (rest.StartsWith("<!--->")) return at + 6;
        if (rest.StartsWith("<!--")) return PastMark("-->", at + 4);
        if (rest.StartsWith("<![CDATA[")) return PastMark("]]>", at + 9);
        return PastMark(">", at + 2);
    }

    private int PastMark(string mark, int from)
    {
        if (from >= _page.Length) return _page.Length;
        int found = _page.AsSpan(from).IndexOf(mark, StringComparison.Ordinal);
        return found < 0 ? _page.Length : from + found + mark.Length;
    }

    private int ReadStartTag(int at)
    {
        int nameEnd = at + 1;
        while (nameEnd < _page.Length && !IsSpace(_page[nameEnd]) && _page[nameEnd] is not ('/' or '>')) nameEnd++;
        int end = PastTag(nameEnd);
        var tag = Tags.Of(_page.AsSpan(at + 1, nameEnd - at - 1));
        if ((tag is Tag.Html or Tag.Body or Tag.Head) && _openOfTag[(int)tag] > 0) return end;

        CloseImplied(tag);
        if (_depth > DeepestNesting && !tag.IsVoid()) Pop();
        int node = Add(tag, at, end);
        if (tag.IsVoid()) return end;
        bool selfClosed = end - 2 > at && _page[end - 2] == '/' && _page[end - 1] == '>';
        if (selfClosed && (tag == Tag.Other || _openOfTag[(int)Tag.Svg] > 0 || tag == Tag.Svg)) return end;
        Push(node);
        return tag.IsRawText() && _openOfTag[(int)Tag.Svg] == 0 ? ReadRawText(tag, nameEnd - at - 1, end) : end;
    }

    /// <summary>The offset past the "&gt;" that ends a tag; one inside a quoted attribute value does not.</summary>
    private int PastTag(int at)
    {
        while (at < _page.Length)
        {
            int step = _page.AsSpan(at).IndexOfAny('>', '=');
            if (step < 0) return _page.Length;
            at += step;
            if (_page[at] == '>') return at + 1;
            at++;
            while (at < _page.Length && IsSpace(_page[at])) at++;
            if (at >= _page.Length || _page[at] is not ('"' or '\'')) continue;
            int close = _page.IndexOf(_page[at], at + 1);
            if (close < 0) return PastMark(">", at);
            at = close + 1;
        }
        return _page.Length;
    }

    private int ReadRawText(Tag tag, int nameLength, int at)
    {
        ReadOnlySpan<char> name = _page.AsSpan(_nodes[_open[_depth - 1]].Start + 1, nameLength);
        int from = at;
        while (true)
        {
            int found = tag == Tag.Plaintext || from >= _page.Length ? -1 : _page.AsSpan(from).IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
            {
                if (_page.Length > at) AddText(at, _page.Length);
                return _page.Length;
            }
            int mark = from + found;
            var after = _page.AsSpan(mark + 2);
            bool ends = after.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (after.Length == name.Length || IsSpace(after[name.Length]) || after[name.Length] is '>' or '/');
            if (!ends)
            {
                from = mark + 2;
                continue;
            }
            if (mark > at) AddText(at, mark);
            Pop();
            return PastTag(mark + 2);
        }
    }

    private int ReadEndTag(int at)
    {
        int nameEnd = at + 2;
        while (nameEnd < _page.Length && !IsSpace(_page[nameEnd]) && _page[nameEnd] is not ('/' or '>')) nameEnd++;
        int end = PastTag(nameEnd);
        var tag = Tags.Of(_page.AsSpan(at + 2, nameEnd - at - 2));
        if (tag == Tag.Br) Add(Tag.Br, at, end);
        // text after </body> still belongs to the page
        if (tag is Tag.Br or Tag.Body or Tag.Html || _openOfTag[(int)tag] == 0) return end;
        CloseUpTo(tag, at + 2, nameEnd);
        return end;
    }

    /// <summary>Closes the innermost open element of a tag, and what stands open in it, unless a boundary hides it.</summary>
    private void CloseUpTo(Tag tag, int nameStart, int nameEnd)
    {
        for (int d = _depth - 1; d > 0; d--)
        {
            ref readonly var open = ref _nodes[_open[d]];
            if (open.Tag == tag && (tag != Tag.Other || SameName(open.Start + 1, nameStart, nameEnd)))
            {
                while (_depth > d) Pop();
                return;
            }
            bool inlineEnd = !tag.IsBlock();
            if (inlineEnd && open.Tag.IsBlock() && open.Tag is not Tag.P) return;
            if (open.Tag is Tag.Td or Tag.Th or Tag.Table && !IsTablePart(tag)) return;
            if (open.Tag == Tag.Table && IsTablePart(tag) && tag != Tag.Table) return;
            if (open.Tag is Tag.Body || --_steps < 0) return;
        }
    }

    private bool SameName(int openName, int nameStart, int nameEnd)
    {
        int length = nameEnd - nameStart;
        return openName + length < _page.Length
            && _page.AsSpan(openName, length).Equals(_page.AsSpan(nameStart, length), StringComparison.OrdinalIgnoreCase)
            && (IsSpace(_page[openName + length]) || _page[openName + length] is '>' or '/');
    }

    private static bool IsTablePart(Tag tag) =>
        tag is Tag.Table or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Tr or Tag.Td or Tag.Th or Tag.Caption or Tag.Colgroup;

    /// <summary>End tags that HTML lets a writer leave out.</summary>
    private void CloseImplied(Tag tag)
    {
        if (_openOfTag[(int)Tag.Head] > 0 && tag is not (Tag.Meta or Tag.Link or Tag.Script or Tag.Style or Tag.Title or Tag.Base
            or Tag.Noscript or Tag.Template or Tag.Other) && _nodes[_open[_depth - 1]].Tag is Tag.Head) Pop();
        if (tag.ClosesParagraph() && _openOfTag[(int)Tag.P] > 0) CloseOpen(Tag.P, Scope.Paragraph);
        switch (tag)
        {
            case Tag.Li: CloseOpen(Tag.Li, Scope.List); break;
            case Tag.Dd or Tag.Dt: CloseOpen(Tag.Dd, Scope.List); CloseOpen(Tag.Dt, Scope.List); break;
            case Tag.Option or Tag.Optgroup: CloseOpen(Tag.Option, Scope.List); break;
            case Tag.Td or Tag.Th: CloseOpen(Tag.Td, Scope.Table); CloseOpen(Tag.Th, Scope.Table); break;
            case Tag.Tr: CloseOpen(Tag.Tr, Scope.Table); break;
            case Tag.Tbody or Tag.Thead or Tag.Tfoot:
                CloseOpen(Tag.Tbody, Scope.Table); CloseOpen(Tag.Thead, Scope.Table); CloseOpen(Tag.Tfoot, Scope.Table); break;
            case Tag.A: CloseOpen(Tag.A, Scope.Paragraph); break;
            case Tag.Body: CloseOpen(Tag.Head, Scope.Paragraph); break;
            case >= Tag.H1 and <= Tag.H6 when _nodes[_open[_depth - 1]].Tag.IsHeading(): Pop(); break;
        }
    }

    private enum Scope { Paragraph, List, Table }

    private void CloseOpen(Tag tag, Scope scope)
    {
        if (_openOfTag[(int)tag] == 0) return;
        for (int d = _depth - 1; d > 0; d--)
        {
            var open = _nodes[_open[d]].Tag;
            if (open == tag)
            {
                while (_depth > d) Pop();
                return;
            }
            bool hidden = scope switch
            {
                Scope.Paragraph => open is Tag.Table or Tag.Td or Tag.Th or Tag.Caption or Tag.Button or Tag.Object or Tag.Template or Tag.Body
                    || (tag == Tag.A && open.IsBlock()),
                Scope.List => open is Tag.Ul or Tag.Ol or Tag.Dl or Tag.Menu or Tag.Dir or Tag.Select or Tag.Table or Tag.Td or Tag.Div or Tag.Article
                    or Tag.Section or Tag.Body,
                _ => open is Tag.Table or Tag.Template or Tag.Body,
            };
            if (hidden || --_steps < 0) return;
        }
    }

    private int Add(Tag tag, int start, int end)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _nodes.Length * 2);
        _nodes[_count] = new HtmlNode { Tag = tag, Parent = _depth > 0 ? _open[_depth - 1] : -1, After = _count + 1, Start = start, End = end };
        return _count++;
    }

    private void AddText(int start, int end)
    {
        if (_nodes[_open[_depth - 1]].Tag == Tag.Head && !_page.AsSpan(start, end - start).IsWhiteSpace()) Pop();
        Add(Tag.Text, start, end);
    }

    private void Push(int node)
    {
        _open[_depth++] = node;
        _openOfTag[(int)_nodes[node].Tag]++;
    }

    private void Pop()
    {
        int node = _open[--_depth];
        _nodes[node].After = _count;
        _openOfTag[(int)_nodes[node].Tag]--;
    }
}
