using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Identity;

/// <summary>What a claim says of which measure it speaks of: claims with the same key speak of the same measure.</summary>
/// <param name="Name">See <see cref="NameOf"/>.</param>
public sealed record MeasureKey(Instrument Instrument, string? Actor, string? Target, string Name)
{
    public static MeasureKey Of(ChangeClaim claim) => new(claim.Instrument, claim.Actor, claim.Target, NameOf(claim.Measure));

    /// <summary>A measure's name in the form names are compared in.</summary>
    public static string NameOf(string measure) => string.Join(' ', measure.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public override string ToString() => $"{Instrument.ToString().ToLowerInvariant()}|{Actor}|{Target}|{Name}";
}
