using Chancery.Records.Claims;
using Chancery.Records.Identity;

namespace Chancery.Records.Reviewing;

/// <summary>Decisions of one person, appended to the record. None is ever removed: a later one holds, or takes it back.</summary>
/// <param name="by">The person's name.</param>
public sealed class Review(Ledger ledger, string by)
{
    public Decision Accept(RowName row, string? note) => About(DecisionKind.Accept, row, new DecisionPayload { Note = note });
    public Decision Reject(RowName row, string? note) => About(DecisionKind.Reject, row, new DecisionPayload { Note = note });
    public Decision Note(RowName row, string note) => About(DecisionKind.Note, row, new DecisionPayload { Note = note });

    /// <summary>Takes a decision back. See <see cref="StandingDecisions"/>.</summary>
    public Decision Undo(RowName decision) => decision.Kind == RowKind.Decision
        ? new UndoDecision(ledger, Named()).Undo(decision.Number)
        : throw new RecordException($"{decision} is no decision: a decision's row begins with d; review list --made names them.");

    /// <summary>The report as a whole counts no more.</summary>
    public Decision Withdraw(RowName report, string? note) => report.Kind == RowKind.Report
        ? About(DecisionKind.Withdraw, report, new DecisionPayload { Note = note })
        : throw new RecordException($"{report} is no report: a report's row begins with r; a claim is taken out with reject.");

    public Decision Edit(RowName row, IReadOnlyDictionary<string, string> set, string? note)
    {
        var claim = Change(row);
        try
        {
            EditClaim.With(claim, set);
        }
        catch (FormatException e)
        {
            throw new RecordException($"{row} was not edited: {e.Message}.", e);
        }
        return Append(DecisionKind.Edit, row, new DecisionPayload { Says = ClaimWords.Of(claim), Set = set, Note = note });
    }

    /// <summary>Of contradicting claims the first holds.</summary>
    public Decision Settle(RowName holds, IEnumerable<RowName> against, string? note)
    {
        string[] lost = [.. against.Select(r => ClaimWords.Of(Change(r)))];
        if (lost.Length == 0) throw new RecordException($"Say which claim does not hold: review settle {holds} --against c2.");
        return Append(DecisionKind.Settle, holds, new DecisionPayload { Says = ClaimWords.Of(Change(holds)), Against = lost, Note = note });
    }

    public Decision Merge(IEnumerable<RowName> rows, string? note) => Measures(DecisionKind.Merge, rows, note);
    public Decision Split(IEnumerable<RowName> rows, string? note) => Measures(DecisionKind.Split, rows, note);

    private Decision Measures(DecisionKind kind, IEnumerable<RowName> rows, string? note)
    {
        var decisions = ledger.Decisions(AsOf.Now);
        var claims = rows.SelectMany(r => ApplyDecisions.To([Change(r)], decisions)).ToList();
        string[] keys = [.. claims.Select(c => MeasureKey.Of(c).ToString()).Distinct().Order(StringComparer.Ordinal)];
        if (keys.Length < 2) return OfOneName(kind, claims, TakenForOne.By(decisions), note);
        if (claims.Select(c => c.Dyad).Distinct().Count() > 1)
            throw new RecordException("These claims stand between different pairs of states; give one of them other parties with review edit first.");
        return Append(kind, null, new DecisionPayload { Measures = keys, Note = note });
    }

    /// <summary>To merge claims of one name says that they surely are one; to split them takes that back.</summary>
    private Decision OfOneName(DecisionKind kind, List<ChangeClaim> claims, TakenForOne decided, string? note)
    {
        string[] words = [.. claims.Select(ClaimWords.Of).Distinct().Order(StringComparer.Ordinal)];
        if (words.Length < 2) throw new RecordException("That is one claim; name two.");
        if (kind == DecisionKind.Split && decided.AreOne(claims[0], claims[1]) != true)
            throw new RecordException("These claims tell their measure by the same name and parties, so they are one measure; give one of them another name with review edit.");
        return Append(kind, null, new DecisionPayload { Claims = words, Note = note });
    }

    private Decision About(DecisionKind kind, RowName row, DecisionPayload payload) => row.Kind switch
    {
        RowKind.Report => ledger.Report(row.Number) is null ? throw Missing(row) : Append(kind, row, payload),
        RowKind.Decision => throw new RecordException($"{row} is a decision: decide about the claim it speaks of once more, or take it back with review undo."),
        _ => Append(kind, row, payload with { Says = ClaimWords.Of(Claim(row)) }),
    };

    private ChangeClaim Change(RowName row) => Claim(row) as ChangeClaim ?? throw new RecordException($"{row} is no change of a measure: such a row begins with c.");

    private Claim Claim(RowName row)
    {
        var wanted = ClaimsWanted.Row(row.Number);
        Claim? found = row.Kind switch
        {
            RowKind.Change => ledger.Changes(wanted, AsOf.Now).FirstOrDefault(),
            RowKind.Event => ledger.Events(wanted, AsOf.Now).FirstOrDefault(),
            RowKind.Statement => ledger.Statements(wanted, AsOf.Now).FirstOrDefault(),
            RowKind.Signal => ledger.Signals(wanted, AsOf.Now).FirstOrDefault(),
            _ => null,
        };
        return found ?? throw Missing(row);
    }

    private static RecordException Missing(RowName row) => new($"The record holds no row {row}, or a newer reading of its page has taken its place; chancery timeline and chancery review list name rows.");

    private Decision Append(DecisionKind kind, RowName? row, DecisionPayload payload) =>
        ledger.Append(new NewDecision(kind, Named(), row, payload.Write()));

    private string Named() => string.IsNullOrWhiteSpace(by) ? throw new RecordException("A decision needs the name of the person: --as NAME.") : by;
}
