using System.Globalization;
using System.Text;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;

namespace Chancery.Reading.Pages.Metadata;

/// <summary>Every text of a page that may be its headline, with what a classifier is told of it.</summary>
internal sealed class TitleCandidates
{
    private enum Place { Heading, HeadingPart, HeadingLastPart, SecondHeading, Social, SocialPart, Linked, Element, ElementHead, ElementTail, Property, Marked }

    private const int LongestTitle = 300, MostHeadings = 12;
    private static readonly int Places = Enum.GetValues<Place>().Length;
    public static readonly int Count = 2 * Places + 14;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " / ", ": ", " : ", " ~ ", " ‹ ", " > ", " ★ ", " ◊ ", " │ "];

    private sealed class Candidate
    {
        public required string Text;
        public int Named, Order;
        public readonly int[] Places = new int[TitleCandidates.Places];
        public readonly int[] Rank = Enumerable.Repeat(-1, TitleCandidates.Places).ToArray();
        public int Node = -1;
    }

    private readonly HtmlTree _tree;
    private readonly PageMetadata _metadata;
    private readonly Dictionary<string, Candidate> _byLetters = new(StringComparer.Ordinal);
    private readonly List<Candidate> _candidates = [];
    private readonly int[] _ofPlace = new int[Places];
    private readonly string _slug;

    public TitleCandidates(HtmlTree tree, PageMetadata metadata, Signs[] signs, string? url)
    {
        (_tree, _metadata) = (tree, metadata);
        string address = url ?? metadata.Canonical ?? "";
        _slug = PageShape.Letters(address[(Math.Max(0, address.IndexOf('/', Math.Min(8, address.Length))))..]);
        AddHeadings();
        Add(metadata.Meta("og:title"), Place.Social, -1);
        Add(metadata.Meta("twitter:title", "dc.title", "title", "parsely-title", "sailthru.title"), Place.Social, -1);
        AddParts(metadata.Meta("og:title"), Place.SocialPart, Place.SocialPart);
        foreach (var article in metadata.LinkedArticles) Add(article.Headline, Place.Linked, -1);
        Add(metadata.TitleElement, Place.Element, -1);
        AddParts(metadata.TitleElement, Place.ElementHead, Place.ElementTail);
        foreach (var (property, node) in metadata.Microdata)
            if (property.Contains("headline", StringComparison.OrdinalIgnoreCase) || property == "name") Add(tree.TextOf(node, LongestTitle), Place.Property, node);
        AddMarked(signs);
    }

    /// <summary>The candidates in the order found, each with its features.</summary>
    public IEnumerable<(string Text, float[] Features)> All => _candidates.Select(c => (c.Text, Fill(c)));

    private void AddHeadings()
    {
        int seconds = 0;
        foreach (int node in _metadata.Headings)
        {
            bool first = _tree[node].Tag == Tag.H1;
            if (!first && ++seconds > MostHeadings) continue;
            string text = _tree.TextOf(node, LongestTitle);
            Add(text, first ? Place.Heading : Place.SecondHeading, node);
            if (first) AddPieces(node);
        }
    }

    /// <summary>A headline may hold its kicker in an element of its own: then its pieces are candidates too.</summary>
    private void AddPieces(int heading)
    {
        var pieces = new List<string>();
        for (int i = heading + 1; i < _tree[heading].After; i = _tree[i].Tag == Tag.Text || _tree[i].Tag.HidesText() || IsLeaf(i) ? _tree[i].After : i + 1)
        {
            string text = _tree[i].Tag == Tag.Text ? Entities.Fold(Entities.Decode(_tree.Page.AsSpan(_tree[i].Start, _tree[i].End - _tree[i].Start)))
                : IsLeaf(i) && !_tree[i].Tag.HidesText() ? _tree.TextOf(i, LongestTitle) : "";
            if (text.Length > 0) pieces.Add(text);
        }
        if (pieces.Count is < 2 or > 6) return;
        for (int p = 0; p < pieces.Count; p++) Add(pieces[p].Trim(':', ' '), p == pieces.Count - 1 ? Place.HeadingLastPart : Place.HeadingPart, heading);
        // without the first piece, without the last
        if (pieces.Count > 2) Add(string.Join(' ', pieces.Skip(1)), Place.HeadingLastPart, heading);
        if (pieces.Count > 2) Add(string.Join(' ', pieces.SkipLast(1)), Place.HeadingPart, heading);
    }

    private bool IsLeaf(int node)
    {
        for (int i = node + 1; i < _tree[node].After; i++)
            if (_tree[i].Tag != Tag.Text && _tree[i].Tag != Tag.Br) return false;
        return true;
    }

    private void AddParts(string? title, Place head, Place tail)
    {
        if (title is null) return;
        foreach (string separator in Separators)
        {
            for (int at = title.IndexOf(separator, StringComparison.Ordinal), n = 0; at > 0 && n < 3; at = title.IndexOf(separator, at + 1, StringComparison.Ordinal), n++)
            {
                Add(title[..at], head, -1);
                Add(title[(at + separator.Length)..], tail, -1);
            }
        }
    }

    private void AddMarked(Signs[] signs)
    {
        int found = 0;
        for (int i = 0; i < _tree.Count && found < 8; i++)
        {
            if ((signs[i] & Signs.Headline) == 0 || (signs[i] & (Signs.Related | Signs.Comment | Signs.Menu | Signs.Sidebar | Signs.Teaser)) != 0) continue;
            string text = _tree.TextOf(i, LongestTitle + 50);
            if (text.Length is < 5 or > LongestTitle) continue;
            Add(text, Place.Marked, i);
            found++;
        }
    }

    private void Add(string? text, Place place, int node)
    {
        if (text is null) return;
        text = text.Trim();
        if (text.Length is < 2 or > LongestTitle) return;
        string letters = PageShape.Letters(text);
        if (letters.Length == 0) return;
        if (!_byLetters.TryGetValue(letters, out var candidate))
        {
            if (_candidates.Count >= 80) return;
            _byLetters.Add(letters, candidate = new Candidate { Text = text, Order = _candidates.Count });
            _candidates.Add(candidate);
        }
        candidate.Named++;
        if (candidate.Node < 0) candidate.Node = node;
        if (candidate.Places[(int)place]++ == 0) candidate.Rank[(int)place] = _ofPlace[(int)place];
        _ofPlace[(int)place]++;
    }

    private float[] Fill(Candidate c)
    {
        var f = new float[Count];
        int kinds = 0, inside = 0, holds = 0;
        string letters = PageShape.Letters(c.Text);
        for (int p = 0; p < Places; p++)
        {
            f[p] = Math.Min(c.Places[p], 3);
            f[Places + p] = c.Rank[p];
            if (c.Places[p] > 0) kinds++;
        }
        foreach (var (other, candidate) in _byLetters)
        {
            if (candidate == c) continue;
            if (other.Contains(letters, StringComparison.Ordinal)) inside += candidate.Named;
            else if (letters.Contains(other, StringComparison.Ordinal)) holds += candidate.Named;
        }
        int at = 2 * Places;
        f[at++] = c.Named;
        f[at++] = kinds;
        f[at++] = inside;
        f[at++] = holds;
        f[at++] = c.Text.Length;
        f[at++] = c.Text.Count(x => x == ' ') + 1;
        f[at++] = _ofPlace[(int)Place.Heading];
        f[at++] = _ofPlace[(int)Place.SecondHeading];
        f[at++] = IsSite(letters) ? 1 : 0;
        f[at++] = InSlug(c.Text);
        f[at++] = c.Node < 0 ? -1 : (float)c.Node / _tree.Count;
        f[at++] = c.Text.AsSpan().IndexOfAny("|»«·•") >= 0 ? 1 : 0;
        f[at++] = c.Text[^1] is '?' or '!' or '.' ? 1 : 0;
        f[at++] = _candidates.Count;
        return f;
    }

    private bool IsSite(string letters) =>
        _metadata.Meta("og:site_name", "application-name") is { } site && PageShape.Letters(site) is { Length: > 0 } name
            ? letters == name : false;

    /// <summary>The share of a title's words that stand in the page's address.</summary>
    private float InSlug(string title)
    {
        if (_slug.Length < 8) return -1;
        string[] words = Plain(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int found = 0, asked = 0;
        foreach (string word in words)
        {
            if (word.Length < 4) continue;
            asked++;
            if (_slug.Contains(word, StringComparison.Ordinal)) found++;
        }
        return asked == 0 ? -1 : (float)found / asked;
    }

    /// <summary>Words as addresses spell them: lower case, accents dropped, umlauts in two letters.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
                     .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c)) plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(' ');
        return plain.ToString();
    }
}
