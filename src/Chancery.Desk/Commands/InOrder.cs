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

    /// <summary>The same, results handed over together: at most so many, and none kept waiting for the next longer than <paramref name="patience"/>.</summary>
    /// <remarks>As many more are in flight, so that work goes on while those handed over are dealt with.</remarks>
    public static IEnumerable<IReadOnlyList<TOut>> MapTogether<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs, int atMost, TimeSpan patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        return Slots(items, work, jobs, 4 * jobs + atMost, ordered => Together(ordered, atMost, patience));
    }

    private static IEnumerable<TOut> MapParallel<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs) =>
        Slots(items, work, jobs, 4 * jobs, ordered => ordered.GetConsumingEnumerable().Select(slot => slot.Result()));

    private static IEnumerable<IReadOnlyList<TOut>> Together<TIn, TOut>(BlockingCollection<Slot<TIn, TOut>> ordered, int atMost, TimeSpan patience)
    {
        var together = new List<TOut>(atMost);
        ExceptionDispatchInfo? failure = null;
        while (failure is null && ordered.TryTake(out var slot, Timeout.Infinite))
        {
            do
            {
                if (together.Count > 0 && !slot.IsDoneWithin(patience))
                {
                    yield return together;
                    together = new List<TOut>(atMost);
                }
                failure = slot.AddTo(together);
            }
            while (failure is null && together.Count < atMost && ordered.TryTake(out slot, patience));
            if (together.Count > 0) yield return together;
            together = new List<TOut>(atMost);
        }
        failure?.Throw();
    }

    /// <summary>Works on several threads; what comes of each item is asked in order.</summary>
    private static IEnumerable<TTold> Slots<TIn, TOut, TTold>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs, int ahead, Func<BlockingCollection<Slot<TIn, TOut>>, IEnumerable<TTold>> told)
    {
        using var ordered = new BlockingCollection<Slot<TIn, TOut>>(ahead);
        using var open = new BlockingCollection<Slot<TIn, TOut>>(ahead);
        using var stop = new CancellationTokenSource();

        var threads = new List<Thread> { Start("input", Feed) };
        for (int i = 0; i < jobs; i++) threads.Add(Start($"reader {i + 1}", Work));
        try
        {
            foreach (var result in told(ordered)) yield return result;
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

        public bool IsDoneWithin(TimeSpan patience) => _done.Wait(patience);

        /// <returns>What went wrong, or null.</returns>
        public ExceptionDispatchInfo? AddTo(List<TOut> results)
        {
            _done.Wait();
            if (_failure is null) results.Add(_result!);
            return _failure;
        }

        public TOut Result()
        {
            _done.Wait();
            _failure?.Throw();
            return _result!;
        }
    }
}
