using System.Collections.Frozen;

namespace Chancery.Reading.Dating;

/// <summary>Finds where a report speaks of the calendar's events, and leaves out what only may happen.</summary>
internal sealed class FindEventMentions
{
    /// <summary>The units of a name stand within so many words of its key word.</summary>
    private const int Reach = 12;

    /// <summary>A name in word numbers, and the place in it of the key word that it is found by.</summary>
    private sealed record Pattern(PublicEvent Event, int[][][] Units, int KeyUnit, int KeyWord);

    private readonly FrozenDictionary<int, Pattern[]> _byKey;

    /// <param name="vocabulary">Must hold the words of <see cref="WordsOf"/>.</param>
    public FindEventMentions(EventCalendar calendar, Vocabulary vocabulary) =>
        _byKey = calendar.Events
            .SelectMany(e => e.Names.Select(name => Compile(e, name, vocabulary)))
            .SelectMany(p => p.Units[p.KeyUnit][p.KeyWord].Select(id => (id, p)))
            .GroupBy(pair => pair.id, pair => pair.p)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static IEnumerable<string> WordsOf(EventCalendar calendar) =>
        calendar.Events.SelectMany(e => e.Names).SelectMany(n => n.Units).SelectMany(u => u.Words).SelectMany(w => w).Select(Folded);

    private static string Folded(string word)
    {
        var folded = new char[word.Length];
        Vocabulary.Fold(word, folded);
        return new string(folded);
    }

    /// <summary>A name is found by its longest word that is no cue: the rarest, as a rule.</summary>
    private static Pattern Compile(PublicEvent e, EventName name, Vocabulary vocabulary)
    {
        var units = name.Units.Select(u => u.Words.Select(w => w.Select(s => vocabulary.IdOf(Folded(s))).ToArray()).ToArray()).ToArray();
        var (unit, word) = Enumerable.Range(0, units.Length)
            .SelectMany(u => Enumerable.Range(0, units[u].Length).Select(w => (u, w)))
            .MaxBy(at => (vocabulary.CuesOf(units[at.u][at.w][0]) == Cue.None ? 100 : 0) + name.Units[at.u].Words[at.w].Min(s => s.Length));
        return new Pattern(e, units, unit, word);
    }

    /// <summary>In text order.</summary>
    public List<EventMention> In(TextWords words)
    {
        var mentions = new List<EventMention>();
        var found = new List<(PublicEvent Event, int First, int Last)>();
        foreach (var sentence in words.Sentences)
        {
            found.Clear();
            for (int i = sentence.First; i < sentence.End; i++)
            {
                if (words[i].Id < 0 || !_byKey.TryGetValue(words[i].Id, out var patterns)) continue;
                foreach (var pattern in patterns)
                    if (Match(words, sentence, pattern, i) is { } range) found.Add((pattern.Event, range.First, range.Last));
            }
            if (found.Count > 0) Join(words, sentence, found, mentions);
        }
        return mentions;
    }

    private static (int First, int Last)? Match(TextWords words, WordSentence s, Pattern pattern, int key)
    {
        int start = key;
        for (int w = pattern.KeyWord; w > 0; w--) start = Before(words, start);
        if (start < s.First || EndOf(words, s, pattern.Units[pattern.KeyUnit], start) is not (var end and >= 0)) return null;
        int first = start, last = end;
        for (int u = 0; u < pattern.Units.Length; u++)
        {
            if (u == pattern.KeyUnit) continue;
            if (Nearest(words, s, pattern.Units[u], key) is not { } near) return null;
            first = Math.Min(first, near.First);
            last = Math.Max(last, near.Last);
        }
        return pattern.Event.Kind == EventKind.Death ? DeathForms.Around(words, s, first, last) : (first, last);
    }

    /// <summary>The last word of a unit that begins at a word, or -1. A hyphen between its words counts for nothing.</summary>
    private static int EndOf(TextWords words, WordSentence s, int[][] unit, int start)
    {
        int at = start;
        for (int w = 0; w < unit.Length; w++)
        {
            if (w > 0 && ++at < s.End && words[at].First == '-') at++;
            if (at >= s.End || Array.IndexOf(unit[w], words[at].Id) < 0) return -1;
        }
        return at;
    }

    private static int Before(TextWords words, int i) => i > 1 && words[i - 1].First == '-' ? i - 2 : i - 1;

    private static (int First, int Last)? Nearest(TextWords words, WordSentence s, int[][] unit, int key)
    {
        for (int distance = 1; distance <= Reach; distance++)
        {
            foreach (int start in (ReadOnlySpan<int>)[key - distance, key + distance])
                if (start >= s.First && start < s.End && EndOf(words, s, unit, start) is var end and >= 0) return (start, end);
        }
        return null;
    }

    /// <summary>Matches of the same words are one mention of what may be several events.</summary>
    private static void Join(TextWords words, WordSentence s, List<(PublicEvent Event, int First, int Last)> found, List<EventMention> mentions)
    {
        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Event.Day.CompareTo(b.Event.Day));
        for (int i = 0; i < found.Count;)
        {
            var (first, last, kind) = (found[i].First, found[i].Last, found[i].Event.Kind);
            var events = new List<PublicEvent>();
            int next = i;
            for (; next < found.Count && found[next].First <= last && found[next].Event.Kind == kind; next++)
            {
                last = Math.Max(last, found[next].Last);
                if (!events.Contains(found[next].Event)) events.Add(found[next].Event);
            }
            i = next;
            if (kind != EventKind.Office) events = YearFits(words, s, first, last, kind, events);
            if (events.Count == 0) continue;
            events.Sort((a, b) => a.Day.CompareTo(b.Day));
            if (Telling.Of(words, s, first, last, kind) is { } told)
                mentions.Add(new EventMention(events, s, first, last, told == Told.Coming, told == Told.Passing));
        }
    }

    /// <summary>A year said beside the name must be the event's own; otherwise another event is spoken of.</summary>
    private static List<PublicEvent> YearFits(TextWords words, WordSentence s, int first, int last, EventKind kind, List<PublicEvent> events)
    {
        int from = kind == EventKind.Death ? Math.Max(s.First, first - 4) : s.First;
        int to = kind == EventKind.Death ? Math.Min(s.End, last + 5) : s.End;
        bool yearSaid = false;
        var fitting = new HashSet<int>();
        for (int i = from; i < to; i++)
        {
            if (words[i].Number is not (>= 1945 and < 2100) || words[i].Span.Length != 4) continue;
            yearSaid = true;
            fitting.Add(words[i].Number);
        }
        return yearSaid ? events.FindAll(e => fitting.Contains(e.Day.Year)) : events;
    }
}
