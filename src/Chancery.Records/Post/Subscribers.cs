using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using Chancery.Records.Briefing;
using Chancery.Records.Sql;
using NodaTime;

namespace Chancery.Records.Post;

/// <summary>Who asked for the briefing. No part of the record: what is here can be changed and erased.</summary>
public sealed class Subscribers
{
    /// <summary>So often a day an address is asked whether it is its owner's.</summary>
    private const long MostAsksADay = 3;

    private const string Columns = "number, address, asked, confirmed, zone, evening, language, dossiers, only_these, quiet";
    private readonly SqlLedger _ledger;

    public Subscribers(Ledger ledger) => _ledger = SqlLedger.Of(ledger);

    /// <summary>Somebody asks to subscribe an address: it is kept unconfirmed, and a letter that asks its owner is put into the outbox.</summary>
    /// <returns>Whether a letter goes out: not to an address that is subscribed already, and not more than three times a day.</returns>
    public bool Ask(string address, Choices choices, Instant now) => _ledger.Write(transaction =>
    {
        var key = Subscriber.KeyOf(address);
        var before = _ledger.Rows(Query.Of("SELECT number, asked, asks, confirmed FROM subscribers WHERE address_key = @p0", key), transaction,
            row => (Number: row.GetInt64(0), Asked: Cells.ToInstant(row.GetInt64(1)), Asks: row.GetInt64(2), IsConfirmed: !row.IsDBNull(3)));
        long number, asks = 1;
        if (before is [var known])
        {
            bool sameDay = now - known.Asked < Duration.FromDays(1);
            if (known.IsConfirmed || sameDay && known.Asks >= MostAsksADay) return false;
            (number, asks) = (known.Number, sameDay ? known.Asks + 1 : 1);
            _ledger.Execute([Query.Of("DELETE FROM subscribers WHERE number = @p0", number), Query.Of("DELETE FROM outbox WHERE issue = 0 AND subscriber = @p0", number)], transaction);
        }
        else
        {
            number = Draw();
        }
        _ledger.Execute([Insert(number, address, now, asks, null, choices), Outbox.Insert(Outbox.Question, number, Subscriber.HostOf(address), now)], transaction);
        return true;
    });

    /// <summary>The address is its owner's. Again is no harm.</summary>
    public bool Confirm(long number, Instant now) =>
        _ledger.Write(transaction => _ledger.Count(Query.Of("UPDATE subscribers SET confirmed = coalesce(confirmed, @p1) WHERE number = @p0", number, Cells.Micros(now)), transaction)) > 0;

    /// <summary>Takes over many at once that were confirmed elsewhere.</summary>
    public void Add(IEnumerable<(string Address, Choices Choices)> confirmed, Instant now)
    {
        foreach (var some in confirmed.Chunk(1000))
            _ledger.Write(transaction =>
            {
                _ledger.Execute(some.Select(s => Insert(Draw(), s.Address, now, 0, now, s.Choices)), transaction);
                return some.Length;
            });
    }

    public void Change(long number, Choices choices) => _ledger.Write(transaction => _ledger.Count(Query.Of(
        "UPDATE subscribers SET zone = @p1, evening = @p2, language = @p3, dossiers = @p4, only_these = @p5, quiet = @p6 WHERE number = @p0",
        number, choices.Zone, Minutes(choices.Evening), choices.Language, choices.Dossiers, choices.Interest.OnlyThese ? 1L : 0L, choices.Quiet ? 1L : 0L), transaction));

    /// <summary>Erases all that is kept of a person. Numbers of what was delivered stay, and name nobody. Leaving is this, too.</summary>
    public bool Erase(long number) => _ledger.Write(transaction =>
    {
        _ledger.Execute(
        [
            Query.Of("DELETE FROM outbox WHERE subscriber = @p0 AND state = 'Waiting'", number),
            Query.Of("UPDATE outbox SET reply = NULL WHERE subscriber = @p0", number),
        ], transaction);
        return _ledger.Count(Query.Of("DELETE FROM subscribers WHERE number = @p0", number), transaction) > 0;
    });

    public Subscriber? Of(long number) => _ledger.Rows(Query.Of($"SELECT {Columns} FROM subscribers WHERE number = @p0", number), Read).SingleOrDefault();

    public Subscriber? Of(string address) => _ledger.Rows(Query.Of($"SELECT {Columns} FROM subscribers WHERE address_key = @p0", Subscriber.KeyOf(address)), Read).SingleOrDefault();

    /// <summary>All that confirmed, by number.</summary>
    public IReadOnlyList<Subscriber> Confirmed() => _ledger.Rows(Query.Of($"SELECT {Columns} FROM subscribers WHERE confirmed IS NOT NULL ORDER BY number"), Read);

    public long CountConfirmed() => _ledger.Rows(Query.Of("SELECT count(*) FROM subscribers WHERE confirmed IS NOT NULL"), row => row.GetInt64(0)).Single();

    /// <summary>Unconfirmed ones are forgotten after a week.</summary>
    public void Forget(Instant now) => _ledger.Write(transaction => _ledger.Count(
        Query.Of("DELETE FROM subscribers WHERE confirmed IS NULL AND asked < @p0", Cells.Micros(now - Duration.FromDays(7))), transaction));

    internal static Subscriber Read(DbDataReader row) => Read(row, 0);

    internal static Subscriber Read(DbDataReader row, int at) => new(
        row.GetInt64(at), row.GetString(at + 1), Cells.ToInstant(row.GetInt64(at + 2)), row.Number(at + 3) is { } confirmed ? Cells.ToInstant(confirmed) : null,
        new Choices(row.GetString(at + 4), LocalTime.FromMinutesSinceMidnight((int)row.GetInt64(at + 5)), row.GetString(at + 6),
            new Interest(Choices.ReadDossiers(row.GetString(at + 7)), row.GetInt64(at + 8) != 0), row.GetInt64(at + 9) != 0));

    private static Query Insert(long number, string address, Instant asked, long asks, Instant? confirmed, Choices c) => Query.Of(
        "INSERT INTO subscribers (number, address, address_key, host, asked, asks, confirmed, zone, evening, language, dossiers, only_these, quiet) "
        + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)",
        number, address, Subscriber.KeyOf(address), Subscriber.HostOf(address), Cells.Micros(asked), asks, confirmed is { } at ? Cells.Micros(at) : null,
        c.Zone, Minutes(c.Evening), c.Language, c.Dossiers, c.Interest.OnlyThese ? 1L : 0L, c.Quiet ? 1L : 0L);

    private static long Minutes(LocalTime time) => time.Hour * 60L + time.Minute;

    /// <summary>62 bits: two alike do not happen.</summary>
    private static long Draw() => (BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & 0x3FFF_FFFF_FFFF_FFFF) + 1;
}
