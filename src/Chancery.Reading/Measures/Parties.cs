using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>The codes of a change's parties: a state's code alone, also for its government and forces; state and sector for others.</summary>
internal static class Parties
{
    /// <summary>Code of an actor as a change gives it; null for one without a state or organisation.</summary>
    public static string? Code(Participant p) => p.Code is null ? null
        : IsOrganisation(p.Code) ? p.Code
        : p.Sector is "UAF" ? p.Code + "REB"
        : p.Sector is null or "GOV" or "MIL" or "LEG" or "JUD" or "COP" or "ELI" or "SPY" or "CVL" or "IGO" or "PTY" ? p.Code
        : p.Code + p.Sector;

    /// <summary>An agency of the United Nations is the United Nations here, whatever its field.</summary>
    public static bool IsOrganisation(string code) => code is "UNO" or "EEC" or "NAT" or "AFU" or "OPC" or "IAE" or "IGO" or "NGO";

    /// <summary>Aid to a country's hospitals or people is aid to the country; to its rebels or firms it is not.</summary>
    public static string StateOfHelped(string code) => code.Length == 6 && code[3..] is not ("REB" or "OPP" or "BUS" or "UAF") ? code[..3] : code;

    /// <summary>Rules that a state makes for itself: where no other is named, it is the target too.</summary>
    public static bool IsDomestic(Claim claim) =>
        claim.Measure?.Phrase.Words is [.., "curfew" or "emergency" or "siege" or "law" or "lockdown"] or ["emergency", "rule"] || claim.Measure?.Phrase.Words is ["emergency", "measure"];
}
