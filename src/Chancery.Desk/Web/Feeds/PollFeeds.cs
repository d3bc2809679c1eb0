using Chancery.Desk.Fetching;
using Chancery.Desk.Web.Adding;
using Chancery.Reading.Pages;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Web.Feeds;

/// <summary>
/// Asks followed feeds whether they have anything new. A feed that answers is asked again after a quarter of an hour, one that fails after twice as long each time, up to a day; a
/// server that names a time is given it. Nothing that robots.txt forbids is asked for. Of a feed of teasers a few articles are read each time, so that
/// no feed holds up the others.
/// </summary>
public sealed class PollFeeds(FollowedFeeds feeds, ReadingRoom reading, FetchAddress fetch, PoliteHosts hosts)
{
    private static readonly Duration Often = Duration.FromMinutes(15), Seldom = Duration.FromDays(1), Soon = Duration.FromMinutes(2);
    private const int MostEntries = 200, ArticlesAtOnce = 8;

    private readonly ReadArticles _articles = new(fetch, hosts);

    /// <summary>Asks every feed that is due, once.</summary>
    public async Task PollDueAsync(CancellationToken cancel)
    {
        foreach (var feed in feeds.Due())
        {
            cancel.ThrowIfCancellationRequested();
            feeds.Keep(await PollAsync(feed, cancel).ConfigureAwait(false));
        }
    }

    private async Task<Feed> PollAsync(Feed feed, CancellationToken cancel)
    {
        var now = feeds.Now();
        var asked = feed with { Last = now, Next = now + Often };
        try
        {
            var address = new Uri(feed.Address);
            if (!await hosts.MayAskAsync(address, cancel).ConfigureAwait(false)) return asked with { Next = now + Seldom, Said = "its robots.txt asks not to be read" };
            var answer = fetch.FetchIfChanged(address, feed.Tag, feed.Modified);
            if (answer.IsUnchanged) return asked with { Failures = 0, Said = "nothing new" };
            var (entries, said, isCut) = Fresh(feed, answer);
            IReadOnlyList<Received> fresh = feed.ReadsArticles ? await _articles.OfAsync(entries, cancel).ConfigureAwait(false) : [.. entries.Select(Received.Of)];
            // What is left comes soon, so nothing is said to be known of the feed yet.
            if (isCut) asked = asked with { Next = now + Soon };
            if (fresh.Count > 0 && reading.HandIn(feed.AddedBy, feed.Address, _ => fresh) is null) return asked with { Said = "the desk is busy; asked again soon" };
            return asked with { Tag = isCut ? null : answer.Tag, Modified = isCut ? null : answer.Modified, Failures = 0, Said = said, Reports = feed.Reports + fresh.Count };
        }
        catch (FetchException e)
        {
            var wait = Duration.FromTicks(Math.Min(Seldom.BclCompatibleTicks, Often.BclCompatibleTicks * (1L << Math.Min(feed.Failures + 1, 12))));
            var named = e.RetryAfter is { } after ? Duration.FromTimeSpan(after) : Duration.Zero;
            return asked with { Failures = feed.Failures + 1, Next = now + Duration.Min(Duration.Max(wait, named), Duration.FromDays(7)), Said = e.Message };
        }
    }

    private (List<Page> Entries, string Said, bool IsCut) Fresh(Feed feed, FetchedPage answer)
    {
        var items = ReadInput.Read(new MemoryStream(answer.Body), new InputSource(feed.Address, answer.Address, answer.Charset)).Take(MostEntries).ToList();
        var bad = items.OfType<Received.Bad>().FirstOrDefault();
        if (items.All(i => i is Received.Bad)) return ([], bad?.Unread.Reason ?? "nothing in it", false);
        var entries = items.OfType<Received.Good>().Select(g => g.Page).Where(p => feeds.IsNew(feed, p.Hash)).Take(feed.ReadsArticles ? ArticlesAtOnce : MostEntries).ToList();
        return (entries, entries.Count == 0 ? "nothing new" : $"{entries.Count} new", feed.ReadsArticles && entries.Count == ArticlesAtOnce);
    }
}
