using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>Finds the actor whose mention stands behind a statement's source.</summary>
internal sealed class ActorsByPlace
{
    private readonly (int Head, Span Span, string Id)[] _mentions;

    public ActorsByPlace(IReadOnlyList<Actor> actors) =>
        _mentions = [.. actors.SelectMany(a => a.Mentions, (a, m) => (m.Head, m.Span, a.Id)).OrderBy(m => m.Head).ThenBy(m => m.Span)];

    /// <summary>
    /// The actor mentioned by the head of the source or by the name set beside it ("its foreign minister, Ann Linde"), else the one whose mention holds that head, else null:
    /// a spokesman is not his ministry.
    /// </summary>
    public string? Behind(ParagraphWords p, WordRun source)
    {
        int head = CueCircle.HeadOf(p, source);
        return At(p, head, source) ?? (NameBeside(p, head, source) is { } name ? At(p, name, source) : null);
    }

    private static int? NameBeside(ParagraphWords p, int head, WordRun source)
    {
        for (int c = p.FirstChild(head); c >= 0; c = p.NextSibling(c))
            if (c > head && source.Contains(c) && p.Is(c, "appos") && p.Upos(c) == Upos.PROPN) return c;
        return null;
    }

    private string? At(ParagraphWords p, int head, WordRun source)
    {
        var headSpan = p.Words[head].Span;
        string? within = null;
        var whole = source.SpanIn(p);
        for (int i = FirstFrom(whole.Start - 200); i < _mentions.Length && _mentions[i].Head < whole.End; i++)
        {
            var m = _mentions[i];
            if (headSpan.Contains(m.Head)) return i + 1 < _mentions.Length && _mentions[i + 1].Head == m.Head ? null : m.Id; // "the two governments" are not one of them
            if (m.Span.Contains(headSpan.Start)) within = m.Id;
        }
        return within;
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = _mentions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_mentions[middle].Head < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
