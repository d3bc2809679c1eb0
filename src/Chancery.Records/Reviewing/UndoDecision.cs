using Chancery.Records.Claims;

namespace Chancery.Records.Reviewing;

/// <summary>
/// Takes a decision back, by a further one: what was decided about the row before holds again; where nothing was, the row stands as it was read. Nothing is removed, so
/// it stays visible who decided what, and who took it back.
/// </summary>
public sealed class UndoDecision(Ledger ledger, string by)
{
    /// <returns>The decisions that take it back.</returns>
    /// <exception cref="RecordException">It cannot be taken back; the message says why.</exception>
    public IReadOnlyList<Decision> Undo(long number)
    {
        var all = ledger.Decisions(AsOf.Now);
        var decision = all.FirstOrDefault(d => d.Number == number) ?? throw new RecordException($"The record holds no decision d{number}.");
        if (decision.About is { } about && all.Any(d => d.Number > number && d.About == about && d.Kind != DecisionKind.Note))
            throw new RecordException($"{about} was decided about once more since; take that back first.");
        var payload = DecisionPayload.Read(decision.Payload);
        var why = $"takes back {decision.Row}";
        return decision.Kind switch
        {
            DecisionKind.Note => throw new RecordException("A remark is not taken back; add another."),
            DecisionKind.Merge => [Again(DecisionKind.Split, null, payload, why)],
            DecisionKind.Split => [Again(DecisionKind.Merge, null, payload, why)],
            DecisionKind.Withdraw => [Again(DecisionKind.Accept, decision.About, payload, why)],
            DecisionKind.Settle => [.. Losers(payload).Select(c => Again(DecisionKind.Accept, c.Row, new DecisionPayload { Says = ClaimWords.Of(c) }, why)), Before(all, decision, payload, why)],
            _ => [Before(all, decision, payload, why)],
        };
    }

    /// <summary>Decides once more what was decided about the row before.</summary>
    private Decision Before(IReadOnlyList<Decision> all, Decision decision, DecisionPayload payload, string why)
    {
        var before = all.LastOrDefault(d => d.Number < decision.Number && d.About == decision.About && d.Kind != DecisionKind.Note);
        if (before is not null) return Again(before.Kind, before.About, DecisionPayload.Read(before.Payload), why);
        // An acceptance of what nobody had doubted changed nothing: the remark is all there is to say.
        return decision.Kind == DecisionKind.Accept ? Again(DecisionKind.Note, decision.About, payload, why)
            : Again(DecisionKind.Accept, decision.About, new DecisionPayload { Says = payload.Says }, why);
    }

    private Decision Again(DecisionKind kind, RowName? about, DecisionPayload payload, string why) =>
        ledger.Append(new NewDecision(kind, by, about, (payload with { Note = why }).Write()));

    /// <summary>The claims that a settlement spoke against, as they are read now.</summary>
    private IEnumerable<ChangeClaim> Losers(DecisionPayload payload) =>
        from words in payload.Against ?? []
        let pair = ClaimWords.PairOf(words)
        where pair is not null
        from claim in ledger.Changes(ClaimsWanted.Between(pair.Value), AsOf.Now)
        where ClaimWords.Of(claim) == words
        select claim;
}
