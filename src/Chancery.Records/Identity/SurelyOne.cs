using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Identity;

/// <summary>
/// Whether two claims that are kept together under one measure surely speak of the same thing, and not of two like it or of a part and its whole. Kept together they are
/// either way (decision 0085); what is not sure is said to be perhaps several.
/// </summary>
public static class SurelyOne
{
    /// <summary>Days that a report dates something to, at most, for it to be told from the next.</summary>
    private const int Narrow = 7;

    /// <summary>Imposed twice so many days apart, and never ended in between: these are two.</summary>
    private const int Again = 31;

    /// <summary>So many claims at most are compared each with each; of more, the first and the last.</summary>
    private const int MostCompared = 32;

    public static bool Of(ChangeClaim one, ChangeClaim other) => Of(MeasureKey.Of(one), one.Change, one.Date, one.Quantity, MeasureKey.Of(other), other.Change, other.Date, other.Quantity);

    /// <summary>Whether that is so of each two.</summary>
    public static bool All(IReadOnlyList<ChangeClaim> claims)
    {
        var compared = claims.Count <= MostCompared ? claims : [.. claims.Take(MostCompared / 2), .. claims.TakeLast(MostCompared / 2)];
        MeasureKey[] keys = [.. compared.Select(MeasureKey.Of)];
        for (int i = 0; i < keys.Length; i++)
            for (int j = i + 1; j < keys.Length; j++)
                if (!Of(keys[i], compared[i].Change, compared[i].Date, compared[i].Quantity, keys[j], compared[j].Change, compared[j].Date, compared[j].Quantity)) return false;
        return true;
    }

    public static bool Of(
        MeasureKey key, ChangeKind change, DescribedTime date, string? quantity, MeasureKey otherKey, ChangeKind otherChange, DescribedTime otherDate, string? otherQuantity)
    {
        // What has a number on it is an instalment, not the whole.
        if (quantity != otherQuantity && key.Instrument is Instrument.Aid or Instrument.Deployment) return false;
        bool areDated = IsNarrow(date) && IsNarrow(otherDate), isUmbrella = key.IsUmbrella || otherKey.IsUmbrella;
        return (Brings(change), Brings(otherChange)) switch
        {
            // Sanctions that are lifted, eased or evaded are those that are there; troops that leave may be these or those.
            (false, false) => !isUmbrella || key.Instrument == Instrument.Sanctions,
            (true, true) when isUmbrella => areDated && Apart(date, otherDate) <= 0,
            (true, true) when IsRepeatable(key.Instrument) && key.IsBare => areDated && Apart(date, otherDate) < Again,
            (true, true) => !IsRepeatable(key.Instrument) || !areDated || Apart(date, otherDate) < Again,
            _ => !isUmbrella,
        };
    }

    /// <summary>Whether a change may bring a further measure beside those that are there; all others speak of what is there already.</summary>
    private static bool Brings(ChangeKind change) => change is ChangeKind.Impose or ChangeKind.Extend or ChangeKind.Authorise or ChangeKind.Waive;

    private static bool IsRepeatable(Instrument instrument) => instrument is Instrument.Sanctions or Instrument.Ban or Instrument.Tariff or Instrument.Aid or Instrument.Deployment or Instrument.Other;

    private static bool IsNarrow(DescribedTime date) => date is { From: { } from, To: { } to } && Period.DaysBetween(from, to) <= Narrow;

    /// <summary>Days between the end of the one and the beginning of the other; none where they meet.</summary>
    private static int Apart(DescribedTime one, DescribedTime other) =>
        Math.Max(0, Math.Max(Period.DaysBetween(one.To!.Value, other.From!.Value) + 1, Period.DaysBetween(other.To!.Value, one.From!.Value) + 1));
}
