using System.Buffers;
using System.Globalization;
using Chancery.Reading.Pages.Blocks;
using Chancery.Reading.Pages.Html;
using NodaTime;

namespace Chancery.Reading.Pages.Dates;

/// <summary>All places of a page that name a day which might be the day of publication.</summary>
internal sealed class CollectWitnesses
{
    private const int LongestDateBlock = 220, MostOfAKind = 40, LargestScript = 400_000;

    private static readonly string[] PublishedNames = ["publish", "pubdate", "issued", "created", "publicat", "posted", "firstpub", "date.available"];
    private static readonly string[] ModifiedNames = ["modif", "updat", "revis", "lastmod", "changed", "edited"];
    private static readonly string[] NoPublicationNames = ["expire", "valid", "event", "start", "end-", "enddate", "birth", "unavailable", "copyright", "viewport", "verif"];

    private static readonly string[] DateAttributes = ["title", "datetime", "data-date", "data-datetime", "data-time", "data-timestamp", "data-published"];

    private static readonly SearchValues<string> ScriptKeys = SearchValues.Create(
        ["datepublished", "publishdate", "publicationdate", "published_at", "publishedat", "pubdate", "publish_date", "date_published", "firstpublish",
         "published_time", "publishedtime", "publish_time", "publishtime", "datecreated", "created_at", "publication_date", "first-publication", "publishedfirst", "articlepublish", "publish hour", "datemodified", "modified_at", "updated_at", "lastmodified", "\"date\""],
        StringComparison.OrdinalIgnoreCase);

    private readonly PageShape _page;
    private readonly bool _monthFirst;
    private readonly int _from, _to;
    private readonly List<Witness> _found = [];
    private readonly int[] _ofKind = new int[Enum.GetValues<WitnessKind>().Length];
    private readonly List<WrittenDay> _days = [];

    /// <param name="from">First block of the article; <paramref name="to"/> is the one past its last.</param>
    private CollectWitnesses(PageShape page, int from, int to, bool monthFirst) =>
        (_page, _from, _to, _monthFirst) = (page, from, to, monthFirst);

    public static IReadOnlyList<Witness> In(PageShape page, string? url, float[] scores, bool monthFirst)
    {
        int from = Array.FindIndex(scores, s => s > 0), to = Array.FindLastIndex(scores, s => s > 0) + 1;
        if (from < 0) (from, to) = page.BlocksOf(page.Best);
        var collect = new CollectWitnesses(page, from, to, monthFirst);
        collect.AddLinkedData();
        collect.AddMeta();
        collect.AddElements();
        collect.AddAttributes();
        collect.AddUrl(url ?? page.Metadata.Canonical ?? page.Metadata.Meta("og:url"));
        collect.AddVisible(scores);
        collect.AddScripts();
        return collect._found;
    }

    private void Add(WrittenDay day, WitnessKind kind)
    {
        int order = _ofKind[(int)kind]++;
        if (order < MostOfAKind) _found.Add(new Witness(day.Day, day.Time, kind, order, day.IsUtc));
        if (order < MostOfAKind && day.Other is { } other) _found.Add(new Witness(other, day.Time, kind, order, day.IsUtc, IsSwapped: true));
    }

    /// <summary>Adds the first day a value of metadata names; a bare number may be seconds or milliseconds since 1970.</summary>
    private void AddValue(string? value, WitnessKind kind)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        if (value.Length is 10 or 13 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            long seconds = value.Length == 13 ? number / 1000 : number;
            if (seconds is < 631_152_000 or > 4_102_444_800) return;
            var moment = Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime;
            Add(new WrittenDay(moment.Date, new LocalTime(moment.Hour, moment.Minute), 0, 0, true), kind);
            return;
        }
        _days.Clear();
        ScanDates.Find(value.AsSpan(0, Math.Min(value.Length, 120)), _monthFirst, _days);
        if (_days.Count > 0) Add(_days[0], kind);
    }

    private void AddLinkedData()
    {
        foreach (var article in _page.Metadata.LinkedArticles)
        {
            AddValue(article.Published, article.IsNews ? WitnessKind.LinkedPublished : WitnessKind.LinkedOther);
            AddValue(article.Modified, article.IsNews ? WitnessKind.LinkedModified : WitnessKind.LinkedOther);
        }
    }

    private void AddMeta()
    {
        foreach (string name in _page.Metadata.MetaNames.Order(StringComparer.Ordinal))
        {
            if (Has(name, NoPublicationNames)) continue;
            bool modified = Has(name, ModifiedNames), published = !modified && Has(name, PublishedNames);
            if (!modified && !published && !name.Contains("date", StringComparison.OrdinalIgnoreCase) && !name.Contains("time", StringComparison.OrdinalIgnoreCase)) continue;
            foreach (string value in _page.Metadata.AllMeta(name))
                AddValue(value, modified ? WitnessKind.MetaModified : published ? WitnessKind.MetaPublished : WitnessKind.MetaOther);
        }
    }

    private static bool Has(string name, string[] parts) => Array.Exists(parts, p => name.Contains(p, StringComparison.OrdinalIgnoreCase));

    private void AddElements()
    {
        foreach (var (property, node) in _page.Metadata.Microdata)
        {
            if (!property.Contains("date", StringComparison.OrdinalIgnoreCase) || Has(property, NoPublicationNames)) continue;
            var kind = property.Contains("modif", StringComparison.OrdinalIgnoreCase) ? WitnessKind.MicroModified : WitnessKind.MicroPublished;
            AddValue(_page.Tree.Attribute(node, "datetime") ?? _page.Tree.Attribute(node, "content") ?? _page.Tree.TextOf(node, 100), kind);
        }
        foreach (int node in _page.Metadata.TimeElements)
        {
            int block = _page.BlocksOf(node).From;
            var kind = IsBeside(node) ? WitnessKind.TimeElsewhere
                : Has(_page.Tree.Attribute(node, "class") ?? "", ModifiedNames) ? WitnessKind.TimeUpdated
                : IsHead(block) ? WitnessKind.TimeHead
                : block >= _from && block < _to + 3 ? WitnessKind.TimeArticle : WitnessKind.TimeElsewhere;
            string text = _page.Tree.TextOf(node, 80);
            string? machine = _page.Tree.Attribute(node, "datetime");
            AddValue(machine ?? text, kind);
            if (machine is not null) AddValue(_page.Tree.Attribute(node, "title") ?? text, kind);
        }
    }

    /// <summary>Days in attributes of elements whose class speaks of dates, as microformats and scripts have them.</summary>
    private void AddAttributes()
    {
        for (int node = 1; node < _page.Tree.Count; node++)
        {
            if ((_page.Signs[node] & Signs.Meta) == 0 || _page.Tree[node].Tag is Tag.Time || IsBeside(node)) continue;
            foreach (string name in DateAttributes) AddValue(_page.Tree.Attribute(node, name), WitnessKind.Attribute);
        }
    }

    private bool IsBeside(int node)
    {
        for (int level = 0; level < 8 && node > 0; level++, node = _page.Tree[node].Parent)
        {
            if ((_page.Signs[node] & (Signs.Comment | Signs.Related | Signs.Sidebar | Signs.Footer)) != 0) return true;
            if (_page.Tree[node].Tag is Tag.Aside or Tag.Footer or Tag.Blockquote) return true;
        }
        return false;
    }

    /// <summary>Between a little above the headline and the first paragraphs of the article.</summary>
    private bool IsHead(int block)
    {
        int top = _page.TitleBlock >= 0 && _page.TitleBlock <= _from ? _page.TitleBlock : _from;
        return block >= top - 6 && block <= Math.Max(_from, top) + 2;
    }

    private void AddUrl(string? url)
    {
        if (url is null) return;
        _days.Clear();
        int path = url.IndexOf('/', Math.Min(url.Length, 8));
        string rest = path < 0 ? "" : url[path..];
        ScanDates.Find(rest.Replace('_', '-'), false, _days);
        foreach (var day in _days) Add(day with { Time = null }, WitnessKind.Url);
        if (_days.Count > 0) return;
        if (MonthIn(rest) is { } month) Add(new WrittenDay(month, null, 0, 0), WitnessKind.UrlMonth);
    }

    /// <summary>The month of a path such as /2019/10/, as its first day.</summary>
    private static LocalDate? MonthIn(string path)
    {
        for (int i = path.IndexOf('/', StringComparison.Ordinal); i >= 0 && i + 8 <= path.Length; i = path.IndexOf('/', i + 1))
        {
            if (path[i + 5] == '/' && (i + 8 == path.Length || path[i + 8] == '/') && int.TryParse(path.AsSpan(i + 1, 4), out int year)
                && int.TryParse(path.AsSpan(i + 6, 2), out int month) && year is > 1990 and < 2100 && month is >= 1 and <= 12)
                return new LocalDate(year, month, 1);
        }
        return null;
    }

    private void AddVisible(float[] scores)
    {
        var blocks = _page.Visible.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var text = _page.Visible.Text.AsSpan(block.Span.Start, Math.Min(block.Length, LongestDateBlock * 2));
            if (text.IndexOfAnyInRange('0', '9') < 0) continue;
            _days.Clear();
            ScanDates.Find(text, _monthFirst, _days);
            foreach (var day in _days) Add(day, KindOf(i, block, text, day, scores[i] > 0));
        }
    }

    private WitnessKind KindOf(int index, Block block, ReadOnlySpan<char> text, WrittenDay day, bool inArticle)
    {
        if (IsBeside(block.Container)) return WitnessKind.Beside;
        bool marked = IsMarked(block);
        if (IsHead(index) && block.Length <= LongestDateBlock)
        {
            var before = text[..day.At];
            if (DateWords.SaysUpdated(before)) return WitnessKind.HeadUpdated;
            if (DateWords.SaysPublished(before)) return WitnessKind.HeadPublished;
            return marked ? WitnessKind.HeadMarked : inArticle && block.Length > 60 ? WitnessKind.BodyText : WitnessKind.HeadPlain;
        }
        if (inArticle && day.At <= 1 && index < _from + 6) return WitnessKind.DateLine;
        if (index >= _from && index < _to) return inArticle || block.Length > LongestDateBlock ? WitnessKind.BodyText : marked ? WitnessKind.ElsewhereMarked : WitnessKind.Elsewhere;
        if (index >= _to && index < _to + 6 && block.Length <= LongestDateBlock)
        {
            var before = text[..day.At];
            return DateWords.SaysUpdated(before) ? WitnessKind.TailUpdated : DateWords.SaysPublished(before) ? WitnessKind.TailPublished : WitnessKind.Tail;
        }
        return marked ? WitnessKind.ElsewhereMarked : WitnessKind.Elsewhere;
    }

    private bool IsMarked(Block block)
    {
        int node = _page.Tree[block.Node].Parent;
        for (int level = 0; level < 3 && node > 0; level++, node = _page.Tree[node].Parent)
            if ((_page.Signs[node] & Signs.Meta) != 0) return true;
        return false;
    }

    private void AddScripts()
    {
        for (int i = 0; i < _page.Tree.Count; i++)
        {
            if (_page.Tree[i].Tag != Tag.Script) continue;
            var script = _page.Tree.RawTextOf(i);
            if (script.Length > LargestScript) script = script[..LargestScript];
            for (int at = script.IndexOfAny(ScriptKeys); at >= 0;)
            {
                var rest = script[at..];
                var value = rest[..Math.Min(rest.Length, 90)];
                bool modified = value.StartsWith("datemod", StringComparison.OrdinalIgnoreCase) || value.StartsWith("mod", StringComparison.OrdinalIgnoreCase)
                    || value.StartsWith("upd", StringComparison.OrdinalIgnoreCase) || value.StartsWith("last", StringComparison.OrdinalIgnoreCase);
                int colon = value.IndexOfAny(":=");
                var kind = modified ? WitnessKind.ScriptModified : value[0] == '"' ? WitnessKind.ScriptOther : WitnessKind.ScriptPublished;
                if (colon > 0) AddScriptValue(value[(colon + 1)..], kind);
                int next = rest[5..].IndexOfAny(ScriptKeys);
                at = next < 0 ? -1 : at + 5 + next;
            }
        }
    }

    private void AddScriptValue(ReadOnlySpan<char> value, WitnessKind kind)
    {
        bool isBare = value.TrimStart(' ') is { Length: > 0 } start && char.IsAsciiDigit(start[0]);
        value = value.TrimStart(" \"'\\");
        int end = value.IndexOfAny(isBare ? "\"'\\,}" : "\"'\\}");
        if (end > 0) AddValue(value[..end].ToString(), kind);
    }
}
