using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Chancery.Desk.Commands;

/// <summary>Runs a function over a stream of items on several threads and gives the results in the order of the items.</summary>
public static class InOrder
{
    /// <param name="jobs">How many items are worked on at once. 1 works on the caller's thread.</param>
    /// <remarks>At most four items a job are in flight, so memory does not grow with the stream.</remarks>
    public static IEnumerable<TOut> Map<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        return jobs == 1 ? items.Select(work) : MapParallel(items, work, jobs);
    }

    private static IEnumerable<TOut> MapParallel<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs)
    {
        using var ordered = new BlockingCollection<Slot<TIn, TOut>>(4 * jobs);
        using var open = new BlockingCollection<Slot<TIn, TOut>>(4 * jobs);
        using var stop = new CancellationTokenSource();

        var threads = new List<Thread> { Start("input", Feed) };
        for (int i = 0; i < jobs; i++) threads.Add(Start($"reader {i + 1}", Work));
        try
        {
            foreach (var slot in ordered.GetConsumingEnumerable()) yield return slot.Result();
        }
        finally
        {
            stop.Cancel();
            foreach (var thread in threads) thread.Join();
        }

        void Feed()
        {
            try
            {
                foreach (var item in items)
                {
                    var slot = new Slot<TIn, TOut>(item);
                    ordered.Add(slot, stop.Token);
                    open.Add(slot, stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // the consumer left early
            }
            catch (Exception e)
            {
                ordered.Add(Slot<TIn, TOut>.Failed(e), CancellationToken.None);
            }
            finally
            {
                ordered.CompleteAdding();
                open.CompleteAdding();
            }
        }

        void Work()
        {
            try
            {
                foreach (var slot in open.GetConsumingEnumerable(stop.Token)) slot.Run(work);
            }
            catch (OperationCanceledException)
            {
                // the consumer left early
            }
        }
    }

    private static Thread Start(string name, ThreadStart run)
    {
        // Deep trees are walked without recursion; the stack is for the rest.
        var thread = new Thread(run, 16 << 20) { Name = name, IsBackground = true };
        thread.Start();
        return thread;
    }

    private sealed class Slot<TIn, TOut>(TIn item)
    {
        private readonly ManualResetEventSlim _done = new();
        private TIn? _item = item;
        private TOut? _result;
        private ExceptionDispatchInfo? _failure;

        public static Slot<TIn, TOut> Failed(Exception e)
        {
            var slot = new Slot<TIn, TOut>(default!) { _failure = ExceptionDispatchInfo.Capture(e) };
            slot._done.Set();
            return slot;
        }

        public void Run(Func<TIn, TOut> work)
        {
            try
            {
                _result = work(_item!);
            }
            catch (Exception e)
            {
                _failure = ExceptionDispatchInfo.Capture(e);
            }
            _item = default;
            _done.Set();
        }

        public TOut Result()
        {
            _done.Wait();
            _failure?.Throw();
            return _result!;
        }
    }
}
