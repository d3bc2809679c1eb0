namespace Chancery.Desk.Web.Hosting;

/// <summary>Wakes whoever waits; set while nobody waits, it wakes the next.</summary>
internal sealed class AsyncSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0, 1);

    public void Set()
    {
        try
        {
            _set.Release();
        }
        catch (SemaphoreFullException)
        {
            // set already
        }
    }

    /// <summary>Waits until it is set, or for so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _set.WaitAsync(atMost, cancel);

    public void Dispose() => _set.Dispose();
}
