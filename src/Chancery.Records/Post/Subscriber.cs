using System.Globalization;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records.Post;

/// <summary>What a subscriber chose.</summary>
/// <param name="Zone">IANA name of their time zone.</param>
/// <param name="Evening">When they want it, by their own clock.</param>
/// <param name="Language">How dates are written.</param>
/// <param name="Quiet">Whether a quiet evening sends a line, or nothing.</param>
public sealed record Choices(string Zone, LocalTime Evening, string Language, Interest Interest, bool Quiet)
{
    public static readonly Choices Usual = new("Etc/UTC", new LocalTime(18, 0), "en", Interest.Everything, Quiet: true);

    /// <summary>"PAK-USA SWE-TZA", in ordinal order.</summary>
    public string Dossiers => string.Join(' ', Interest.Dossiers.Select(d => d.ToString()).Order(StringComparer.Ordinal));

    /// <exception cref="FormatException">A word names no pair.</exception>
    public static IReadOnlySet<Dyad> ReadDossiers(string text) =>
        text.Split((char[]?)[' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Pair).ToHashSet();

    private static Dyad Pair(string word) =>
        word.ToUpperInvariant().Split('-') is [{ Length: 3 } one, { Length: 3 } other] && (one + other).All(char.IsAsciiLetterUpper)
            ? Dyad.Of(one, other) : throw new FormatException($"“{word}” names no two states; write their codes, such as SWE-TZA.");
}

/// <summary>Somebody who asked for the briefing.</summary>
/// <param name="Number">Drawn at random, never given twice; says nothing about the person.</param>
/// <param name="Confirmed">When they said that the address is theirs; null before.</param>
public sealed record Subscriber(long Number, string Address, Instant Asked, Instant? Confirmed, Choices Choices)
{
    public string Host => HostOf(Address);

    public static string HostOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <summary>By which two spellings of one address are told to be one: without regard to case.</summary>
    public static string KeyOf(string address) => address.ToLower(CultureInfo.InvariantCulture);
}
