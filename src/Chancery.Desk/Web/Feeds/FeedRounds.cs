using Chancery.Desk.Web.Hosting;

namespace Chancery.Desk.Web.Feeds;

/// <summary>Goes round the followed feeds as long as the desk is served.</summary>
internal sealed class FeedRounds(Site site, TextWriter errors) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _ending = new();
    private Task? _going;

    public void Start() => _going = Task.Run(GoAsync);

    private async Task GoAsync()
    {
        var poll = new PollFeeds(site.Feeds, site.Reading, site.Fetch, new PoliteHosts(site.Fetch, site.Time));
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                await poll.PollDueAsync(_ending.Token).ConfigureAwait(false);
                await site.FeedsWaiting.WaitAsync(Pause, _ending.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One bad round must not end all.
                await errors.WriteLineAsync($"chancery: feeds: {e.Message.ReplaceLineEndings(" ")}").ConfigureAwait(false);
                await site.FeedsWaiting.WaitAsync(Pause, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        site.WakeFeeds();
        if (_going is not null) await _going.ConfigureAwait(false);
        _ending.Dispose();
    }
}
