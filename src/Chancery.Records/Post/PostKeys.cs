using System.Security.Cryptography;
using Chancery.Records.Sql;

namespace Chancery.Records.Post;

/// <summary>The secrets of the post: drawn once, kept beside the addresses they protect, so that every process that serves or sends has the same.</summary>
public sealed class PostKeys
{
    private const int Bytes = 32;
    private readonly SqlLedger _ledger;

    public PostKeys(Ledger ledger) => _ledger = SqlLedger.Of(ledger);

    public byte[] Of(string name)
    {
        if (Find(name) is { } there) return there;
        // Of two that draw at once the first counts.
        _ledger.Write(transaction => _ledger.Count(Query.Of(
            "INSERT INTO post_keys (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO NOTHING", name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))), transaction));
        return Find(name)!;
    }

    private byte[]? Find(string name) =>
        _ledger.Rows(Query.Of("SELECT value FROM post_keys WHERE name = @p0", name), row => Convert.FromBase64String(row.GetString(0))).SingleOrDefault();
}
