using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Desk.Workers;
using Chancery.Records;
using Chancery.Reports;
using Chancery.Tests.Records.Postgres;
using Xunit;

namespace Chancery.Tests.Desk.Workers;

/// <summary>A batch that comes again, breaks off, or cannot be read, on a real PostgreSQL.</summary>
public sealed class BatchReaderTests : IDisposable
{
    private readonly string _place = PostgresServer.Shared.Address(PostgresServer.Shared.NewDatabase());
    private readonly WorkQueue _queue;
    private readonly BatchReader _reader;

    public BatchReaderTests()
    {
        _queue = WorkQueue.Open(_place);
        var prepare = new PrepareReading(CommandLine.Reader, new ReaderInfo("chancery", "test", []));
        _reader = new BatchReader(_queue, prepare.Read, () => OpenLedger.At(_place, TimeProvider.System), "test");
    }

    public void Dispose() => _queue.Dispose();

    private static Received Page(string id) => Received.Of(new Page(id, "hash of " + id, PageKind.Text, "Chad met Sudan on Monday.", StatedDate: "2021-03-05"));

    private int Recorded()
    {
        using var ledger = OpenLedger.At(_place, TimeProvider.System);
        return ledger.Reports(new ClaimsWanted(), AsOf.Now).Count;
    }

    [Fact]
    public void a_batch_that_is_read_twice_is_recorded_once()
    {
        long number = _queue.Submit([Page("a"), Received.None("b", "empty"), Page("c")]);
        _reader.Read(number);
        _reader.Read(number);
        // as if its first worker had been killed before it could say that it was done
        _queue.Store.Ask($"UPDATE chancery_work.batches SET done = NULL, pages = '\\x{Convert.ToHexString(PackedPages.Pack([Page("a"), Page("c")]))}' WHERE number = {number} RETURNING number");
        _reader.Read(number);
        Assert.Equal(2, Recorded());
        Assert.Equal("b: empty", Assert.Single(WorkState.Of(_queue).Unread) is { } u ? $"{u.First}: {u.Reason}" : "");
    }

    [Fact]
    public void a_batch_that_ends_its_workers_is_taken_apart_and_the_one_bad_report_is_named()
    {
        long number = _queue.Submit([Page("good"), Page("deadly")]);
        for (int i = 0; i < 3; i++) _queue.Store.Begin(number, "killed");
        _reader.Read(number);
        var parts = _queue.Store.Ask("SELECT number FROM chancery_work.batches WHERE part_of IS NOT NULL ORDER BY number").Select(r => long.Parse(r[0]!, null)).ToArray();
        Assert.Equal(2, parts.Length);
        _reader.Read(parts[0]);
        for (int i = 0; i < 8; i++) _queue.Store.Begin(parts[1], "killed");
        _reader.Read(parts[1]);
        var state = WorkState.Of(_queue);
        Assert.Equal("deadly: its worker ended 8 times while reading it", Assert.Single(state.Poison).Reason);
        Assert.Equal((0, 1), (state.Waiting, Recorded()));

        Assert.Equal([parts[1]], _queue.Store.Forgive([]));
        _reader.Read(parts[1]);
        Assert.Equal(2, Recorded());
        Assert.Empty(WorkState.Of(_queue).Poison);
    }

    [Fact]
    public void a_batch_that_cannot_be_unpacked_is_poison()
    {
        long number = _queue.Store.Add(1, [1, 2, 3]);
        _reader.Read(number);
        Assert.Equal(number, Assert.Single(WorkState.Of(_queue).Poison).Number);
    }

    [Fact]
    public void pages_come_out_of_a_batch_as_they_went_in()
    {
        Received[] items = [Page("a"), Received.None("b", "empty", 7), Received.Of(new Page("c", "h", PageKind.Html, "<p>½ “\ud83d\ude00”</p>", "https://x.example/", null, "T"))];
        Assert.Equal(items, PackedPages.Unpack(PackedPages.Pack(items)));
    }
}
