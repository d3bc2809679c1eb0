using Chancery.Desk.Commands;
using Chancery.Desk.Workers;
using Chancery.Records.Postgres;

namespace Chancery.Desk.Web.Hosting;

/// <summary>The workers' queue beside the record, opened when somebody first asks for it. A record in a file has none.</summary>
public sealed class SharedWork(string? record) : IDisposable
{
    private readonly Lock _opening = new();
    private WorkQueue? _queue;

    /// <exception cref="Records.RecordException">The server cannot be reached.</exception>
    public WorkQueue? Queue
    {
        get
        {
            var place = RecordOption.OfThisProcess.PlaceOf(record);
            if (!PostgresAddress.IsMeantBy(place)) return null;
            // Not kept where it fails: the server may be back next time.
            lock (_opening) return _queue ??= WorkQueue.Open(place);
        }
    }

    public void Dispose() => _queue?.Dispose();
}
