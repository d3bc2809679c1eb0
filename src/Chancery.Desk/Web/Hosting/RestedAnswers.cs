using Chancery.Desk.Commands;
using Chancery.Records;

namespace Chancery.Desk.Web.Hosting;

/// <summary>
/// Answers that every new report may change and that take long: what changed everywhere, what awaits review. After a decision they are asked anew at once; after new reports they may be
/// a few seconds old, and are asked anew beside the request that finds them so: behind all requests, and never for more than a tenth of the time.
/// </summary>
/// <param name="ask">A pure question to the record.</param>
public sealed class RestedAnswers<TQuestion, TAnswer>(Ledgers ledgers, TimeProvider time, Func<Ledger, TQuestion, TAnswer> ask) where TQuestion : notnull
{
    private const int MostKept = 32, RestsPerAsking = 10;
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5), LongestRest = TimeSpan.FromSeconds(40), Oldest = TimeSpan.FromMinutes(1);

    private readonly UsedLately<TQuestion, Kept> _kept = new(MostKept);
    private readonly Lock _asking = new();
    private long _number;

    private sealed class Kept(RecordVersion version, long number, long at, TimeSpan took, TAnswer answer)
    {
        public RecordVersion Version { get; } = version;
        public long Number { get; } = number;
        public long At { get; } = at;
        public TAnswer Answer { get; } = answer;
        public TimeSpan Rest { get; } = TimeSpan.FromTicks(Math.Clamp(took.Ticks * RestsPerAsking, ShortestRest.Ticks, LongestRest.Ticks));
        public int IsAsked;
    }

    public TAnswer Of(Ledger ledger, TQuestion question) => Find(ledger, question).Answer;

    /// <summary>Another number for every answer that was asked anew.</summary>
    public long NumberOf(Ledger ledger, TQuestion question) => Find(ledger, question).Number;

    private Kept Find(Ledger ledger, TQuestion question)
    {
        var version = ledger.Version;
        if (_kept.TryGet(question, out var kept) && (kept.Version == version || MayStand(kept, version)))
        {
            if (kept.Version != version && time.GetElapsedTime(kept.At) >= kept.Rest && Interlocked.Exchange(ref kept.IsAsked, 1) == 0) AskBeside(question);
            return kept;
        }
        lock (_asking)
        {
            if (_kept.TryGet(question, out kept) && kept.Version == version) return kept;
            return Ask(ledger, question);
        }
    }

    private bool MayStand(Kept kept, RecordVersion now) =>
        kept.Version.Decisions == now.Decisions && (Volatile.Read(ref kept.IsAsked) != 0 || time.GetElapsedTime(kept.At) < Oldest);

    private Kept Ask(Ledger ledger, TQuestion question)
    {
        var version = ledger.Version;
        long began = time.GetTimestamp();
        var answer = ask(ledger, question);
        var kept = new Kept(version, Interlocked.Increment(ref _number), time.GetTimestamp(), time.GetElapsedTime(began), answer);
        _kept.Put(question, kept);
        return kept;
    }

    private void AskBeside(TQuestion question) => new Thread(() =>
    {
        LeaveWay.OfThisThread();
        try
        {
            using var loan = ledgers.Borrow();
            Ask(loan.Ledger, question);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whoever comes next asks again, and is told.
            _kept.Remove(question);
        }
    }) { IsBackground = true, Name = "asking" }.Start();
}
