namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// The tree of highest score over the words of a sentence, with one root: Chu, Liu and Edmonds. Mostly the best head of each word
/// already makes a tree; only then is there more to do. Scratch is kept between sentences; one instance serves one thread.
/// </summary>
internal sealed class SpanningTree
{
    private double[] _scores = [];
    private int[] _best = [], _mark = [], _enter = [], _leave = [];
    private bool[] _gone = [];
    private readonly List<Contraction> _contractions = [];
    private int _nodes;

    /// <summary>A cycle drawn together into its first node; <c>Enter</c> and <c>Leave</c> say which of its words an arc really meant.</summary>
    private sealed record Contraction(int[] Cycle, int[] Heads, int[] Enter, int[] Leave);

    /// <param name="scores">For each word a row of <paramref name="stride"/> scores: that of the root, then of each word as its head.</param>
    /// <param name="heads">Gets each word's head, -1 for the root.</param>
    public void Find(ReadOnlySpan<float> scores, int stride, Span<int> heads)
    {
        int words = heads.Length;
        for (int word = 0; word < words; word++)
        {
            var row = scores.Slice(word * stride, words + 1);
            int best = word == 0 && words > 1 ? 2 : 0;
            for (int head = 0; head <= words; head++)
                if (head != word + 1 && row[head] > row[best]) best = head;
            heads[word] = words == 1 ? -1 : best - 1;
        }
        if (IsTree(heads)) return;
        Prepare(scores, stride, words);
        while (DrawTogether()) { }
        Expand(heads);
    }

    private bool IsTree(ReadOnlySpan<int> heads)
    {
        Grow(heads.Length + 1);
        _mark.AsSpan(0, heads.Length).Clear();
        int roots = 0;
        for (int word = 0; word < heads.Length; word++)
        {
            if (heads[word] < 0) roots++;
            int at = word;
            while (at >= 0 && _mark[at] == 0)
            {
                _mark[at] = word + 1;
                at = heads[at];
            }
            // met a word of this very walk: a cycle
            if (at >= 0 && _mark[at] == word + 1) return false;
        }
        return roots == 1;
    }

    private void Grow(int nodes)
    {
        if (_best.Length >= nodes) return;
        _best = new int[nodes];
        _mark = new int[nodes];
        _enter = new int[nodes];
        _leave = new int[nodes];
        _gone = new bool[nodes];
    }

    private void Prepare(ReadOnlySpan<float> scores, int stride, int words)
    {
        _nodes = words + 1;
        if (_scores.Length < _nodes * _nodes) _scores = new double[_nodes * _nodes];
        Array.Clear(_gone, 0, _nodes);
        _contractions.Clear();
        float low = float.MaxValue, high = float.MinValue;
        for (int word = 0; word < words; word++)
            for (int head = 0; head <= words; head++)
            {
                float score = scores[word * stride + head];
                low = Math.Min(low, score);
                high = Math.Max(high, score);
                At(head, word + 1) = score;
            }
        // so dear that no tree has two where one will do
        double second = 1 + (double)_nodes * ((double)high - low);
        for (int word = 1; word < _nodes; word++) At(0, word) -= second;
    }

    private ref double At(int head, int node) => ref _scores[node * _nodes + head];

    /// <summary>Chooses every node's best head and draws one cycle together; false where there is none.</summary>
    private bool DrawTogether()
    {
        for (int node = 1; node < _nodes; node++)
            if (!_gone[node]) _best[node] = BestHead(node);
        Array.Clear(_mark, 0, _nodes);
        for (int node = 1; node < _nodes; node++)
        {
            if (_gone[node]) continue;
            int at = node;
            while (at != 0 && _mark[at] == 0)
            {
                _mark[at] = node;
                at = _best[at];
            }
            if (at == 0 || _mark[at] != node) continue;
            Contract(at);
            return true;
        }
        return false;
    }

    private int BestHead(int node)
    {
        int best = -1;
        for (int head = 0; head < _nodes; head++)
            if (head != node && !_gone[head] && (best < 0 || At(head, node) > At(best, node))) best = head;
        return best;
    }

    private void Contract(int first)
    {
        var cycle = new List<int>();
        for (int at = first; cycle.Count == 0 || at != first; at = _best[at]) cycle.Add(at);
        var heads = cycle.ConvertAll(node => _best[node]);
        var costs = cycle.ConvertAll(node => At(_best[node], node));
        foreach (int node in cycle) _gone[node] = true;
        for (int other = 0; other < _nodes; other++)
        {
            if (_gone[other]) continue;
            int enter = 0, leave = 0;
            for (int i = 1; i < cycle.Count; i++)
            {
                if (At(other, cycle[i]) - costs[i] > At(other, cycle[enter]) - costs[enter]) enter = i;
                if (other > 0 && At(cycle[i], other) > At(cycle[leave], other)) leave = i;
            }
            _enter[other] = cycle[enter];
            _leave[other] = cycle[leave];
            At(other, first) = At(other, cycle[enter]) - costs[enter];
            if (other > 0) At(first, other) = At(cycle[leave], other);
        }
        _gone[first] = false;
        _contractions.Add(new Contraction([.. cycle], [.. heads], _enter[.._nodes], _leave[.._nodes]));
    }

    private void Expand(Span<int> heads)
    {
        for (int i = _contractions.Count - 1; i >= 0; i--)
        {
            var (cycle, inside, enter, leave) = _contractions[i];
            int first = cycle[0], from = _best[first];
            for (int node = 1; node < _nodes; node++)
                if (!_gone[node] && node != first && _best[node] == first) _best[node] = leave[node];
            for (int member = 0; member < cycle.Length; member++)
            {
                _best[cycle[member]] = inside[member];
                _gone[cycle[member]] = false;
            }
            _best[enter[from]] = from;
        }
        for (int word = 0; word < heads.Length; word++) heads[word] = _best[word + 1] - 1;
    }
}
