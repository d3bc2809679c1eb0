using System.Threading.Channels;
using Chancery.Desk.Commands;
using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;
using Chancery.Desk.Web.Hosting;
using Chancery.Reports;

namespace Chancery.Desk.Web.Adding;

/// <summary>
/// Reads what people hand in at the desk, one after the other, beside the requests. The models are loaded when the first report comes. What is read is kept here only until the
/// desk ends: the record holds what was added.
/// </summary>
public sealed class ReadingRoom(Ledgers ledgers, FetchAddress fetch, Func<ReadSetup.Readers> compose, ReceivedPages received) : IAsyncDisposable
{
    private const int MostWaiting = 20, MostRemembered = 100;

    private readonly Channel<AddJob> _waiting = Channel.CreateBounded<AddJob>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait });
    private readonly Lock _remembering = new();
    private readonly List<AddJob> _jobs = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Lazy<PrepareReading> _reader = new(() =>
    {
        var readers = compose();
        return new PrepareReading(new ReadPage(readers.Layers, readers.Recover), ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder));
    });
    private Task? _working;
    private int _last;

    public void Start() => _working = Task.Run(WorkAsync);

    /// <summary>Puts something in the row; null where too much waits already.</summary>
    /// <param name="pages">What is to be read, lazily.</param>
    public AddJob? HandIn(string by, string what, Func<FetchAddress, IEnumerable<Received>> pages)
    {
        var job = new AddJob(Interlocked.Increment(ref _last), by, what, pages);
        if (!_waiting.Writer.TryWrite(job)) return null;
        lock (_remembering)
        {
            _jobs.Add(job);
            if (_jobs.Count > MostRemembered) _jobs.RemoveAt(0);
        }
        return job;
    }

    public AddJob? Find(int number)
    {
        lock (_remembering) return _jobs.Find(j => j.Number == number);
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AddJob> Latest()
    {
        lock (_remembering) return [.. _jobs.AsEnumerable().Reverse()];
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var job in _waiting.Reader.ReadAllAsync(_ending.Token).ConfigureAwait(false)) Read(job);
        }
        catch (OperationCanceledException)
        {
            // the desk ends
        }
    }

    private void Read(AddJob job)
    {
        try
        {
            using var loan = ledgers.Borrow();
            foreach (var page in job.Pages(fetch))
            {
                if (_ending.IsCancellationRequested) return;
                var (id, outcome, reading) = _reader.Value.Read(page);
                if (reading is null) job.NotRead(id, outcome.Unread!.Reason);
                else job.Told(Add(loan.Ledger, reading, page), reading.Reading.Report.Title ?? id);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            job.NotRead(job.What, e is Records.RecordException ? e.Message : $"the reading failed ({e.GetType().Name})");
        }
        finally
        {
            job.Finish();
        }
    }

    /// <summary>The page is kept first: what the record holds has its page.</summary>
    private Records.Claims.Appended Add(Records.Ledger ledger, Records.Claims.NewReading reading, Received page)
    {
        if (page is Received.Good good) received.Keep(good.Page);
        return ledger.Append(reading);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        if (_working is not null) await _working.ConfigureAwait(false);
        _ending.Dispose();
    }
}
