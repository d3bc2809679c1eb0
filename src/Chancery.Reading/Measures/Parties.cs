using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>The codes of a change's parties: a state's code alone, also for its government and forces; state and sector for others.</summary>
internal static class Parties
{
    /// <summary>Code of an actor as a change gives it; null for one without a state or organisation.</summary>
    public static string? Code(Participant p) => p.Code is null ? null
        : p.Sector is "UAF" ? p.Code + "REB"
        : p.Sector is null or "GOV" or "MIL" or "LEG" or "JUD" or "COP" or "ELI" or "SPY" or "CVL" or "IGO" ? p.Code
        : p.Code + p.Sector;

    /// <summary>The actors: those of the first words that name any.</summary>
    public static List<string> Actors(Claim claim, SentenceActors actors) => FirstNamed(claim.ActorWords, actors, []);

    /// <summary>What a speaker plans, weighs, threatens or refuses without naming anyone is his own side's to do.</summary>
    public static bool SpeaksForHimself(Claim claim) =>
        claim.Status is ClaimStatus.Announced or ClaimStatus.Considered or ClaimStatus.Threatened or ClaimStatus.Denied;

    /// <summary>The targets: those of the first words that name any but the actors.</summary>
    public static List<string> Targets(Claim claim, SentenceActors actors, List<string> except)
    {
        var found = FirstNamed(claim.TargetWords, actors, claim.Class == MeasureClass.Regime ? [] : except);
        if (found.Count == 0 && claim.Class is MeasureClass.Restriction or MeasureClass.Levy or MeasureClass.Benefit or MeasureClass.Bond && except.Count > 0
            && actors.OtherState(except) is { } other) return [other];
        return found.Count == 0 && except.Count == 1 && IsDomestic(claim) ? [except[0]] : found;
    }

    /// <summary>Rules that a state makes for itself: where no other is named, it is the target too.</summary>
    private static bool IsDomestic(Claim claim) =>
        claim.Measure?.Phrase.Words[^1] is "curfew" or "emergency" or "siege" or "law" or "rule" || claim.Measure?.Phrase.Words is ["emergency", "measure"];

    private static List<string> FirstNamed(IReadOnlyList<int> words, SentenceActors actors, List<string> except)
    {
        foreach (int word in words)
        {
            var codes = new List<string>();
            foreach (var p in actors.Of(word))
                if (Code(p) is { } code && !codes.Contains(code) && !except.Contains(code)) codes.Add(code);
            if (codes.Count > 0) return codes;
        }
        return [];
    }
}
