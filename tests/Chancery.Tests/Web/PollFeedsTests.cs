using Chancery.Desk.Commands;
using Chancery.Desk.Fetching;
using Chancery.Desk.Web.Adding;
using Chancery.Desk.Web.Feeds;
using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.State;
using Chancery.Records.Sqlite;
using Chancery.Reports;
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
        _room = new ReadingRoom(_ledgers, _fetch, () => ReadSetup.Readers.Compose([]), new ReceivedPages(new DeskFile(_folder), _clock));
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

    [Fact]
    public async Task of_a_feed_of_teasers_the_articles_are_read_a_few_each_time_and_none_that_robots_txt_forbids()
    {
        _server.Articles = 11;
        _feeds.Follow(_server.Address + "teasers.xml", "Rune", readsArticles: true);
        Assert.Equal("8 new", (await PollAsync()).Said);
        Assert.Equal(["/robots.txt", "/teasers.xml", .. Enumerable.Range(1, 7).Select(i => $"/articles/{i}.html")], _server.Asked);
        _clock.Now += Duration.FromMinutes(3);
        Assert.Equal("3 new", (await PollAsync()).Said);
        Assert.Null(_server.TagOf("/teasers.xml"));
        _clock.Now += Duration.FromMinutes(16);
        Assert.Equal("nothing new", (await PollAsync()).Said);
        var pages = _room.Latest().Reverse().SelectMany(j => j.Pages(_fetch)).Cast<Received.Good>().Select(g => g.Page).ToList();
        Assert.Equal(11, pages.Count);
        Assert.Contains("whole of article 3", pages[2].Content, StringComparison.Ordinal);
        Assert.EndsWith("/articles/3.html", pages[2].Url, StringComparison.Ordinal);
        // The eighth lies where robots.txt forbids, the ninth is gone: what the feed says of them is read.
        Assert.Contains("Teaser 8", pages[7].Content, StringComparison.Ordinal);
        Assert.Contains("Teaser 9", pages[8].Content, StringComparison.Ordinal);
        Assert.DoesNotContain("/private/8.html", _server.Asked);
    }

    [Fact]
    public async Task an_entry_that_leads_into_a_private_network_is_not_followed()
    {
        using var fetch = new FetchAddress(allowPrivate: false, "test");
        var entry = new Page("e", "h", PageKind.Html, "<p>Teaser</p>", "http://127.0.0.1:1/secret");
        var read = await new ReadArticles(fetch, new PoliteHosts(fetch, new HurriedClock(_clock))).OfAsync([entry], CancellationToken.None);
        Assert.Same(entry, Assert.IsType<Received.Good>(Assert.Single(read)).Page);
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
