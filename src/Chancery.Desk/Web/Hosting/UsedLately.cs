using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Keeps so many values at most: where there are more, the half that was used longest ago is let go. Safe for many threads.</summary>
internal sealed class UsedLately<TKey, TValue>(int most) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Slot> _slots = new();
    private readonly Lock _letting = new();
    private long _uses;

    private sealed class Slot(TValue value)
    {
        public TValue Value { get; } = value;
        public long Used;
    }

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = _slots.TryGetValue(key, out var slot) ? slot.Value : null;
        if (slot is not null) slot.Used = Interlocked.Increment(ref _uses);
        return value is not null;
    }

    public void Put(TKey key, TValue value) => PutUnless(key, value, _ => false);

    /// <summary>Keeps the value unless one is kept that will do as well.</summary>
    /// <returns>The value that is kept.</returns>
    public TValue PutUnless(TKey key, TValue value, Func<TValue, bool> willDo)
    {
        var slot = new Slot(value) { Used = Interlocked.Increment(ref _uses) };
        var kept = _slots.AddOrUpdate(key, slot, (_, other) => willDo(other.Value) ? other : slot).Value;
        if (_slots.Count > most) LetGo();
        return kept;
    }

    public void Remove(TKey key) => _slots.TryRemove(key, out _);

    private void LetGo()
    {
        lock (_letting)
        {
            var slots = _slots.ToArray();
            if (slots.Length <= most) return;
            foreach (var (key, _) in slots.OrderBy(s => s.Value.Used).Take(slots.Length - (most / 2))) _slots.TryRemove(key, out _);
        }
    }
}
