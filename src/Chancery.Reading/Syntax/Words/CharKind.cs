using System.Globalization;

namespace Chancery.Reading.Syntax.Words;

/// <summary>What a character is to the tokeniser. Marks and format characters count as letters: they never begin a word of their own.</summary>
internal enum CharKind : byte { Space, Lower, Upper, Digit, Other }

internal static class CharKinds
{
    private static readonly CharKind[] Ascii = [.. Enumerable.Range(0, 128).Select(c => Find((char)c))];

    public static CharKind Of(char c) => c < 128 ? Ascii[c] : Find(c);

    public static bool IsLetter(this CharKind kind) => kind is CharKind.Lower or CharKind.Upper;

    /// <summary>Quotation marks and apostrophes as they are on a typewriter, dashes of one width, everything else as it is.</summary>
    public static char Plain(char c) => c < 128 ? c : c switch
    {
        '’' or '‘' or '´' or '‛' or 'ʼ' or '′' => '\'',
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        '\u2010' or '\u2011' => '-',
        '\u2015' => '—',
        _ => char.ToLowerInvariant(c),
    };

    private static CharKind Find(char c)
    {
        if (char.IsWhiteSpace(c)) return CharKind.Space;
        if (char.IsUpper(c)) return CharKind.Upper;
        if (char.IsDigit(c)) return CharKind.Digit;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format => CharKind.Lower,
            _ => CharKind.Other,
        };
    }

    /// <summary>Whether a word may begin between two neighbours: never inside a surrogate pair, before a mark or beside a joiner.</summary>
    public static bool MayPart(char before, char after) =>
        after < 128 || (!char.IsLowSurrogate(after) && after != Joiner && before != Joiner
            && CharUnicodeInfo.GetUnicodeCategory(after) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark));

    private const char Joiner = '\u200d';
}
