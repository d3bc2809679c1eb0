using Chancery.Desk.Web.State;
using NodaTime;

namespace Chancery.Desk.Web.Feeds;

/// <summary>The feeds that the desk follows, and which of their entries it has seen.</summary>
public sealed class FollowedFeeds(DeskFile file, TimeProvider time)
{
    public const int Most = 200;
    private const string Columns = "address, added_by, next, tag, modified, failures, last, said, reports, reads_articles";

    /// <returns>False where as many are followed as the desk takes.</returns>
    public bool Follow(string address, string by, bool readsArticles = false)
    {
        if (All().Count >= Most) return false;
        file.Run("INSERT OR IGNORE INTO feeds (address, added_by, added, next, reads_articles) VALUES ($address, $by, $now, $now, $articles)",
            ("$address", address), ("$by", by), ("$now", Now().ToUnixTimeSeconds()), ("$articles", readsArticles ? 1 : 0));
        return true;
    }

    public void Leave(string address) => file.Run("DELETE FROM feeds WHERE address = $a; DELETE FROM feed_entries WHERE feed = $a", ("$a", address));

    public IReadOnlyList<Feed> All() => file.Rows(Read, $"SELECT {Columns} FROM feeds ORDER BY address");

    public IReadOnlyList<Feed> Due() => file.Rows(Read, $"SELECT {Columns} FROM feeds WHERE next <= $now ORDER BY next, address", ("$now", Now().ToUnixTimeSeconds()));

    public void Keep(Feed feed) => file.Run(
        "UPDATE feeds SET next = $next, tag = $tag, modified = $modified, failures = $failures, last = $last, said = $said, reports = $reports WHERE address = $address",
        ("$next", feed.Next.ToUnixTimeSeconds()), ("$tag", feed.Tag), ("$modified", feed.Modified), ("$failures", feed.Failures), ("$last", feed.Last?.ToUnixTimeSeconds()),
        ("$said", feed.Said), ("$reports", feed.Reports), ("$address", feed.Address));

    /// <summary>Whether the entry is new; it is no more after.</summary>
    public bool IsNew(Feed feed, string entry) => file.Run("INSERT OR IGNORE INTO feed_entries VALUES ($feed, $entry)", ("$feed", feed.Address), ("$entry", entry)) > 0;

    public Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static Feed Read(Microsoft.Data.Sqlite.SqliteDataReader r) => new(
        r.GetString(0), r.GetString(1), Instant.FromUnixTimeSeconds(r.GetInt64(2)), Text(r, 3), Text(r, 4), r.GetInt32(5),
        r.IsDBNull(6) ? null : Instant.FromUnixTimeSeconds(r.GetInt64(6)), Text(r, 7), r.GetInt64(8), r.GetInt64(9) != 0);

    private static string? Text(Microsoft.Data.Sqlite.SqliteDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);
}
