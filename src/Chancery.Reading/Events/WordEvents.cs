namespace Chancery.Reading.Events;

/// <summary>The event that each word of a sentence tells, read when it is first asked for, and which of these belong to another one.</summary>
/// <param name="read">Reads the event of one word, asking for those of others where it needs them.</param>
internal sealed class WordEvents(int words, Func<int, Frame?> read)
{
    private const byte Reading = 1, Done = 2;

    private readonly Frame?[] _frames = new Frame?[words];
    private readonly byte[] _state = new byte[words];
    private readonly bool[] _taken = new bool[words];
    private readonly List<Frame> _further = [];

    /// <summary>The event a word tells, or null. A word met again while it is being read gives none (trees have no cycles, shared roles may).</summary>
    public Frame? At(int word)
    {
        if (_state[word] == Done) return _frames[word];
        if (_state[word] == Reading) return null;
        _state[word] = Reading;
        var frame = read(word);
        _state[word] = Done;
        return _frames[word] = frame;
    }

    /// <summary>What is told by this word is part of an event that another word tells.</summary>
    public void Take(int word) => _taken[word] = true;

    public bool IsTaken(int word) => _taken[word];

    /// <summary>A second event told by a word that has one already.</summary>
    public void AddFurther(Frame frame) => _further.Add(frame);

    /// <summary>All events that stand on their own, in the order of their predicates.</summary>
    public List<Frame> All()
    {
        for (int i = 0; i < _frames.Length; i++) At(i);
        var all = new List<Frame>();
        for (int i = 0; i < _frames.Length; i++)
            if (!_taken[i] && _frames[i] is { } frame) all.Add(frame);
        all.AddRange(_further);
        all.Sort((a, b) => a.Predicate != b.Predicate ? a.Predicate.CompareTo(b.Predicate) : a.Deed.CompareTo(b.Deed));
        return all;
    }
}
