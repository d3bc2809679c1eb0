namespace Chancery.Reading.Syntax.Perceptron;

/// <summary>
/// A parse under way in the arc-hybrid system: a stack, a buffer of the words still ahead, and the arcs made so far.
/// The root stands behind the last word, at index <see cref="Length"/>.
/// </summary>
internal sealed class TreeState
{
    public const int Shift = 0, Left = 1, Right = 2;
    public const int FeatureCount = 58;

    private int[] _stack = [], _leftmost = [], _rightmost = [], _leftCount = [], _rightCount = [], _left2 = [], _right2 = [];
    private WordHashes[] _words = [];
    private int[] _tags = [];
    private int[] _coarse = [];

    public int[] Heads { get; private set; } = [];
    public int Length { get; private set; }
    public int Next { get; private set; }
    public int Depth { get; private set; }

    public void Begin(WordHashes[] words, int[] tags, int[] coarse, int length)
    {
        (_words, _tags, _coarse, Length, Next, Depth) = (words, tags, coarse, length, 0, 0);
        if (Heads.Length <= length)
        {
            int n = length + 64;
            Heads = new int[n];
            (_stack, _leftmost, _rightmost) = (new int[n], new int[n], new int[n]);
            (_leftCount, _rightCount, _left2, _right2) = (new int[n], new int[n], new int[n], new int[n]);
        }
        Array.Fill(Heads, -2, 0, length + 1);
        foreach (var row in (Span<int[]>)[_leftmost, _rightmost, _left2, _right2]) Array.Fill(row, -1, 0, length + 1);
        Array.Clear(_leftCount, 0, length + 1);
        Array.Clear(_rightCount, 0, length + 1);
    }

    public bool IsDone => Next == Length && Depth == 0;
    public int Top(int k = 0) => k < Depth ? _stack[Depth - 1 - k] : -1;

    public bool Allows(int action) => action switch
    {
        Shift => Next < Length,
        Left => Depth > 0 && (Next < Length || Depth == 1),
        _ => Depth > 1,
    };

    public void Do(int action)
    {
        if (action == Shift)
        {
            _stack[Depth++] = Next++;
            return;
        }
        int child = _stack[--Depth];
        int head = action == Left ? Next : _stack[Depth - 1];
        Heads[child] = head;
        if (child < head)
        {
            (_left2[head], _leftmost[head]) = (_leftmost[head], child);
            _leftCount[head]++;
        }
        else
        {
            (_right2[head], _rightmost[head]) = (_rightmost[head], child);
            _rightCount[head]++;
        }
    }

    public void Features(Span<uint> f)
    {
        int s0 = Top(), s1 = Top(1), s2 = Top(2);
        int b0 = Next, b1 = Next + 1 < Length ? Next + 1 : -1, b2 = Next + 2 < Length ? Next + 2 : -1;
        uint Word(int i) => i < 0 ? 1u : i >= Length ? 2u : _words[i].Lower;
        uint Tag(int i) => i < 0 ? 1u : i >= Length ? 2u : (uint)_tags[i] + 3;
        uint End(int i) => i < 0 ? 1u : i >= Length ? 2u : _words[i].Suffix3;
        uint Coarse(int i) => i < 0 ? 1u : i >= Length ? 2u : (uint)_coarse[i] + 3;
        uint LeftTag(int i) => i < 0 ? 0 : Coarse(_leftmost[i]);
        uint RightTag(int i) => i < 0 ? 0 : Coarse(_rightmost[i]);
        uint w0 = Word(s0), w1 = Word(s1), wb = Word(b0), wb1 = Word(b1);
        uint t0 = Tag(s0), t1 = Tag(s1), t2 = Tag(s2), tb = Tag(b0), tb1 = Tag(b1), tb2 = Tag(b2);
        uint c0 = Coarse(s0), c1 = Coarse(s1), c2 = Coarse(s2), cb = Coarse(b0), cb1 = Coarse(b1), cb2 = Coarse(b2);
        uint gap = s0 < 0 ? 0 : (uint)Math.Min(b0 - s0, 8);
        uint gap1 = s1 < 0 ? 0 : (uint)Math.Min(s0 - s1, 8);
        uint l0 = LeftTag(s0), r0 = RightTag(s0), l1 = LeftTag(s1), r1 = RightTag(s1), lb = LeftTag(b0);
        uint r1w = s1 < 0 ? 0 : Word(_rightmost[s1]), r0w = s0 < 0 ? 0 : Word(_rightmost[s0]), lbw = Word(_leftmost[b0]);
        uint counts0 = s0 < 0 ? 0 : (uint)(Math.Min(_leftCount[s0], 3) * 4 + Math.Min(_rightCount[s0], 3) + 1);
        uint counts1 = s1 < 0 ? 0 : (uint)(Math.Min(_leftCount[s1], 3) * 4 + Math.Min(_rightCount[s1], 3) + 1);
        uint countsB = (uint)Math.Min(_leftCount[b0], 3);
        uint n = 100;
        uint M(uint a, uint b = 0, uint c = 0) => HashedWeights.Mix(++n, a, b, c);
        int k = 0;
        f[k++] = M(w0, t0);
        f[k++] = M(t0);
        f[k++] = M(w1, t1);
        f[k++] = M(t1);
        f[k++] = M(wb, tb);
        f[k++] = M(tb);
        f[k++] = M(wb1, tb1);
        f[k++] = M(tb1, tb2);
        f[k++] = M(w0, wb);
        f[k++] = M(w0 ^ t0 << 24, wb, tb);
        f[k++] = M(w0, tb);
        f[k++] = M(t0, wb);
        f[k++] = M(t0, tb);
        f[k++] = M(t0, tb, gap);
        f[k++] = M(w1, w0);
        f[k++] = M(w1, t0);
        f[k++] = M(t1, w0);
        f[k++] = M(t1, t0);
        f[k++] = M(t1, t0, gap1);
        f[k++] = M(w1, wb);
        f[k++] = M(t1, t0, tb);
        f[k++] = M(c2, c1, c0);
        f[k++] = M(t0, tb, tb1);
        f[k++] = M(cb, cb1, cb2);
        f[k++] = M(t1, tb, gap);
        f[k++] = M(c0, r0, cb);
        f[k++] = M(c0, l0, cb);
        f[k++] = M(c0, lb, cb);
        f[k++] = M(c1, r1, c0);
        f[k++] = M(c1, l1, c0);
        f[k++] = M(c1, l0, c0);
        f[k++] = M(c1, r0, c0);
        f[k++] = M(w0, r0w, tb);
        f[k++] = M(w1, r1w, t0);
        f[k++] = M(wb, lbw, t0);
        f[k++] = M(t0, tb, counts0);
        f[k++] = M(t1, t0, counts1 * 16 + counts0);
        f[k++] = M(w0, counts0);
        f[k++] = M(w1, counts1);
        f[k++] = M(t0, tb, countsB);
        f[k++] = M(End(s0), End(b0));
        f[k++] = M(End(s1), End(s0));
        f[k++] = M(w0, wb, w1);
        f[k++] = M(w0, tb, tb1);
        f[k++] = M(t0 * 64 + t1, tb * 64 + tb1, tb2);
        f[k++] = M(c0, cb);
        f[k++] = M(c1, c0, cb);
        f[k++] = M(c0, cb, cb1);
        f[k++] = M(c1 * 32 + c0, cb * 32 + cb1, cb2);
        f[k++] = M(c2 * 32 + c1, c0 * 32 + cb, cb1);
        f[k++] = M(w0, cb, cb1);
        f[k++] = M(wb, c0, c1);
        f[k++] = M(w1, c0, cb);
        f[k++] = M(w0, c1, cb);
        f[k++] = M(wb1, c0, cb);
        f[k++] = M(c1 * 32 + r1, c0 * 32 + l0, cb * 32 + lb);
        f[k++] = M(c0, cb * 32 + cb1, gap);
        f[k] = M(s0 < 0 ? 0 : (uint)(_left2[s0] < 0 ? 1 : Coarse(_left2[s0])), t0, s1 < 0 ? 0 : Coarse(_right2[s1]));
    }
}
