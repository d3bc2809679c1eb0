using System.Runtime.CompilerServices;

namespace Chancery.Reading.Syntax.Words;

/// <summary>Hashes of forms and features that stay the same for ever: models are addressed by them.</summary>
internal static class Hash
{
    public const uint Start = 2166136261;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Step(uint hash, uint value) => (hash ^ value) * 16777619;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint a, uint b = 0, uint c = 0)
    {
        uint h = (template * 0x9E3779B1u) ^ a;
        h = ((h ^ (h >> 15)) * 0x85EBCA77u) ^ b;
        h = ((h ^ (h >> 13)) * 0xC2B2AE3Du) ^ c;
        h = (h ^ (h >> 16)) * 0x27D4EB2Fu;
        return h ^ (h >> 15);
    }

    /// <summary>A stretch of text with case and typographic marks folded.</summary>
    public static uint Folded(ReadOnlySpan<char> text)
    {
        uint hash = Start;
        foreach (char c in text) hash = Step(hash, Fold(c));
        return hash;
    }

    public static char Fold(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c) : CharKinds.Plain(c);
}
