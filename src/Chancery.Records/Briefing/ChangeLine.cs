using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Reports;

namespace Chancery.Records.Briefing;

/// <summary>Says a told change in one line, as a headline would.</summary>
internal static class ChangeLine
{
    /// <summary>"Reinstatement of budget support authorised".</summary>
    public static Words Headline(Measure measure, ToldChange told, MeasureState standing)
    {
        var name = measure.Name;
        if (told.Change == ChangeKind.Reaffirm && told.Happened) return Words.Of($"{Capital(name)}: {Remains(standing)}");
        var deed = $"{(told.Whole ? "" : "partial ")}{Noun(told.Change)} of {name}{(Quantity(told) is { } q ? $" ({q})" : "")}";
        return Words.Of(told.Status switch
        {
            ClaimStatus.Announced => $"{Capital(deed)} announced",
            ClaimStatus.Considered => $"{Capital(deed)} considered",
            ClaimStatus.Threatened => $"{Capital(deed)} threatened",
            ClaimStatus.CalledFor => $"{Capital(deed)} called for",
            ClaimStatus.Denied => $"{Capital(deed)} denied",
            _ when told.Change == ChangeKind.Authorise => $"{Capital(name)} authorised",
            _ when told.IsAuthorised => $"{Capital(deed)} authorised, not yet in effect",
            _ => $"{Capital(name)} {Participle(told.Change, measure.Instrument)}{(told.Whole ? "" : " in part")}{(Quantity(told) is { } part ? $" ({part})" : "")}",
        });
    }

    /// <summary>" (Sweden → Tanzania)".</summary>
    public static string Parties(Measure measure) => Parties(measure.Actor, measure.Target);

    public static string Parties(string? actor, string? target) => (actor, target) switch
    {
        (null, null) => "",
        (not null, null) => $" ({Party(actor)})",
        (null, not null) => $" (towards {Party(target)})",
        _ => $" ({Party(actor)} → {Party(target)})",
    };

    /// <summary>": still suspended since August 2018", where that is not the change itself.</summary>
    /// <param name="isTonights">Whether a change was first told this evening: then it is no date since which something stands.</param>
    public static Words Standing(Standing standing, ToldChange told, Func<ToldChange, bool> isTonights)
    {
        if (standing.Period is not { } period || period.State == MeasureState.Unknown) return Words.None;
        var since = isTonights(period.InStateSince) && !period.InStateSince.Window.HasCome(told.Window.First?.PlusDays(-1) ?? told.Window.Last) || period.InStateSince.Date.Value is not { } date
            ? Words.None : " since " + Words.Date(date);
        if (told.Change == ChangeKind.Reaffirm) return since.IsEmpty ? since : "," + since;
        if (ReferenceEquals(period.Began, told) && told.TookEffect) return Words.None;
        return $"; it stays {State(period.State)}" + since;
    }

    public static string State(MeasureState state) => state switch
    {
        MeasureState.InEffect => "in effect",
        MeasureState.PartlySuspended => "partly suspended",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>A state's name; of a sector, the state's name with what the sector is.</summary>
    public static string Party(string code) => code.Length > 3 ? $"{StateNames.Of(code[..3])} ({code[3..]})" : StateNames.Of(code);

    private static string Remains(MeasureState state) => state == MeasureState.Unknown ? "confirmed" : "still " + State(state);

    private static string? Quantity(ToldChange told) => told.Claims.Select(c => c.Quantity).FirstOrDefault(q => q is not null);

    public static string Noun(ChangeKind change) => change switch
    {
        ChangeKind.Impose => "introduction", ChangeKind.Authorise => "authorisation", ChangeKind.Extend => "extension", ChangeKind.Reduce => "reduction",
        ChangeKind.Suspend => "suspension", ChangeKind.Ease => "easing", ChangeKind.Waive => "waiver", ChangeKind.Lift => "lifting",
        ChangeKind.Reinstate => "reinstatement", ChangeKind.Convert => "conversion", ChangeKind.Postpone => "postponement", ChangeKind.Expire => "expiry",
        ChangeKind.Cancel => "cancellation", ChangeKind.Violate => "violation", ChangeKind.Reaffirm => "reaffirmation",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static string Participle(ChangeKind change, Instrument instrument) => (change, instrument) switch
    {
        (ChangeKind.Impose, Instrument.Sanctions or Instrument.Tariff or Instrument.Ban) => "imposed",
        (ChangeKind.Impose, Instrument.Treaty or Instrument.Ceasefire) => "agreed",
        (ChangeKind.Impose, Instrument.Relations) => "taken up",
        (ChangeKind.Impose, Instrument.Deployment) => "sent",
        (ChangeKind.Impose, _) => "introduced",
        (ChangeKind.Cancel, Instrument.Relations or Instrument.Deployment) => "withdrawn",
        (ChangeKind.Cancel, Instrument.Treaty or Instrument.Ceasefire) => "ended",
        (ChangeKind.Cancel, _) => "cancelled",
        (ChangeKind.Authorise, _) => "authorised", (ChangeKind.Extend, _) => "extended", (ChangeKind.Reduce, _) => "reduced",
        (ChangeKind.Suspend, _) => "suspended", (ChangeKind.Ease, _) => "eased", (ChangeKind.Waive, _) => "waived", (ChangeKind.Lift, _) => "lifted",
        (ChangeKind.Reinstate, _) => "reinstated", (ChangeKind.Convert, _) => "converted", (ChangeKind.Postpone, _) => "postponed",
        (ChangeKind.Expire, _) => "expired", (ChangeKind.Violate, _) => "violated", (ChangeKind.Reaffirm, _) => "confirmed",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>Whether a change warms or cools a relation; null where that cannot be said of it.</summary>
    public static Signal? Tendency(Measure measure, ToldChange told)
    {
        if (measure.Instrument is Instrument.Deployment or Instrument.Other) return null;
        bool burden = measure.Instrument is Instrument.Sanctions or Instrument.Tariff or Instrument.Ban;
        bool? gives = told.Change switch
        {
            ChangeKind.Impose or ChangeKind.Extend or ChangeKind.Reinstate or ChangeKind.Authorise => true,
            ChangeKind.Suspend or ChangeKind.Reduce or ChangeKind.Cancel or ChangeKind.Lift or ChangeKind.Ease or ChangeKind.Waive or ChangeKind.Postpone or ChangeKind.Violate => false,
            _ => null,
        };
        return gives is not { } more || told.Status is ClaimStatus.Denied or ClaimStatus.CalledFor ? null : more == burden ? Signal.Freeze : Signal.Thaw;
    }

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
