using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Dates;
using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>Every text of a page that may name its authors, with what a classifier is told of it.</summary>
internal sealed class BylineCandidates
{
    private enum Place { Linked, LinkedOther, Meta, MetaOther, Link, Property, Marked, MarkedLink, Opening, OpeningTail, Social }

    private const int LongestByline = 90, MostMarked = 30;
    private static readonly int Places = Enum.GetValues<Place>().Length;
    public static readonly int Count = 2 * Places + 16;

    private sealed class Candidate
    {
        public required IReadOnlyList<string> Names;
        public int Named, Node = -1;
        public readonly int[] Places = new int[BylineCandidates.Places];
        public readonly int[] Rank = Enumerable.Repeat(-1, BylineCandidates.Places).ToArray();
        public bool Beside, Head, Tail;
    }

    private readonly PageShape _page;
    private readonly int _from, _to;
    private readonly Dictionary<string, Candidate> _byLetters = new(StringComparer.Ordinal);
    private readonly List<Candidate> _candidates = [];
    private readonly int[] _ofPlace = new int[Places];
    private readonly string _site;

    public BylineCandidates(PageShape page, float[] scores, string? url)
    {
        _page = page;
        (_from, _to) = (Array.FindIndex(scores, s => s > 0), Array.FindLastIndex(scores, s => s > 0) + 1);
        var metadata = page.Metadata;
        _site = PageShape.Letters(metadata.Meta("og:site_name", "application-name")
            ?? (Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host.Replace("www.", "", StringComparison.Ordinal) : ""));
        foreach (var article in metadata.LinkedArticles)
            if (article.Authors.Count > 0) Add(article.Authors, article.IsNews ? Place.Linked : Place.LinkedOther, -1);
        foreach (string name in new[] { "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "dcterms.creator", "byl", "citation_author", "article:author_name", "cxenseparse:author" })
            if (metadata.AllMeta(name) is { Count: > 0 } said) Add(said, name == "author" ? Place.Meta : Place.MetaOther, -1);
        AddElements();
        AddOpenings();
    }

    public IEnumerable<(IReadOnlyList<string> Names, float[] Features)> All => _candidates.Select(c => (c.Names, Fill(c)));

    private void AddElements()
    {
        foreach (var (property, node) in _page.Metadata.Microdata)
        {
            if (property == "rel-author") Add([_page.Tree.TextOf(node, 200)], Place.Link, node);
            else if (property.Contains("author", StringComparison.OrdinalIgnoreCase)) Add([_page.Tree.Attribute(node, "content") ?? _page.Tree.TextOf(node, 200)], Place.Property, node);
        }
        int marked = 0;
        for (int i = 0; i < _page.Tree.Count && marked < MostMarked; i++)
        {
            if ((_page.Signs[i] & Signs.Author) == 0) continue;
            marked++;
            string text = _page.Tree.TextOf(i, 300);
            if (text.Length is > 1 and < 200) Add([text], Place.Marked, i);
            for (int n = i + 1; n < _page.Tree[i].After && n < i + 40; n++)
                if (_page.Tree[n].Tag is Tag.A or Tag.Strong or Tag.B or Tag.Span) Add([_page.Tree.TextOf(n, 200)], Place.MarkedLink, n);
        }
    }

    /// <summary>Lines such as "Von Ana Souza" or "Posted by Jon Lie on 3 May", near the article.</summary>
    private void AddOpenings()
    {
        var blocks = _page.Visible.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Length is < 4 or > 220) continue;
            bool near = i >= Math.Min(_page.TitleBlock < 0 ? _from : _page.TitleBlock, _from) - 6 && i < _to + 6;
            if (!near) continue;
            var text = _page.Visible.Text.AsSpan(blocks[i].Span.Start, blocks[i].Length);
            if (AuthorNames.AfterOpening(text) is { } rest) Add([rest], i < _to ? Place.Opening : Place.OpeningTail, blocks[i].Node);
        }
    }

    private void Add(IReadOnlyList<string> said, Place place, int node)
    {
        var names = said.SelectMany(AuthorNames.Split).Distinct(StringComparer.OrdinalIgnoreCase).Take(8).ToList();
        if (names.Count == 0) return;
        string letters = PageShape.Letters(string.Join(' ', names));
        if (letters.Length is < 2 or > LongestByline * 3) return;
        if (!_byLetters.TryGetValue(letters, out var candidate))
        {
            if (_candidates.Count >= 60) return;
            _byLetters.Add(letters, candidate = new Candidate { Names = names });
            _candidates.Add(candidate);
        }
        candidate.Named++;
        if (candidate.Places[(int)place]++ == 0) candidate.Rank[(int)place] = _ofPlace[(int)place];
        _ofPlace[(int)place]++;
        if (node < 0) return;
        if (candidate.Node < 0) candidate.Node = node;
        int block = _page.BlocksOf(node).From;
        candidate.Beside |= IsBeside(node);
        candidate.Head |= block >= Math.Min(_page.TitleBlock < 0 ? _from : _page.TitleBlock, _from) - 4 && block < _from + 4;
        candidate.Tail |= block >= _to - 2 && block < _to + 6;
    }

    private bool IsBeside(int node)
    {
        for (int level = 0; level < 10 && node > 0; level++, node = _page.Tree[node].Parent)
            if ((_page.Signs[node] & (Signs.Comment | Signs.Related | Signs.Sidebar | Signs.Footer)) != 0) return true;
        return false;
    }

    private float[] Fill(Candidate c)
    {
        var f = new float[Count];
        int kinds = 0, inside = 0, holds = 0;
        string letters = PageShape.Letters(string.Join(' ', c.Names));
        for (int p = 0; p < Places; p++)
        {
            f[p] = Math.Min(c.Places[p], 5);
            f[Places + p] = c.Rank[p];
            if (c.Places[p] > 0) kinds++;
        }
        foreach (var (other, candidate) in _byLetters)
        {
            if (candidate == c) continue;
            if (other.Contains(letters, StringComparison.Ordinal)) inside += candidate.Named;
            else if (letters.Contains(other, StringComparison.Ordinal)) holds += candidate.Named;
        }
        string first = c.Names[0];
        string[] words = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = 2 * Places;
        f[at++] = c.Named;
        f[at++] = kinds;
        f[at++] = inside;
        f[at++] = holds;
        f[at++] = c.Names.Count;
        f[at++] = first.Length;
        f[at++] = words.Length;
        f[at++] = (float)words.Count(w => char.IsUpper(w[0])) / Math.Max(1, words.Length);
        f[at++] = first.Any(char.IsDigit) ? 1 : 0;
        f[at++] = first.AsSpan().IndexOfAny("@/:|.") >= 0 ? 1 : 0;
        f[at++] = _site.Length > 2 && (_site.Contains(letters, StringComparison.Ordinal) || letters.Contains(_site, StringComparison.Ordinal)) ? 1 : 0;
        f[at++] = c.Beside ? 1 : 0;
        f[at++] = c.Head ? 1 : 0;
        f[at++] = c.Tail ? 1 : 0;
        f[at++] = c.Node < 0 ? -1 : (float)c.Node / _page.Tree.Count;
        f[at++] = _candidates.Count;
        return f;
    }
}
