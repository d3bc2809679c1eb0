using System.Collections.Frozen;

namespace Chancery.Reading.Statements;

/// <summary>Words grouped by likeness of use, finely and widely; 0 for words it does not know.</summary>
internal sealed class WordClusters
{
    public static readonly WordClusters None = new([]);

    private readonly FrozenDictionary<uint, (ushort Fine, ushort Wide)> _byForm;

    public WordClusters(IEnumerable<(uint Form, ushort Fine, ushort Wide)> words) =>
        _byForm = words.ToFrozenDictionary(w => w.Form, w => (w.Fine, w.Wide));

    public int Count => _byForm.Count;

    public (uint Fine, uint Wide) Of(uint form) => _byForm.TryGetValue(form, out var c) ? ((uint)c.Fine, c.Wide) : (0u, 0u);

    /// <summary>In a fixed order.</summary>
    public IEnumerable<(uint Form, ushort Fine, ushort Wide)> Words =>
        _byForm.OrderBy(p => p.Key).Select(p => (p.Key, p.Value.Fine, p.Value.Wide));
}
