using Chancery.Reading.Events.Frames;
using Chancery.Reading.Events.Predicates;

namespace Chancery.Reading.Events;

/// <summary>Finds the words that fill the roles of an event, those that name somebody before others.</summary>
internal sealed class FrameWords(Arguments arguments, Func<int, bool> namesActor)
{
    private readonly List<int> _scratch = [], _found = [];

    /// <summary>The first role that names somebody; else the first that is filled at all.</summary>
    public int[] FindFirst(int word, Slot[] roles, string? particle, int[] besides)
    {
        int[] filled = [];
        foreach (var role in roles)
        {
            _found.Clear();
            arguments.Find(word, role, _found);
            if (_found.Count == 0 && role.Kind == SlotKind.Object && particle is not null) arguments.Find(word, new Slot(SlotKind.Preposition, particle), _found);
            _found.RemoveAll(w => Array.IndexOf(besides, w) >= 0 && role.Kind != SlotKind.Object);
            if (_found.Count == 0) continue;
            int[] words = [.. _found];
            if (Names(words)) return [.. words.Where(namesActor)];
            if (filled.Length == 0) filled = words;
        }
        return filled;
    }

    public int[] FindAll(int word, Slot[] roles)
    {
        _scratch.Clear();
        foreach (var role in roles) arguments.Find(word, role, _scratch);
        return [.. _scratch.Where(namesActor)];
    }

    public int[] NounHolder(int noun)
    {
        var holder = FindFirst(noun, [new Slot(SlotKind.Possessor), new Slot(SlotKind.Preposition, "by"), new Slot(SlotKind.Preposition, "from"), new Slot(SlotKind.Modifier)], null, []);
        return Names(holder) ? holder : [];
    }

    public int[] TargetOf(TargetFrom[] order, int[] own, Frame inner, int[] source)
    {
        foreach (var side in order)
        {
            var words = side switch { TargetFrom.Own => own, TargetFrom.Source => inner.Source, _ => inner.Target };
            words = Without(words, source);
            if (Names(words)) return words;
        }
        return Without(own, source);
    }

    public bool Names(int[] words) => Array.Exists(words, w => namesActor(w));

    public static int[] Union(int[] a, int[] b) => [.. a, .. b.Where(w => Array.IndexOf(a, w) < 0)];

    public static int[] Without(int[] a, int[] b) => [.. a.Where(w => Array.IndexOf(b, w) < 0)];
}
