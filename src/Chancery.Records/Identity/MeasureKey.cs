using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Identity;

/// <summary>
/// What a claim says of which measure it speaks of: claims with the same key speak of the same measure. A state's government is the state. Parties of
/// a treaty, of relations and of a ceasefire stand in ordinal order, for none of them does it to the other.
/// </summary>
/// <param name="Name">See <see cref="NameOf"/>.</param>
/// <param name="Within">
/// The report to which the name is bound, where it says too little to be the same elsewhere ("the agreement" with an unnamed side). A ceasefire needs one side only: a country
/// has one at a time.
/// </param>
public sealed record MeasureKey(Instrument Instrument, string? Actor, string? Target, string Name, string? Within = null)
{
    private const string Government = "GOV";

    public static MeasureKey Of(ChangeClaim claim) => Of(claim.Instrument, claim.Actor, claim.Target, claim.Measure, claim.Source.ReportId);

    public static MeasureKey Of(Instrument instrument, string? actor, string? target, string measure, string report)
    {
        var name = NameOf(measure);
        var programme = Programmes.Known.Named(name);
        if (programme is not null) instrument = programme.Instrument;
        (actor, target) = (State(actor), State(target));
        if (IsMutual(instrument, name) && string.CompareOrdinal(actor ?? "", target ?? "") > 0) (actor, target) = (target, actor);
        var key = new MeasureKey(instrument, actor, target, name);
        bool isBound = programme is null && (actor is null && target is null || (actor is null || target is null) && key.IsBare && !key.IsUmbrella && instrument != Instrument.Ceasefire);
        return isBound ? key with { Within = report } : key;
    }

    /// <summary>A measure's name in the form names are compared in.</summary>
    public static string NameOf(string measure) => MeasureName.Of(measure);

    /// <summary>Whether the name says no more than what kind of measure it is.</summary>
    public bool IsBare => MeasureName.IsBare(Name);

    /// <summary>
    /// Whether the name is bare and of a kind of which two states may have several at once that reports call alike: sanctions, aid, troops. Such claims are kept
    /// together and said to be perhaps several.
    /// </summary>
    public bool IsUmbrella => IsBare && Instrument is (Instrument.Sanctions or Instrument.Aid or Instrument.Deployment);

    /// <summary>The name of the whole that a named programme is known to be a part of; null for all others.</summary>
    public static string? WholeOf(string measure) => Programmes.Known.Named(NameOf(measure))?.Whole;

    /// <summary>Whether neither side does it to the other. An embassy is one side's; relations are both sides'.</summary>
    private static bool IsMutual(Instrument instrument, string name) =>
        instrument is Instrument.Treaty or Instrument.Ceasefire || instrument == Instrument.Relations && name.Split(' ').Contains("relations");

    private static string? State(string? code) => code is not null && code.EndsWith(Government, StringComparison.Ordinal) && code.Length > Government.Length ? code[..^Government.Length] : code;

    public override string ToString() => $"{Instrument.ToString().ToLowerInvariant()}|{Actor}|{Target}|{Name}{(Within is null ? "" : "|" + Within)}";
}
