using System.Runtime.CompilerServices;

namespace Chancery.Reading.Statements;

/// <summary>
/// 32-bit hashes of words and of features. They name features in the shipped model: a change here asks for a new training.
/// </summary>
internal static class Hash
{
    public static uint Of(string word)
    {
        uint h = 2166136261;
        foreach (char c in word) h = (h ^ c) * 16777619;
        return Finish(h);
    }

    public static uint OfLower(string word)
    {
        uint h = 2166136261;
        foreach (char c in word) h = (h ^ (c < 128 ? c is >= 'A' and <= 'Z' ? (uint)(c | 32) : c : char.ToLowerInvariant(c))) * 16777619;
        return Finish(h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Join(uint a, uint b) => (a ^ (b + 0x9E3779B9 + (a << 6) + (a >> 2))) * 0x85EBCA6B;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}

/// <summary>The features of one decision, as hashes. Reused from decision to decision.</summary>
internal sealed class FeatureList
{
    private uint[] _features = new uint[256];

    public int Count { get; private set; }
    public ReadOnlySpan<uint> Features => _features.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint kind) => Put(Hash.Finish(kind * 0x9E3779B1));
    public void Add(uint kind, uint a) => Put(Hash.Finish(Hash.Join(kind * 0x9E3779B1, a)));
    public void Add(uint kind, uint a, uint b) => Put(Hash.Finish(Hash.Join(Hash.Join(kind * 0x9E3779B1, a), b)));
    public void Add(uint kind, uint a, uint b, uint c) =>
        Put(Hash.Finish(Hash.Join(Hash.Join(Hash.Join(kind * 0x9E3779B1, a), b), c)));

    private void Put(uint feature)
    {
        if (Count == _features.Length) Array.Resize(ref _features, 2 * Count);
        _features[Count++] = feature;
    }
}
