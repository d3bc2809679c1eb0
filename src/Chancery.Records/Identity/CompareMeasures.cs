using Chancery.Reports;

namespace Chancery.Records.Identity;

/// <summary>How likely two keys stand for one measure.</summary>
public static class CompareMeasures
{
    /// <summary>From here on keys are merged without asking: names that come to the same, between the same parties, of instruments of one family.</summary>
    public const double Safe = 0.9;

    /// <summary>From here on a merge is proposed.</summary>
    public const double WorthAsking = 0.5;

    private const double OtherInstrument = 0.92, SideMissing = 0.7, OneNameInTheOther = 0.75;

    /// <returns>0 … 1; symmetric.</returns>
    public static double Score(MeasureKey one, MeasureKey other)
    {
        if (one == other) return 1;
        double parties = Parties(one, other), instruments = Instruments(one.Instrument, other.Instrument);
        if (parties == 0 || instruments == 0) return 0;
        // A name bound to its report says too little to be asked about elsewhere.
        if (one.Within != other.Within) return 0;
        double score = parties * instruments * Names(one.Name, other.Name);
        return one.Within is not null || HasNoSide(one) || HasNoSide(other) ? Math.Min(score, Math.BitDecrement(WorthAsking)) : score;
    }

    private static bool HasNoSide(MeasureKey key) => key.Actor is null && key.Target is null;

    private static double Parties(MeasureKey one, MeasureKey other)
    {
        double score = Side(one.Actor, other.Actor) * Side(one.Target, other.Target);
        return score > 0 && score < SideMissing ? 0 : score;
    }

    private static double Side(string? one, string? other) => one == other ? 1 : one is null || other is null ? SideMissing : 0;

    private static double Instruments(Instrument one, Instrument other) => one == other ? 1 : Family(one) == Family(other) ? OtherInstrument : 0;

    private static Instrument Family(Instrument instrument) => instrument switch
    {
        Instrument.Training => Instrument.Aid,
        Instrument.Ban or Instrument.Tariff => Instrument.Sanctions,
        Instrument.Ceasefire => Instrument.Treaty,
        _ => instrument,
    };

    private static double Names(string one, string other)
    {
        if (one == other) return 1;
        if (Programmes.Known.Named(one) is not null || Programmes.Known.Named(other) is not null) return 0;
        string[] a = one.Split(' '), b = other.Split(' ');
        int shared = a.Count(w => b.Contains(w, StringComparer.Ordinal));
        if (shared == Math.Min(a.Length, b.Length)) return OneNameInTheOther;
        return (double)shared / (a.Length + b.Length - shared);
    }
}
