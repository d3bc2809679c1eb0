using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Chancery.Desk.Commands;

/// <summary>Runs a function over a stream of items on several threads and gives the results in the order of the items.</summary>
public static class InOrder
{
    /// <summary>What small items in flight may come to together, in characters of input: some hundred pages.</summary>
    private const long MostInFlight = 4 << 20;

    /// <param name="jobs">How many items are worked on at once. 1 works on the caller's thread.</param>
    /// <param name="sizeOf">How large an item is, in characters.</param>
    /// <remarks>Four items a job are in flight, and up to sixty-four while all together are small, so memory does not grow with the stream.</remarks>
    public static IEnumerable<TOut> Map<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs, Func<TIn, int> sizeOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        return jobs == 1 ? items.Select(work) : MapParallel(items, work, jobs, sizeOf);
    }

    /// <summary>The same, results handed over together: at most so many, and none kept waiting for the next longer than <paramref name="patience"/>.</summary>
    /// <remarks>As many more are in flight, so that work goes on while those handed over are dealt with.</remarks>
    public static IEnumerable<IReadOnlyList<TOut>> MapTogether<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs, Func<TIn, int> sizeOf, int atMost, TimeSpan patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        return Slots(items, work, jobs, sizeOf, new RoomAhead(4 * jobs + atMost, 64 * jobs + atMost, MostInFlight), ordered => Together(ordered, atMost, patience));
    }

    private static IEnumerable<TOut> MapParallel<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs, Func<TIn, int> sizeOf) =>
        Slots(items, work, jobs, sizeOf, new RoomAhead(4 * jobs, 64 * jobs, MostInFlight), ordered => ordered.GetConsumingEnumerable().Select(slot => slot.Result()));

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
    private static IEnumerable<TTold> Slots<TIn, TOut, TTold>(
        IEnumerable<TIn> items, Func<TIn, TOut> work, int jobs, Func<TIn, int> sizeOf, RoomAhead room, Func<BlockingCollection<Slot<TIn, TOut>>, IEnumerable<TTold>> told)
    {
        using var ordered = new BlockingCollection<Slot<TIn, TOut>>();
        using var open = new BlockingCollection<Slot<TIn, TOut>>();
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
                    int size = sizeOf(item);
                    room.Take(size, stop.Token);
                    var slot = new Slot<TIn, TOut>(item, () => room.GiveBack(size));
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

    /// <param name="told">Called once its result goes on to whoever asked.</param>
    private sealed class Slot<TIn, TOut>(TIn item, Action told)
    {
        private readonly ManualResetEventSlim _done = new();
        private TIn? _item = item;
        private TOut? _result;
        private ExceptionDispatchInfo? _failure;

        public static Slot<TIn, TOut> Failed(Exception e)
        {
            var slot = new Slot<TIn, TOut>(default!, () => { }) { _failure = ExceptionDispatchInfo.Capture(e) };
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
            told();
            if (_failure is null) results.Add(_result!);
            return _failure;
        }

        public TOut Result()
        {
            _done.Wait();
            told();
            _failure?.Throw();
            return _result!;
        }
    }
}
