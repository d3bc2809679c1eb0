using Chancery.Records.Claims;
using Chancery.Records.Folding;

namespace Chancery.Records.Briefing;

/// <summary>What an entry weighs, and why. The parts are explained in docs/briefing.md; the sum ranks.</summary>
/// <param name="Novelty">0 … 4: how much of it the record did not know.</param>
/// <param name="Independence">0 … 2: how many sources tell it, copies counted once.</param>
/// <param name="Weight">0 … 1: the office of who acts or speaks. No state outweighs another.</param>
public readonly record struct Score(double Novelty, double Independence, double Weight)
{
    /// <summary>What a reader's own dossiers add.</summary>
    public const double OwnDossier = 4;

    private const double MostIndependence = 2;

    private static readonly string[] HighOffices = ["president", "prime minister", "chancellor", "king", "queen", "emir", "monarch", "secretary general", "secretary-general"];
    private static readonly string[] Offices = ["minister", "secretary", "ambassador", "commissioner", "general", "spokes", "governor", "chief", "envoy"];

    public double Sum => Novelty + Independence + Weight;

    /// <summary>One source 0, two 1, four 2.</summary>
    public static double OfSources(int sources) => Math.Min(MostIndependence, Math.Log2(Math.Max(1, sources)));

    public static double OfSources(ToldChange told) => OfSources(told.IndependentSources);

    public static double OfSpeaker(Speaker? speaker)
    {
        if (speaker is null) return 0.3;
        var role = speaker.Role?.ToLowerInvariant() ?? "";
        bool former = role.Contains("former", StringComparison.Ordinal) || role.StartsWith("ex-", StringComparison.Ordinal) || role.Contains("retired", StringComparison.Ordinal);
        double office = Array.Exists(HighOffices, o => role.Contains(o, StringComparison.Ordinal)) ? 1
            : Array.Exists(Offices, o => role.Contains(o, StringComparison.Ordinal)) ? 0.8
            : speaker.Sector is "GOV" or "MIL" or "LEG" or "JUD" ? 0.7
            : speaker.Sector is null && speaker.Code is not null ? 0.6
            : 0.4;
        return former ? office / 2 : office;
    }
}
