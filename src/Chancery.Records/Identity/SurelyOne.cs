using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Records.Identity;

/// <summary>
/// Whether claims that are kept together under one measure surely speak of the same thing, and not of two like it or of a part and its whole. Kept together they are
/// either way (decision 0085); what is not sure is said to be perhaps several. What each kind of measure asks for was chosen for what it costs in wrong assertions
/// (decision 0108).
/// </summary>
public static class SurelyOne
{
    /// <summary>Imposed twice so many days apart: these are two.</summary>
    private const int Again = 31;

    /// <summary>Troops that leave, told so many days apart at most, are the same troops.</summary>
    private const int SameTroops = 14;

    /// <summary>Bare sanctions between two states, and a country's ceasefire, are the same for so many days.</summary>
    private const int Season = 120;

    /// <summary>So many claims at most are compared each with each; of more, the latest.</summary>
    private const int MostCompared = 64;

    private const string UnitedNations = "UNO";

    public static bool Of(ChangeClaim one, ChangeClaim other) => Of(new Mention(one), new Mention(other));

    /// <summary>The claims by what they surely speak of: those that a chain of sure pairs binds stand together. One part where nothing is in doubt.</summary>
    /// <param name="claims">All of one measure.</param>
    /// <param name="decided">What a person said of two claims: one, not one, or nothing.</param>
    /// <returns>In the order of publication, whatever the order of recording.</returns>
    public static IReadOnlyList<IReadOnlyList<ChangeClaim>> Parts(IEnumerable<ChangeClaim> claims, Func<ChangeClaim, ChangeClaim, bool?> decided)
    {
        var mentions = claims.Select(c => new Mention(c)).ToList();
        mentions.Sort(Mention.ByTold);
        if (mentions.Count > MostCompared) mentions.RemoveRange(0, mentions.Count - MostCompared);
        var part = Enumerable.Range(0, mentions.Count).ToArray();
        for (int i = 0; i < part.Length; i++)
            for (int j = i + 1; j < part.Length; j++)
                if (part[i] != part[j] && AreOne(mentions[i], mentions[j])) Join(part[i], part[j]);
        return [.. Enumerable.Range(0, part.Length).GroupBy(i => part[i]).Select(g => (IReadOnlyList<ChangeClaim>)[.. g.Select(i => mentions[i].Claim)])];

        // Different names stand under one measure only where a person put them there.
        bool AreOne(Mention one, Mention other) => decided(one.Claim, other.Claim) ?? (!HaveOneName(one, other) || Of(one, other));

        void Join(int one, int other)
        {
            for (int i = 0; i < part.Length; i++)
                if (part[i] == Math.Max(one, other)) part[i] = Math.Min(one, other);
        }
    }

    private static bool HaveOneName(Mention one, Mention other) =>
        one.Key.Name == other.Key.Name && one.Key.Within == other.Key.Within && one.Key.Actor == other.Key.Actor && one.Key.Target == other.Key.Target;

    private static bool Of(Mention one, Mention other) =>
        HaveOneName(one, other) && one.TellsPart == other.TellsPart && one.TellsSeveral == other.TellsSeveral
        && IsOne(one.Key.Instrument, one, other) && (one.Key.Instrument == other.Key.Instrument || IsOne(other.Key.Instrument, one, other));

    private static bool IsOne(Instrument instrument, Mention one, Mention other)
    {
        bool bothBring = one.Brings && other.Brings;
        return instrument switch
        {
            Instrument.Relations => true,
            Instrument.Treaty => !(bothBring && one.IsBare && one.IsBeyond(Again, other)),
            Instrument.Ceasefire => one.Key.Actor is null || one.Key.Target is null ? one.IsWithin(Season, other) : !bothBring || !one.IsBare || AreNear(one, other),
            Instrument.Ban or Instrument.Tariff => bothBring ? AreNear(one, other) : !one.IsBare || one.IsWithin(Again - 1, other),
            Instrument.Other => IsAtHome(one.Key) && (!bothBring || AreNear(one, other)),
            Instrument.Deployment => AreSameTroops(one, other),
            Instrument.Aid or Instrument.Training => IsSameAid(one, other, bothBring),
            Instrument.Sanctions => AreSameSanctions(one, other, bothBring),
            _ => false,
        };
    }

    /// <summary>An emergency is declared by a state at home; what is told of another's is something else.</summary>
    private static bool IsAtHome(MeasureKey key) => key.Actor == key.Target || !key.Name.Split(' ').Contains("emergency");

    private static bool AreNear(Mention one, Mention other) => one.DaysApart(other) is { } days ? days < Again : one.IsWithin(Again - 1, other);

    // What has a number on it is an instalment, not the whole.
    private static bool AreSameTroops(Mention one, Mention other) =>
        one.Claim.Quantity == other.Claim.Quantity && one.Lessens == other.Lessens && one.Brings == other.Brings && one.IsWithin(SameTroops, other)
        && (!one.Brings || one.Claim.Change == other.Claim.Change);

    private static bool IsSameAid(Mention one, Mention other, bool bothBring)
    {
        if (one.Claim.Quantity != other.Claim.Quantity || one.Lessens != other.Lessens) return false;
        if (one.IsBare) return bothBring && (one.IsWithin(0, other) || one.DaysApart(other) == 0);
        return !bothBring || one.IsWithin(Again, other);
    }

    /// <summary>The United Nations have one regime of sanctions for a state; a state adds listing to listing, and calls them all sanctions.</summary>
    private static bool AreSameSanctions(Mention one, Mention other, bool bothBring)
    {
        if (one.Key.Actor == UnitedNations) return true;
        if (!one.IsBare) return !bothBring || AreNear(one, other);
        if (!bothBring) return !one.Brings && !other.Brings && !one.Ended && !other.Ended && one.IsWithin(Season, other);
        return one.Happened && other.Happened && one.Claim.Change == other.Claim.Change
            && (one.IsOfReportOf(other) || one.DaysApart(other) == 0 && one.IsWithin(Again, other));
    }
}
