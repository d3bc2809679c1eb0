using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>What the choice between joining and cutting looks at, for one place inside a chunk of text without white space.</summary>
internal ref struct JoinFeatures(string text, Span paragraph, int start, int end)
{
    public const int Count = 43;
    private const int Longest = 24;   // stretches are hashed over so many characters at most: the work stays linear

    private readonly uint _chunk = Hash.Folded(text.AsSpan(start, Math.Min(end - start, Longest)));
    private readonly uint _digits = Pattern(text.AsSpan(start, Math.Min(end - start, Longest)));
    private readonly CharKind _next = KindAfter(text, paragraph, end);
    private readonly uint _nextWord = WordAfter(text, paragraph, end);
    private readonly uint _previousWord = WordBefore(text, paragraph, start);

    /// <param name="word">Where the word begins that would be ended here.</param>
    /// <param name="at">The place asked about: between <c>text[at - 1]</c> and <c>text[at]</c>.</param>
    /// <param name="address">Whether the place is the edge of a web or mail address.</param>
    public readonly void Fill(int word, int at, bool address, Span<uint> f)
    {
        uint c1 = At(at - 1), c2 = At(at - 2), c3 = At(at - 3), d0 = At(at), d1 = At(at + 1), d2 = At(at + 2);
        int leftStart = RunBefore(at), rightEnd = RunAfter(at);
        uint left = Of(leftStart, at), right = Of(at, rightEnd);
        uint before = leftStart > start ? Of(RunBefore(leftStart), leftStart) : 0;
        uint after = rightEnd < end ? Of(rightEnd, RunAfter(rightEnd)) : 0;
        uint prefix = Of(word, at), rest = Of(at, end), shape = Shape(word, at), restShape = Shape(at, end);
        uint kinds = 0;
        for (int k = -4; k < 4; k++) kinds = kinds * 5 + (uint)KindAt(at + k);
        uint next = (uint)_next, last = rightEnd == end ? 1u : 0;
        uint n = 0;
        uint M(uint a, uint b = 0, uint c = 0) => Hash.Mix(++n, a, b, c);
        int i = 0;
        f[i++] = M(c1, d0);
        f[i++] = M(c2, c1, d0);
        f[i++] = M(c1, d0, d1);
        f[i++] = M(c2 << 16 | c1, d0 << 16 | d1);
        f[i++] = M(c3 << 16 | c2, c1 << 16 | d0);
        f[i++] = M(c1 << 16 | d0, d1 << 16 | d2);
        f[i++] = M(c3 << 16 | c2, c1 << 16 | d0, d1 << 16 | d2);
        f[i++] = M(kinds);
        f[i++] = M(kinds, c1, d0);
        f[i++] = M(left, right);
        f[i++] = M(left, d0);
        f[i++] = M(c1, right);
        f[i++] = M(left, right, after);
        f[i++] = M(before, left, right);
        f[i++] = M(prefix);
        f[i++] = M(prefix, d0, d1);
        f[i++] = M(prefix, rest);
        f[i++] = M(rest, c1);
        f[i++] = M(_chunk, (uint)Math.Min(at - start, Longest));
        f[i++] = M(next, last, c1 << 16 | d0);
        f[i++] = M(prefix, _nextWord, last);
        f[i++] = M(shape, d0, next * 2 + last);
        f[i++] = M(shape, restShape, next);
        f[i++] = M(prefix, restShape, next);
        f[i++] = M(_previousWord, prefix, d0);
        f[i++] = M((uint)Math.Min(at - word, 6), (uint)Math.Min(end - at, 6), c1 << 16 | d0);
        f[i++] = M(address ? 1u : 0, c1, d0);
        f[i++] = M(Raw(at - 1), Raw(at), kinds);
        f[i++] = M((uint)(left == right ? 1 : 0), d0, (uint)Math.Min(rightEnd - at, 4));
        uint sizes = (uint)(Math.Min(at - leftStart, 5) * 8 + Math.Min(rightEnd - at, 5));
        uint near = (uint)KindAt(at - 1) * 5 + (uint)KindAt(at), wider = ((uint)KindAt(at - 2) * 5 + near) * 5 + (uint)KindAt(at + 1);
        uint same = c1 == d0 ? 1u : 0, behind = At(rightEnd), ahead = At(leftStart - 1);
        f[i++] = M(near, same);
        f[i++] = M(wider, same);
        f[i++] = M(near, sizes, behind);
        f[i++] = M(near, sizes, ahead);
        f[i++] = M(c1 << 16 | d0, sizes, behind);
        f[i++] = M(c1 << 16 | d0, (uint)KindAt(at + 1), (uint)KindAt(at - 2));
        f[i++] = M(rest);
        f[i++] = M(rest, (uint)KindAt(at - 1));
        f[i++] = M(right, (uint)KindAt(at - 1), last);
        f[i++] = M(left, (uint)KindAt(at), last);
        f[i++] = M(_digits, (uint)Math.Min(at - start, Longest));
        f[i++] = M(shape, c1 << 16 | d0);
        f[i++] = M(restShape, c1 << 16 | d0);
        f[i] = M(0);
    }

    private readonly uint At(int i) => i >= start && i < end ? Hash.Fold(text[i]) : (uint)' ';
    private readonly uint Raw(int i) => i >= start && i < end ? text[i] : (uint)' ';
    private readonly CharKind KindAt(int i) => i >= start && i < end ? CharKinds.Of(text[i]) : CharKind.Space;
    private readonly uint Of(int from, int to) => Hash.Folded(text.AsSpan(from, Math.Min(to - from, Longest)));

    private readonly uint Shape(int from, int to)
    {
        uint shape = Hash.Start;
        uint previous = 99;
        for (int i = from; i < Math.Min(to, from + Longest); i++)
        {
            var kind = CharKinds.Of(text[i]);
            uint value = kind == CharKind.Other ? Hash.Fold(text[i]) : (uint)kind;
            if (value != previous || kind == CharKind.Other) shape = Hash.Step(shape, value);
            previous = value;
        }
        return shape;
    }

    /// <summary>Where the run of letters, of digits or of one mark begins that ends here.</summary>
    private readonly int RunBefore(int at)
    {
        int i = at - 1, floor = Math.Max(start, at - Longest);
        while (i > floor && SameRun(i)) i--;
        return i;
    }

    private readonly int RunAfter(int at)
    {
        int i = at + 1, ceiling = Math.Min(end, at + Longest);
        while (i < ceiling && SameRun(i)) i++;
        return i;
    }

    private readonly bool SameRun(int i)
    {
        CharKind a = CharKinds.Of(text[i - 1]), b = CharKinds.Of(text[i]);
        if (a.IsLetter() && b.IsLetter()) return true;
        return a == b && (a == CharKind.Digit || text[i - 1] == text[i] || !CharKinds.MayPart(text[i - 1], text[i]));
    }

    /// <summary>The chunk with every letter and every digit alike: "00-0000" for a telephone number.</summary>
    private static uint Pattern(ReadOnlySpan<char> chunk)
    {
        uint pattern = Hash.Start;
        foreach (char c in chunk)
        {
            var kind = CharKinds.Of(c);
            pattern = Hash.Step(pattern, kind == CharKind.Other ? Hash.Fold(c) : (uint)kind);
        }
        return pattern;
    }

    private static CharKind KindAfter(string text, Span paragraph, int end)
    {
        while (end < paragraph.End && char.IsWhiteSpace(text[end])) end++;
        return end < paragraph.End ? CharKinds.Of(text[end]) : CharKind.Space;
    }

    private static uint WordAfter(string text, Span paragraph, int end)
    {
        while (end < paragraph.End && char.IsWhiteSpace(text[end])) end++;
        int stop = end;
        while (stop < paragraph.End && stop - end < Longest && CharKinds.Of(text[stop]).IsLetter()) stop++;
        return Hash.Folded(text.AsSpan(end, stop - end));
    }

    private static uint WordBefore(string text, Span paragraph, int start)
    {
        int stop = start;
        while (stop > paragraph.Start && char.IsWhiteSpace(text[stop - 1])) stop--;
        int from = stop;
        while (from > paragraph.Start && stop - from < Longest && !char.IsWhiteSpace(text[from - 1])) from--;
        return Hash.Folded(text.AsSpan(from, stop - from));
    }
}
