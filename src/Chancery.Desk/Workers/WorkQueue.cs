using Chancery.Records;
using Chancery.Records.Postgres;
using Chancery.Reports;
using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Npgsql;

namespace Chancery.Desk.Workers;

/// <summary>
/// The queue of batches on the record's PostgreSQL: Hangfire hands each batch to one worker at a time, and to another where that one falls silent.
/// So a batch is read at least once; the record makes that once.
/// </summary>
public sealed class WorkQueue : IDisposable
{
    public const string Queue = "batches", Schedules = "schedules";
    private const string Schema = "chancery_jobs";

    /// <summary>A worker that said nothing for so long has lost its batch.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);

    private WorkQueue(WorkStore store, JobStorage storage) => (Store, Storage) = (store, storage);

    public WorkStore Store { get; }
    internal JobStorage Storage { get; }

    /// <exception cref="RecordException">The record is no PostgreSQL, or it cannot be reached.</exception>
    public static WorkQueue Open(string place)
    {
        if (!PostgresAddress.IsMeantBy(place))
            throw new RecordException("Workers share a record on PostgreSQL: name one with --record postgres://user@host:port/database. A record in a file needs none: chancery add reads on all cores.");
        var address = PostgresAddress.Parse(place);
        var store = new WorkStore(address);
        try
        {
            JobStorage? storage = null;
            store.Prepare(() => storage = StorageAt(address));
            return new WorkQueue(store, storage!);
        }
        catch (NpgsqlException e)
        {
            store.Dispose();
            throw new RecordException($"{store.Place}: {e.Message}", e);
        }
    }

    private static PostgreSqlStorage StorageAt(PostgresAddress address)
    {
        // Workers of two versions may share a queue for a while: types go by name.
        GlobalConfiguration.Configuration.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema, QueuePollInterval = TimeSpan.FromMilliseconds(250), UseSlidingInvisibilityTimeout = true, InvisibilityTimeout = Silence,
            DistributedLockTimeout = TimeSpan.FromSeconds(30),
        };
        var settings = new NpgsqlConnectionStringBuilder(address.ToConnectionString()) { MaxPoolSize = 12, ApplicationName = "chancery work" };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(settings.ToString(), options), options);
    }

    /// <summary>Keeps the items as a batch and queues it. Where this process ends in between, a worker queues it later.</summary>
    public long Submit(IReadOnlyList<Received> items)
    {
        long number = Store.Add(items.Count, PackedPages.Pack(items));
        Enqueue(number);
        return number;
    }

    public void Enqueue(long number)
    {
        new BackgroundJobClient(Storage).Create(Job.FromExpression<BatchReader>(reader => reader.Read(number)), new EnqueuedState(Queue));
        Store.SetQueued(number);
    }

    public void Dispose() => Store.Dispose();
}
