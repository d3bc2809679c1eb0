using Chancery.Records;

namespace Chancery.Desk.Web.Hosting;

/// <summary>
/// Answers that were asked for lately. One is made anew where the record has grown by something that may change it; what else is added meanwhile does not cost it. So a page never
/// shows less than the record holds, and stays fast while much is added.
/// </summary>
/// <param name="ask">A pure question to the record.</param>
/// <param name="stamp">Where it is as it was, nothing that concerns the question was added. Decisions and pages read again are looked at beside it.</param>
/// <param name="most">How many are kept.</param>
public sealed class KeptAnswers<TQuestion, TAnswer>(Func<Ledger, TQuestion, TAnswer> ask, Func<Ledger, TQuestion, object> stamp, int most = 128) where TQuestion : notnull
{
    private sealed record Kept(RecordVersion Version, object Stamp, Lazy<TAnswer> Answer);

    private readonly UsedLately<TQuestion, Kept> _kept = new(most);

    public TAnswer Of(Ledger ledger, TQuestion question)
    {
        var version = ledger.Version;
        if (_kept.TryGet(question, out var kept) && kept.Version == version) return kept.Answer.Value;
        var mark = stamp(ledger, question);
        if (kept is not null && kept.Stamp.Equals(mark) && kept.Version.Decisions == version.Decisions && !ledger.HasReadAgainSince(kept.Version.Reports))
        {
            _kept.Put(question, kept with { Version = version });
            return kept.Answer.Value;
        }
        return Ask(ledger, question, version, mark);
    }

    private TAnswer Ask(Ledger ledger, TQuestion question, RecordVersion version, object mark)
    {
        var kept = new Kept(version, mark, new Lazy<TAnswer>(() => ask(ledger, question), LazyThreadSafetyMode.ExecutionAndPublication));
        // Of two that come at once the one that is kept asks; the other waits.
        kept = _kept.PutUnless(question, kept, other => other.Version == version);
        try
        {
            return kept.Answer.Value;
        }
        catch
        {
            // What failed once may do next time.
            _kept.Remove(question);
            throw;
        }
    }
}
