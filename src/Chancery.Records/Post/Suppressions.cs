using System.Security.Cryptography;
using System.Text;
using Chancery.Records.Sql;
using NodaTime;

namespace Chancery.Records.Post;

/// <summary>Why nothing is sent to an address any more: its mail came back, its server refused it, its owner complained.</summary>
public enum SuppressionReason { Bounce, Refused, Complaint }

/// <summary>Addresses that get nothing more, kept as a keyed hash: it outlives the erasure of a subscriber and names nobody.</summary>
public sealed class Suppressions
{
    private readonly SqlLedger _ledger;
    private readonly Lazy<byte[]> _key;

    public Suppressions(Ledger ledger)
    {
        _ledger = SqlLedger.Of(ledger);
        _key = new(() => new PostKeys(ledger).Of("suppressions"));
    }

    /// <summary>Nothing more is sent there; a subscriber of that address is erased.</summary>
    public void Add(string address, SuppressionReason reason, Instant now)
    {
        var hash = Hash(address);
        _ledger.Write(transaction => _ledger.Count(Query.Of(
            "INSERT INTO suppressions (address_hash, reason, since) VALUES (@p0, @p1, @p2) ON CONFLICT (address_hash) DO NOTHING", hash, reason.ToString(), Cells.Micros(now)), transaction));
        var subscribers = new Subscribers(_ledger);
        if (subscribers.Of(address) is { } known) subscribers.Erase(known.Number);
    }

    public SuppressionReason? Of(string address) =>
        _ledger.Rows(Query.Of("SELECT reason FROM suppressions WHERE address_hash = @p0", Hash(address)), row => (SuppressionReason?)row.Word<SuppressionReason>(0)).SingleOrDefault();

    public bool Lift(string address)
    {
        var hash = Hash(address);
        return _ledger.Write(transaction => _ledger.Count(Query.Of("DELETE FROM suppressions WHERE address_hash = @p0", hash), transaction)) > 0;
    }

    public IReadOnlyList<(SuppressionReason Reason, long Addresses)> Counts() =>
        _ledger.Rows(Query.Of("SELECT reason, count(*) FROM suppressions GROUP BY reason ORDER BY reason"), row => (row.Word<SuppressionReason>(0), row.GetInt64(1)));

    private string Hash(string address) => Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(Subscriber.KeyOf(address))));
}
