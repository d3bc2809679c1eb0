using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads trade that a state stops or takes up again: "stopped buying Chadian oil" is a ban, "resumed selling grain to Chad" the end of one.</summary>
internal sealed class ReadStoppedTrade(Clauses clauses, FindMeasureNouns nouns, ReadStatus status, ClaimList claims)
{
    /// <returns>True where the verb was read so.</returns>
    public bool Read(int verb)
    {
        if (Change(clauses.Lemma(verb)) is not { } change || Trading(verb) is not (var deed and >= 0) || clauses.Object(deed) is not (var goods and >= 0)) return false;
        if (nouns.At(goods) is { } measure && measure.Class != MeasureClass.Flow || IsSupply(goods)) return false;
        var verdict = status.Of(verb);
        var actors = new List<int>();
        if (clauses.Subject(verb) is var who and >= 0) actors.Add(who);
        var targets = new List<int>();
        foreach (var preposition in (string[])["to", "from", "with"])
        {
            clauses.AddPhrases(deed, preposition, targets);
            clauses.AddPhrases(goods, preposition, targets);
        }
        targets.Add(goods);
        claims.Take(deed);
        claims.Take(goods);
        claims.Add(new Claim(deed, null, Instrument.Ban, MeasureClass.Flow, change, verdict.Status, verdict.Stage, "ban on " + clauses.Words[goods].Form, actors, targets, verdict.Top,
            verdict.Background, false, null, $"{clauses.Lemma(verb)} {clauses.Words[deed].Form}") { Needs = NeededParties.Target });
        return true;
    }

    private static ChangeKind? Change(string verb) => verb switch
    {
        "stop" or "halt" or "cease" or "suspend" or "quit" => ChangeKind.Impose,
        "resume" or "restart" => ChangeKind.Lift,
        _ => null,
    };

    /// <summary>The verb of trading right behind, -1 for none.</summary>
    private int Trading(int verb)
    {
        int deed = verb + 1;
        return deed < clauses.Words.Length && clauses.Words[deed].Xpos == "VBG" && clauses.Lemma(deed) is "sell" or "buy" or "import" or "export" or "purchase" or "ship" or "supply" ? deed : -1;
    }

    /// <summary>Gas and power that flow no longer are no ban on trade.</summary>
    private bool IsSupply(int goods) => clauses.Lemma(goods) is "gas" or "electricity" or "power" or "water";
}
