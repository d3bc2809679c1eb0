using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>
/// Takes a decision back, by a further one: what was decided about the row before holds again; where nothing was, the row stands as it was read and is asked about again. Nothing is
/// removed, so it stays visible who decided what, and who took it back. See <see cref="StandingDecisions"/>.
/// </summary>
public sealed class UndoDecision(Ledger ledger, string by)
{
    /// <returns>The decision that takes it back.</returns>
    /// <exception cref="RecordException">It cannot be taken back; the message says why.</exception>
    public Decision Undo(long number)
    {
        var all = ledger.Decisions(AsOf.Now);
        var decision = all.FirstOrDefault(d => d.Number == number) ?? throw new RecordException($"The record holds no decision d{number}.");
        if (decision.Kind == DecisionKind.Note) throw new RecordException("A remark is not taken back; add another.");
        var standing = StandingDecisions.Of(all);
        if (StandingDecisions.TakenBack(all).Contains(number)) throw new RecordException($"d{number} was taken back already.");
        if (decision.About is { } about && standing.Any(d => d.Number > number && d.About == about && d.Kind != DecisionKind.Note))
            throw new RecordException($"{about} was decided about once more since; take that back first.");
        return ledger.Append(new NewDecision(Opposite(decision.Kind), by, decision.About, new DecisionPayload { TakesBack = number, Note = $"takes back {decision.Row}" }.Write()));
    }

    // What the row is called: it holds no key and no claim, so it decides nothing of its own.
    private static DecisionKind Opposite(DecisionKind kind) => kind switch
    {
        DecisionKind.Merge => DecisionKind.Split,
        DecisionKind.Split => DecisionKind.Merge,
        _ => DecisionKind.Accept,
    };
}
