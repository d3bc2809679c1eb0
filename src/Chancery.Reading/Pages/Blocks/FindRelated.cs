using Chancery.Reading.Pages.Dates;
using Chancery.Reading.Pages.Html;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Pages.Blocks;

/// <summary>A story the page points to, and the blocks that tell of it.</summary>
/// <param name="IsTeaser">It has a date and words of its own and stands behind the article: its blocks go into the text as teasers.</param>
internal sealed record FoundStory(string Text, string? Title, string? Url, LocalDate? Published, int From, int To, bool IsTeaser);

/// <summary>Finds the stories beside the article: links in and right behind it that are neither menu, nor sharing, nor comments.</summary>
internal sealed class FindRelated
{
    private const int MostStories = 30, LongestItem = 700, ShortestTitle = 16, FewestWords = 3, ReachBehind = 70, ShortestTeaser = 50;

    private const Signs Elsewhere = Signs.Comment | Signs.Share | Signs.Menu | Signs.Footer | Signs.Cookie | Signs.Tags | Signs.Author | Signs.Advert | Signs.Header;

    private readonly PageShape _page;
    private readonly Uri? _base;
    private readonly bool _monthFirst;
    private readonly int _first, _last;
    private readonly float[] _scores;

    private FindRelated(PageShape page, float[] scores, string? url, bool monthFirst)
    {
        (_page, _scores, _monthFirst) = (page, scores, monthFirst);
        Uri.TryCreate(url, UriKind.Absolute, out _base);
        (_first, _last) = (Array.FindIndex(scores, s => s > 0), Array.FindLastIndex(scores, s => s > 0));
    }

    public static IReadOnlyList<FoundStory> In(PageShape page, float[] scores, string? url, bool monthFirst) =>
        new FindRelated(page, scores, url, monthFirst).Find();

    private List<FoundStory> Find()
    {
        var found = new List<FoundStory>();
        var placeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        if (_first < 0) return found;
        for (int i = 0; i < _page.Tree.Count && found.Count < MostStories; i++)
        {
            if (_page.Tree[i].Tag != Tag.A) continue;
            var (from, to) = _page.BlocksOf(i);
            if (to == from || from < _first || from > _last + ReachBehind) continue;
            if (Read(i, from, to) is not { } story) continue;
            if (placeOf.TryAdd(story.Url ?? story.Text, found.Count)) found.Add(story);
            else if (placeOf[story.Url ?? story.Text] is var place && found[place].Published is null && story.Published is not null) found[place] = story;
        }
        return found;
    }

    private FoundStory? Read(int link, int from, int to)
    {
        if (_page.Tree.Attribute(link, "href")?.Trim() is not { Length: > 1 } address || address[0] == '#'
            || address.StartsWith("javascript", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto", StringComparison.OrdinalIgnoreCase)) return null;
        if (!StandsBeside(link, from, out bool marked)) return null;
        string said = _page.Tree.TextOf(link, LongestItem);
        if (said.Length < ShortestTitle || said.Length > LongestItem || said.AsSpan().Count(' ') + 1 < FewestWords) return null;
        // a link inside the article's own sentence is no story beside it
        if (from <= _last && _scores[from] > 0 && !(to - from == 1 && _page.Visible.Blocks[from].LinkShare > 0.8 && marked)) return null;

        int item = Item(link, address);
        (from, to) = _page.BlocksOf(item);
        string text = item == link ? said : _page.Tree.TextOf(item, LongestItem);
        string? title = Heading(item) ?? (said.Length <= 200 ? said : null);
        var day = DayOf(item, text);
        if (!marked && day is null && to > _last + 25) return null;
        bool teaser = day is not null && from > _last && text.Length >= ShortestTeaser + (title?.Length ?? 0);
        return new FoundStory(text, title, Resolved(address), day, from, to, teaser);
    }

    private bool StandsBeside(int node, int block, out bool marked)
    {
        marked = false;
        for (int n = node, level = 0; n > 0 && level < 12; n = _page.Tree[n].Parent, level++)
        {
            if (_page.Tree[n].Tag is Tag.Nav or Tag.Footer or Tag.Header && block > _last) return false;
            var signs = _page.Signs[n];
            if ((signs & (Signs.Related | Signs.Teaser)) != 0) marked = true;
            if (level < 6 && (signs & Elsewhere) != 0 && (signs & Signs.Related) == 0) return false;
        }
        return true;
    }

    /// <summary>The smallest element around a link that tells of its story and of no other.</summary>
    private int Item(int link, string address)
    {
        int item = link;
        for (int n = _page.Tree[link].Parent, level = 0; n > 0 && level < 4; n = _page.Tree[n].Parent, level++)
        {
            var (from, to) = _page.BlocksOf(n);
            if (_page.Chars(from, to) > LongestItem || to - from > 8 || from <= _last) break;
            if (!LeadsOnlyTo(n, address)) break;
            item = n;
        }
        return item;
    }

    private bool LeadsOnlyTo(int node, string address)
    {
        for (int i = node + 1; i < _page.Tree[node].After; i++)
            if (_page.Tree[i].Tag == Tag.A && _page.Tree.Attribute(i, "href")?.Trim() != address) return false;
        return true;
    }

    private string? Heading(int item)
    {
        for (int i = item; i < _page.Tree[item].After; i++)
            if (_page.Tree[i].Tag.IsHeading() && _page.Tree.TextOf(i, 300) is { Length: >= 8 } text) return text;
        return null;
    }

    private LocalDate? DayOf(int item, string text)
    {
        var days = new List<WrittenDay>();
        ScanDates.Find(text, _monthFirst, days);
        for (int i = item; days.Count == 0 && i < _page.Tree[item].After; i++)
            if (_page.Tree[i].Tag == Tag.Time && _page.Tree.Attribute(i, "datetime") is { } said) ScanDates.Find(said, _monthFirst, days);
        return days.Count == 0 ? null : days[0].Day;
    }

    private string? Resolved(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.ToString()
        : _base is not null && Uri.TryCreate(_base, address, out var joined) ? joined.ToString() : null;
}
