using System.Runtime.InteropServices;
using Hangfire;
using Hangfire.Server;

namespace Chancery.Desk.Workers;

/// <summary>A process that reads batches until it is told to stop; what it has begun then it ends first. It may also be killed at any moment.</summary>
public sealed class Worker(WorkQueue queue, Func<Type, object> make, int jobs, TextWriter errors)
{
    private static readonly TimeSpan Orphaned = TimeSpan.FromMinutes(1);

    public int Run()
    {
        var options = new BackgroundJobServerOptions
        {
            WorkerCount = jobs, Queues = [WorkQueue.Schedules, WorkQueue.Queue], Activator = new Made(make),
            HeartbeatInterval = TimeSpan.FromSeconds(5), ServerTimeout = TimeSpan.FromSeconds(30), ServerCheckInterval = TimeSpan.FromSeconds(15),
            SchedulePollingInterval = TimeSpan.FromSeconds(1), ShutdownTimeout = TimeSpan.FromSeconds(30),
        };
        using var stop = new ManualResetEventSlim();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using (new BackgroundJobServer(options, queue.Storage, [new QueueOrphans(queue, Orphaned)]))
        {
            errors.WriteLine($"chancery: reading batches of {queue.Store.Place} ({jobs} at once); interrupt to stop");
            stop.Wait();
            errors.WriteLine("chancery: ending what is begun");
        }
        return 0;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Set();
        }
    }

    private sealed class Made(Func<Type, object> make) : JobActivator
    {
        public override object ActivateJob(Type jobType) => make(jobType);
    }

    /// <summary>Queues batches that a submitter kept and did not live to queue.</summary>
    private sealed class QueueOrphans(WorkQueue queue, TimeSpan age) : IBackgroundProcess
    {
        public void Execute(BackgroundProcessContext context)
        {
            foreach (long number in queue.Store.NotQueued(age)) queue.Enqueue(number);
            context.Wait(age);
        }
    }
}
