using Chancery.Desk.Commands;
using Chancery.Desk.Fetching;
using Chancery.Desk.Web.Adding;
using Chancery.Desk.Web.Feeds;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.State;
using Chancery.Records.Sqlite;
using Chancery.Tests.Records;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>When a followed feed is asked again, and when it is not.</summary>
public sealed class PollFeedsTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-feeds-").FullName;
    private readonly SetClock _clock = new(Instant.FromUtc(2026, 11, 24, 12, 0));
    private readonly FetchAddress _fetch = new(allowPrivate: true, "test");
    private readonly FeedServer _server = new();
    private readonly Ledgers _ledgers;
    private readonly ReadingRoom _room;
    private readonly FollowedFeeds _feeds;
    private readonly PollFeeds _poll;

    public PollFeedsTests()
    {
        _ledgers = new Ledgers(() => SqliteLedger.Open(Path.Combine(_folder, "record.sqlite"), _clock));
        // Not started: what is handed in waits, which is all these tests look at.
        _room = new ReadingRoom(_ledgers, _fetch, () => ReadSetup.Readers.Compose([]));
        _feeds = new FollowedFeeds(new DeskFile(_folder), _clock);
        _poll = new PollFeeds(_feeds, _room, _fetch, new PoliteHosts(_fetch, new HurriedClock(_clock)));
    }

    [Fact]
    public async Task a_feed_is_asked_with_its_tag_and_brings_an_entry_once()
    {
        _feeds.Follow(_server.Address + "news.xml", "Rune");
        Assert.Equal("1 new", (await PollAsync()).Said);
        Assert.Empty(_feeds.Due());
        _clock.Now += Duration.FromMinutes(16);
        Assert.Equal("nothing new", (await PollAsync()).Said);
        Assert.Equal("\"one\"", _server.LastTag);
        Assert.Single(_room.Latest());
    }

    [Fact]
    public async Task a_feed_that_fails_is_asked_ever_more_seldom()
    {
        _server.Status = 500;
        _feeds.Follow(_server.Address + "news.xml", "Rune");
        var waits = new List<double>();
        for (int i = 0; i < 9; i++)
        {
            var feed = await PollAsync();
            waits.Add((feed.Next - _clock.Now).TotalMinutes);
            _clock.Now = feed.Next;
        }
        Assert.Equal([30, 60, 120, 240, 480, 960, 1440, 1440, 1440], waits);
    }

    [Fact]
    public async Task a_server_that_names_a_time_is_given_it()
    {
        (_server.Status, _server.RetryAfter) = (503, "7200");
        _feeds.Follow(_server.Address + "news.xml", "Rune");
        Assert.Equal(Duration.FromHours(2), (await PollAsync()).Next - _clock.Now);
    }

    [Fact]
    public async Task what_robots_txt_forbids_is_not_asked_for()
    {
        _feeds.Follow(_server.Address + "private/news.xml", "Rune");
        Assert.Contains("robots.txt", (await PollAsync()).Said, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt"], _server.Asked);
    }

    private async Task<Feed> PollAsync()
    {
        await _poll.PollDueAsync(CancellationToken.None);
        return Assert.Single(_feeds.All());
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        _ledgers.Dispose();
        _fetch.Dispose();
        _server.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A clock in whose time no pause is long.</summary>
    private sealed class HurriedClock(SetClock clock) : TimeProvider
    {
        private long _ticks;
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
        public override long TimestampFrequency => 1;
        public override long GetTimestamp() => _ticks += 100;
    }
}
