using Chancery.Reading.Pages.Html;
using Chancery.Reports;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>One stretch of visible text taken from one text node: decoded and folded, its page slice is the run.</summary>
/// <param name="Span">Where it stands in <see cref="VisibleText.Text"/>.</param>
internal readonly record struct VisibleRun(Span Span, PageRange Page, int Node, bool InLink, bool IsBold);

/// <summary>A line of the page as a reader sees it: the text of one block element, or the part of it between blocks or empty lines.</summary>
/// <param name="Container">The block element that holds it.</param>
/// <param name="Node">The first text node.</param>
/// <param name="FirstRun">Index of its first run; <paramref name="RunsEnd"/> is the one past its last.</param>
internal readonly record struct Block(Span Span, int Container, int Node, int FirstRun, int RunsEnd, int LinkChars, int BoldChars, int Links)
{
    public int Length => Span.Length;
    public double LinkShare => Length == 0 ? 0 : (double)LinkChars / Length;
}

/// <summary>All text a reader could see, in page order, cut into blocks, with the place of every piece in the page.</summary>
internal sealed class VisibleText
{
    private readonly HtmlTree _tree;
    private readonly string _page;
    private char[] _text;
    private int _length;
    private readonly List<VisibleRun> _runs = [];
    private readonly List<Block> _blocks = [];

    // the block being filled
    private int _blockStart, _blockRun, _blockContainer, _blockNode = -1, _linkChars, _boldChars, _links;
    private bool _breakDue;
    private int _breaks;

    private VisibleText(HtmlTree tree)
    {
        _tree = tree;
        _page = tree.Page;
        _text = new char[Math.Max(1024, tree.Page.Length / 8)];
    }

    public string Text { get; private set; } = "";
    public IReadOnlyList<VisibleRun> Runs => _runs;
    public IReadOnlyList<Block> Blocks => _blocks;

    public static VisibleText Of(HtmlTree tree) => new VisibleText(tree).Collect();

    private VisibleText Collect()
    {
        var open = new Stack<int>();
        int container = 0, linkUntil = 0, boldUntil = 0, lastLink = -1;
        var nodes = _tree.Nodes;
        for (int i = 0; i < nodes.Length; i++)
        {
            while (open.TryPeek(out int block) && nodes[block].After <= i)
            {
                EndBlock();
                open.Pop();
                container = open.TryPeek(out int outer) ? outer : 0;
            }
            var tag = nodes[i].Tag;
            if (tag == Tag.Text)
            {
                if (i < linkUntil && lastLink >= 0 && AddText(nodes[i].Start, nodes[i].End, i, true, i < boldUntil, container))
                {
                    _links++;
                    lastLink = -1;
                }
                else AddText(nodes[i].Start, nodes[i].End, i, i < linkUntil, i < boldUntil, container);
                continue;
            }
            if (tag.HidesText())
            {
                i = nodes[i].After - 1;
                continue;
            }
            if (tag == Tag.Br)
            {
                _breakDue = true;
                if (++_breaks > 1) EndBlock();
            }
            else if (tag == Tag.A)
            {
                linkUntil = nodes[i].After;
                lastLink = i;
            }
            else if (tag is Tag.B or Tag.Strong) boldUntil = Math.Max(boldUntil, nodes[i].After);
            if (!tag.IsBlock()) continue;
            EndBlock();
            open.Push(i);
            container = i;
        }
        EndBlock();
        Text = new string(_text, 0, _length);
        return this;
    }

    /// <summary>Adds a text node to the block; false where it shows nothing.</summary>
    private bool AddText(int start, int end, int node, bool inLink, bool isBold, int container)
    {
        int runStart = -1, pageStart = start, pageEnd = start;
        bool shown = false, space = false;
        int spaceFrom = start;
        int i = start;
        while (i < end)
        {
            char c = _page[i];
            int next = i + 1;
            string? longer = null;
            if (c == '&')
            {
                next = i + Entities.Reference(_page.AsSpan(i, end - i), out longer);
                if (longer is { Length: 1 }) (c, longer) = (longer[0], null);
            }
            if (longer is null && Entities.IsSpace(c))
            {
                if (!space) spaceFrom = i;
                space = true;
                i = next;
                continue;
            }
            if (longer is null && IsInvisible(c))
            {
                // what follows begins a run of its own, so that its page slice decodes to just the run
                Flush();
                space = space && _length == _blockStart;
                i = next;
                continue;
            }
            bool inside = _length > _blockStart;
            if (space && inside && !EndsInSpace())
            {
                if (runStart < 0) (runStart, pageStart) = (_length, spaceFrom);
                Put(' ');
            }
            else if (_breakDue && inside && !EndsInSpace())
            {
                Flush();
                Put(' ');
            }
            space = false;
            _breakDue = false;
            _breaks = 0;
            if (runStart < 0) (runStart, pageStart) = (_length, i);
            if (longer is not null)
                foreach (char part in longer) Put(part);
            else Put(char.IsSurrogate(c) ? Paired(i, c) : c);
            pageEnd = next;
            shown = true;
            i = next;
        }
        if (space && _length > _blockStart && !EndsInSpace())
        {
            if (runStart < 0) (runStart, pageStart) = (_length, spaceFrom);
            Put(' ');
            pageEnd = end;
            _breakDue = false;
        }
        Flush();
        if (shown && _blockNode < 0) (_blockNode, _blockContainer) = (node, container);
        return shown;

        void Flush()
        {
            if (space && runStart >= 0 && !EndsInSpace())
            {
                Put(' ');
                pageEnd = i;
                space = false;
            }
            if (runStart < 0) return;
            _runs.Add(new VisibleRun(new Span(runStart, _length), new PageRange(pageStart, pageEnd), node, inLink, isBold));
            if (inLink) _linkChars += _length - runStart;
            if (isBold) _boldChars += _length - runStart;
            runStart = -1;
        }
    }

    private char Paired(int at, char c)
    {
        bool paired = char.IsHighSurrogate(c)
            ? at + 1 < _page.Length && char.IsLowSurrogate(_page[at + 1])
            : at > 0 && char.IsHighSurrogate(_page[at - 1]);
        return paired ? c : '\uFFFD';
    }

    /// <summary>Soft hyphens and joiners of no width, which would split words for every reader behind us.</summary>
    internal static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    private bool EndsInSpace() => _length > _blockStart && _text[_length - 1] == ' ';

    private void Put(char c)
    {
        if (_length == _text.Length) Array.Resize(ref _text, _text.Length * 2);
        _text[_length++] = c;
    }

    private void EndBlock()
    {
        _breakDue = false;
        _breaks = 0;
        if (_blockNode >= 0)
        {
            TrimEnd();
            _blocks.Add(new Block(new Span(_blockStart, _length), _blockContainer, _blockNode, _blockRun, _runs.Count, _linkChars, _boldChars, _links));
            Put('\n');
        }
        _blockStart = _length;
        _blockRun = _runs.Count;
        _blockNode = -1;
        _linkChars = _boldChars = _links = 0;
    }

    private void TrimEnd()
    {
        if (!EndsInSpace()) return;
        _length--;
        var last = _runs[^1];
        if (last.Span.End <= _length) return; // the space was composed at a line break
        if (last.Span.Length == 1)
        {
            _runs.RemoveAt(_runs.Count - 1);
            return;
        }
        int end = last.Page.End;
        while (end > last.Page.Start && EndsInWhiteSpace(last.Page.Start, end, out int before)) end = before;
        _runs[^1] = last with { Span = new Span(last.Span.Start, _length), Page = new PageRange(last.Page.Start, end) };
    }

    /// <summary>Whether a page range ends in white space, written as such or as a reference ("&amp;nbsp;").</summary>
    private bool EndsInWhiteSpace(int start, int end, out int before)
    {
        before = end - 1;
        if (Entities.IsSpace(_page[before])) return true;
        if (_page[before] != ';' && !char.IsAsciiLetterOrDigit(_page[before])) return false;
        int mark = _page.LastIndexOf('&', end - 1, Math.Min(end - start, 12));
        if (mark < 0) return false;
        before = mark;
        return mark + Entities.Reference(_page.AsSpan(mark, end - mark), out string? resolved) == end
            && resolved is { Length: 1 } && Entities.IsSpace(resolved[0]);
    }
}
