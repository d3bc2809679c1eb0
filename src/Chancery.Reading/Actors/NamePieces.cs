using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// The pieces a name is matched by: words cut at hyphens, without full stops and apostrophes, accents taken off, lower case. So
/// <c>U.S.</c> is <c>US</c>, <c>al-Qaeda</c> is <c>al Qaeda</c> and <c>Erdoğan</c> is <c>Erdogan</c>, however the words were cut.
/// </summary>
internal static class NamePieces
{
    private const char FirstAccented = 'À';

    // À (U+00C0) to ſ (U+017F), in order; a blank marks letters that stay as they are
    private const string Plain =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Takes the next piece from a word, from <paramref name="at"/> on, into the buffer. False at the end of the word.</summary>
    /// <param name="length">How many characters of the buffer the piece fills; a piece longer than the buffer is cut.</param>
    public static bool Next(ReadOnlySpan<char> word, ref int at, Span<char> buffer, out int length)
    {
        length = 0;
        while (at < word.Length)
        {
            char c = word[at++];
            if (IsHyphen(c))
            {
                if (length > 0) return true;
                continue;
            }
            if (IsSilent(c)) continue;
            if (length < buffer.Length) buffer[length++] = Fold(c);
        }
        return length > 0;
    }

    public static List<string> Of(string name)
    {
        var pieces = new List<string>();
        Span<char> buffer = stackalloc char[64];
        foreach (var word in name.Replace("'s ", " 's ", StringComparison.Ordinal).Replace(",", " ,", StringComparison.Ordinal).Split(' '))
            for (int at = 0; Next(word, ref at, buffer, out int length);)
                pieces.Add(new string(buffer[..length]));
        return pieces;
    }

    /// <summary>The name as one key: its pieces with a blank between.</summary>
    public static string Key(string name) => string.Join(' ', Of(name));

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑' or '/';

    private static bool IsSilent(char c) => c is '.' or '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '\u00AD';

    private static char Fold(char c)
    {
        if (c < 0x80) return (uint)(c - 'A') <= 25 ? (char)(c | 0x20) : c;
        int place = c - FirstAccented;
        if ((uint)place < (uint)Plain.Length && Plain[place] != ' ') return Plain[place];
        return c is 'ə' or 'Ə' ? 'e' : char.ToLowerInvariant(c);
    }
}
