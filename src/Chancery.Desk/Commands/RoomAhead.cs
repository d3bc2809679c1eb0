namespace Chancery.Desk.Commands;

/// <summary>How far the input of ordered work may run ahead of its output.</summary>
/// <param name="always">So many items may be in flight whatever their size, at least 1.</param>
/// <param name="atMost">So many, where they are small.</param>
/// <param name="size">What those beyond <paramref name="always"/> may come to, all items in flight together.</param>
/// <remarks>
/// A report ten times as long as the others keeps one thread busy while the others go on with what follows, which all waits to be told after it. With little room they
/// soon stand still: with four items for each of two threads, two cores read the news corpus 1.77 times as fast as one could at best; with sixty-four, 2.00 times.
/// </remarks>
internal sealed class RoomAhead(int always, int atMost, long size)
{
    private readonly object _turn = new();
    private int _items;
    private long _taken;

    /// <summary>Waits until there is room for an item of this size, and takes it.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants more.</exception>
    public void Take(int itemSize, CancellationToken stop)
    {
        using var woken = stop.Register(Wake);
        lock (_turn)
        {
            while (!Fits(itemSize))
            {
                stop.ThrowIfCancellationRequested();
                Monitor.Wait(_turn);
            }
            _items++;
            _taken += itemSize;
        }
    }

    public void GiveBack(int itemSize)
    {
        lock (_turn)
        {
            _items--;
            _taken -= itemSize;
            Monitor.PulseAll(_turn);
        }
    }

    private bool Fits(int itemSize) => _items < always || (_items < atMost && _taken + itemSize <= size);

    private void Wake()
    {
        lock (_turn) Monitor.PulseAll(_turn);
    }
}
