namespace Chancery.Reading.Syntax.Words;

/// <summary>What the choice of a sentence end looks at: the words around a place, and the sentence and paragraph it stands in.</summary>
internal sealed class EndFeatures
{
    public const int Count = 60;
    private const int FormLimit = 24;

    /// <summary>What is known of a word before it is tagged.</summary>
    private readonly record struct Seen(uint Form, uint Suffix, uint Shape, WordKind Kind, bool SpaceBefore, bool LineBefore);

    private enum WordKind : byte { None, Lower, Capital, Caps, Number, Stop, Mark, Opener, Closer, Quote, QuoteOpens, QuoteCloses, Comma, Dash, Mixed }

    private readonly List<Seen> _seen = [];
    private readonly List<int> _nextStop = [];
    private List<WordPiece> _words = [];
    private bool _paragraphEndsInStop;
    private int _capitals;

    public void Begin(string text, List<WordPiece> words)
    {
        _words = words;
        _seen.Clear();
        _capitals = 0;
        for (int i = 0; i < words.Count; i++)
        {
            var seen = See(text, words[i], i == 0 ? words[i].Start : words[i - 1].End);
            _seen.Add(seen);
            if (seen.Kind is WordKind.Capital or WordKind.Caps) _capitals++;
        }
        for (int i = 0; i < _seen.Count; i++)
        {
            if (_seen[i].Kind != WordKind.Quote) continue;
            bool before = i == 0 || _seen[i].SpaceBefore, after = i + 1 == _seen.Count || _seen[i + 1].SpaceBefore;
            if (before != after) _seen[i] = _seen[i] with { Kind = before ? WordKind.QuoteOpens : WordKind.QuoteCloses };
        }
        _nextStop.Clear();
        for (int i = 0; i < words.Count; i++) _nextStop.Add(0);
        int next = words.Count;
        for (int i = words.Count - 1; i >= 0; i--)
        {
            _nextStop[i] = next;
            if (_seen[i].Kind == WordKind.Stop) next = i;
        }
        int last = words.Count - 1;
        while (last > 0 && IsCloser(_seen[last].Kind)) last--;
        _paragraphEndsInStop = last >= 0 && _seen[last].Kind == WordKind.Stop;
    }

    /// <summary>Whether it is worth asking: between two plain words of lower case no sentence ends.</summary>
    public bool IsCandidate(int i)
    {
        var (word, next) = (_seen[i], _seen[i + 1]);
        if (_words[i + 1].Continues) return false;
        return word.Kind is not (WordKind.Lower or WordKind.Comma) || next.Kind is not (WordKind.Lower or WordKind.Stop or WordKind.Comma or WordKind.Closer or WordKind.QuoteCloses) || next.LineBefore;
    }

    /// <param name="first">First word of the sentence that would end after word <paramref name="i"/>.</param>
    public void Fill(int first, int i, Span<uint> f)
    {
        Seen w = At(i), w1 = At(i - 1), w2 = At(i - 2), v = At(i + 1), v1 = At(i + 2), v2 = At(i + 3);
        int term = i, open = i + 1;
        while (term > first && i - term < 4 && IsCloser(At(term).Kind) && !At(term).SpaceBefore) term--;
        while (open < _seen.Count - 1 && open - i < 4 && At(open).Kind is WordKind.Opener or WordKind.Quote or WordKind.QuoteOpens or WordKind.Dash) open++;
        Seen t = At(term), t1 = At(term - 1), o = At(open), o1 = At(open + 1);
        int length = i - first + 1, left = _seen.Count - 1 - i;
        uint lengthSize = Size(length), leftSize = Size(left), stopAhead = Size(Math.Min(_nextStop[i], _seen.Count) - i);
        uint gap = (v.SpaceBefore ? 1u : 0) + (v.LineBefore ? 2u : 0);
        uint stopped = _paragraphEndsInStop ? 1u : 0;
        var (depth, quoted) = Enclosure(first, i);
        uint inside = (uint)(Math.Min(depth, 2) * 2 + (quoted ? 1 : 0));
        uint capitals = CapitalsAround(i), titled = (uint)(4 * _capitals / Math.Max(1, _seen.Count));
        uint start = At(first).Form, startKind = (uint)At(first).Kind;
        uint wk = (uint)w.Kind, vk = (uint)v.Kind, tk = (uint)t.Kind, ok = (uint)o.Kind;
        uint closers = (uint)(i - term), openers = (uint)(open - i - 1);
        uint n = 1000;
        uint M(uint a, uint b = 0, uint c = 0) => Hash.Mix(++n, a, b, c);
        int k = 0;
        f[k++] = M(wk, vk, gap);
        f[k++] = M(w.Form, gap);
        f[k++] = M(v.Form, gap);
        f[k++] = M(w.Form, v.Form, gap);
        f[k++] = M(w.Form, vk, gap);
        f[k++] = M(wk, v.Form, gap);
        f[k++] = M(w1.Form, w.Form);
        f[k++] = M(w1.Form, w.Form, vk);
        f[k++] = M((uint)w1.Kind, wk, vk);
        f[k++] = M(v.Form, v1.Form);
        f[k++] = M(v.Form, (uint)v1.Kind, wk);
        f[k++] = M(vk, (uint)v1.Kind, wk);
        f[k++] = M(v1.Form, vk, wk);
        f[k++] = M(v2.Form, vk, wk);
        f[k++] = M(w1.Form, wk, vk);
        f[k++] = M(w2.Form, wk, vk);
        f[k++] = M((uint)w2.Kind * 16 + (uint)w1.Kind, wk * 16 + vk, (uint)v1.Kind * 16 + (uint)v2.Kind);
        f[k++] = M(w.Shape, v.Shape, gap);
        f[k++] = M(w.Suffix, vk);
        f[k++] = M(v.Suffix, wk, vk);
        f[k++] = M(v1.Suffix, vk, wk);
        f[k++] = M(w.Suffix, v.Suffix);
        f[k++] = M(w.Suffix, v.Suffix, v1.Suffix);
        f[k++] = M(t.Form, o.Form, gap);
        f[k++] = M(t.Form, ok, closers * 4 + openers);
        f[k++] = M(t.Form, ok, gap * 2 + (closers > 0 ? 1u : 0));
        f[k++] = M(t1.Form, t.Form, ok);
        f[k++] = M(t1.Shape, t.Form, ok);
        f[k++] = M((uint)t1.Kind, t.Form, ok);
        f[k++] = M(tk, o.Form, closers);
        f[k++] = M(tk, o.Form, o1.Form);
        f[k++] = M(tk, o.Suffix, (uint)o1.Kind);
        f[k++] = M(tk, ok, (uint)o1.Kind);
        f[k++] = M(tk, (uint)o1.Form, ok);
        f[k++] = M(w.Form, v.Form, v1.Form);
        f[k++] = M(lengthSize, tk, ok);
        f[k++] = M(leftSize, tk, ok);
        f[k++] = M(lengthSize, leftSize, tk * 16 + ok);
        f[k++] = M(stopAhead, tk * 16 + ok, stopped);
        f[k++] = M(stopAhead, lengthSize, tk * 16 + ok);
        f[k++] = M(lengthSize, t.Form, ok);
        f[k++] = M(inside, tk, ok);
        f[k++] = M(inside, t.Form, vk);
        f[k++] = M(inside, w.Form, v.Form);
        f[k++] = M(inside, lengthSize, wk * 16 + vk);
        f[k++] = M(capitals, tk, ok);
        f[k++] = M(capitals, t.Form, ok);
        f[k++] = M(titled, tk, ok);
        f[k++] = M(titled, stopped, tk * 16 + ok);
        f[k++] = M(start, w.Form, vk);
        f[k++] = M(start, (uint)length, wk * 16 + vk);
        f[k++] = M(startKind, (uint)Math.Min(length, 6), wk * 16 + vk);
        f[k++] = M(startKind * 16 + (uint)At(first + 1).Kind, (uint)Math.Min(length, 6), wk * 16 + vk);
        f[k++] = M((uint)Math.Min(length, 4), w.Form, vk);
        f[k++] = M((uint)Math.Min(length, 4), v.Form, wk);
        f[k++] = M((uint)Math.Min(left, 4), w.Form, vk);
        f[k++] = M(first == 0 ? 1u : 0, lengthSize, tk * 16 + ok);
        f[k++] = M(gap, wk, stopped);
        f[k++] = M(startKind, tk * 16 + ok, lengthSize);
        f[k] = M(0);
    }

    private static bool IsCloser(WordKind kind) => kind is WordKind.Closer or WordKind.Quote or WordKind.QuoteCloses;

    private Seen At(int i) => (uint)i < (uint)_seen.Count ? _seen[i] : default;

    private static uint Size(int n) => n switch { < 8 => (uint)n, < 12 => 8, < 18 => 9, < 26 => 10, < 40 => 11, < 60 => 12, _ => 13 };

    /// <summary>How deep in brackets, and whether in quotation marks, a place stands: as counted from the start of the sentence.</summary>
    private (int Depth, bool Quoted) Enclosure(int first, int i)
    {
        int depth = 0;
        bool quoted = false;
        for (int j = Math.Max(first, i - 100); j <= i; j++)
        {
            var kind = _seen[j].Kind;
            if (kind == WordKind.Opener) depth++;
            else if (kind == WordKind.Closer && depth > 0) depth--;
            else if (kind == WordKind.Quote) quoted = !quoted;
            else if (kind is WordKind.QuoteOpens or WordKind.QuoteCloses) quoted = kind == WordKind.QuoteOpens;
        }
        return (depth, quoted);
    }

    private uint CapitalsAround(int i)
    {
        uint before = 0, after = 0;
        for (int j = Math.Max(0, i - 4); j < i; j++)
            if (_seen[j].Kind is WordKind.Capital or WordKind.Caps) before++;
        for (int j = i + 2; j < Math.Min(_seen.Count, i + 6); j++)
            if (_seen[j].Kind is WordKind.Capital or WordKind.Caps) after++;
        return before * 8 + after;
    }

    private static Seen See(string text, WordPiece word, int previousEnd)
    {
        var form = text.AsSpan(word.Start, Math.Min(word.End - word.Start, FormLimit));
        uint hash = Hash.Start, shape = Hash.Start, previous = 99;
        int upper = 0, lower = 0, digits = 0, other = 0;
        foreach (char c in form)
        {
            var kind = CharKinds.Of(c);
            char folded = Hash.Fold(c);
            hash = Hash.Step(hash, kind == CharKind.Digit ? '0' : folded);
            uint value = kind == CharKind.Other ? folded : (uint)kind;
            if (value != previous || kind == CharKind.Other) shape = Hash.Step(shape, value);
            previous = value;
            if (kind == CharKind.Upper) upper++;
            else if (kind == CharKind.Lower) lower++;
            else if (kind == CharKind.Digit) digits++;
            else other++;
        }
        uint suffix = Hash.Folded(form[Math.Max(0, form.Length - 3)..]);
        bool line = text.AsSpan(previousEnd, word.Start - previousEnd).IndexOfAny('\n', '\r') >= 0;
        return new Seen(hash, suffix, shape, Kind(form, upper, lower, digits, other), word.Start > previousEnd, line);
    }

    private static WordKind Kind(ReadOnlySpan<char> form, int upper, int lower, int digits, int other)
    {
        char c = form[0];
        if (upper + lower + digits == 0)
        {
            return c switch
            {
                '.' or '!' or '?' or '…' or '。' => WordKind.Stop,
                ',' or ';' => WordKind.Comma,
                '"' or '\'' or '`' => WordKind.Quote,
                '“' or '‘' or '«' or '„' => WordKind.QuoteOpens,
                '”' or '’' or '»' => WordKind.QuoteCloses,
                '(' or '[' or '{' or '<' => WordKind.Opener,
                ')' or ']' or '}' or '>' => WordKind.Closer,
                '-' or '–' or '—' or '*' or '•' or '·' or '=' or '_' or '~' => WordKind.Dash,
                _ => WordKind.Mark,
            };
        }
        if (digits > 0 && upper + lower == 0) return WordKind.Number;
        if (upper == 0 && lower > 0) return WordKind.Lower;
        if (CharKinds.Of(c) != CharKind.Upper) return WordKind.Mixed;
        return lower == 0 && upper > 1 ? WordKind.Caps : WordKind.Capital;
    }
}
