using System.Collections.Concurrent;
using Chancery.Records;

namespace Chancery.Desk.Web.Hosting;

/// <summary>
/// Answers that every new report may change and that take long: what changed everywhere, what awaits review. After a decision they are asked anew at once; after new reports they may be
/// a few seconds old, and are asked anew beside the request that finds them so.
/// </summary>
/// <param name="ask">A pure question to the record.</param>
public sealed class RestedAnswers<TQuestion, TAnswer>(Ledgers ledgers, TimeProvider time, Func<Ledger, TQuestion, TAnswer> ask) where TQuestion : notnull
{
    private const int MostKept = 32;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5), Oldest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TQuestion, Kept> _kept = new();
    private readonly Lock _asking = new();

    private sealed class Kept(RecordVersion version, long at, TAnswer answer)
    {
        public RecordVersion Version { get; } = version;
        public long At { get; } = at;
        public TAnswer Answer { get; } = answer;
        public int IsAsked;
    }

    public TAnswer Of(Ledger ledger, TQuestion question)
    {
        var version = ledger.Version;
        if (_kept.TryGetValue(question, out var kept) && kept.Version.Decisions == version.Decisions && time.GetElapsedTime(kept.At) < Oldest)
        {
            if (kept.Version != version && time.GetElapsedTime(kept.At) >= Rest && Interlocked.Exchange(ref kept.IsAsked, 1) == 0) _ = Task.Run(() => AskBeside(question));
            return kept.Answer;
        }
        lock (_asking)
        {
            if (_kept.TryGetValue(question, out kept) && kept.Version == version) return kept.Answer;
            return Ask(ledger, question);
        }
    }

    private TAnswer Ask(Ledger ledger, TQuestion question)
    {
        if (_kept.Count >= MostKept) _kept.Clear();
        var version = ledger.Version;
        var answer = ask(ledger, question);
        _kept[question] = new Kept(version, time.GetTimestamp(), answer);
        return answer;
    }

    private void AskBeside(TQuestion question)
    {
        try
        {
            using var loan = ledgers.Borrow();
            Ask(loan.Ledger, question);
        }
        catch (RecordException)
        {
            // Whoever comes next asks again, and is told.
            _kept.TryRemove(question, out _);
        }
    }
}
