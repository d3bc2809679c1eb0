namespace Chancery.Reading.Times;

/// <summary>FNV-1a over what a feature is made of. The same on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class FeatureHash
{
    public static uint Of(ReadOnlySpan<char> text, uint seed = 2166136261)
    {
        foreach (char c in text) seed = (seed ^ char.ToLowerInvariant(c)) * 16777619;
        return seed;
    }

    public static uint With(uint seed, uint value)
    {
        for (int shift = 0; shift < 32; shift += 8) seed = (seed ^ (value >> shift & 255)) * 16777619;
        return seed;
    }

    /// <summary>Digits count as one another, so that "1998" and "2003" are the same word.</summary>
    public static uint OfShape(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ (char.IsAsciiDigit(c) ? '#' : char.ToLowerInvariant(c))) * 16777619;
        return hash;
    }
}
