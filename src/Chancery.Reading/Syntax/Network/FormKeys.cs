namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// What the network knows a form by: two keys for the tables of words, and the rows of its beginnings, endings and shape in the table
/// of affixes. All of it depends on the form alone.
/// </summary>
internal static class FormKeys
{
    /// <summary>The most affixes that <see cref="Affixes"/> gives.</summary>
    public const int MostAffixes = 12;

    // Longer forms are addresses and rubbish; their beginning says enough.
    private const int LongestForm = 64;
    private const int LongestPrefix = 4, LongestSuffix = 5, LongestShape = 12;
    private const ulong Seed = 0xCBF29CE484222325, Prime = 0x100000001B3;

    /// <summary>Key of the form in small letters, for the table of word vectors.</summary>
    public static long Vector(ReadOnlySpan<char> form)
    {
        Span<char> letters = stackalloc char[LongestForm];
        return (long)Hash(0, Small(form, letters, digits: false));
    }

    /// <summary>Key of the form in small letters with every digit a 0, for the table of trained words.</summary>
    public static long Word(ReadOnlySpan<char> form)
    {
        Span<char> letters = stackalloc char[LongestForm];
        return (long)Hash(0, Small(form, letters, digits: true));
    }

    /// <summary>The form's rows in a table of affixes of a size that is a power of two.</summary>
    /// <returns>How many rows were written.</returns>
    public static int Affixes(ReadOnlySpan<char> form, int tableSize, Span<int> rows)
    {
        Span<char> buffer = stackalloc char[LongestForm], shape = stackalloc char[LongestShape];
        var letters = Small(form, buffer, digits: true);
        int count = 0;
        for (int length = 1; length <= Math.Min(LongestPrefix, letters.Length); length++)
            rows[count++] = Row((ulong)length, letters[..length]);
        for (int length = 1; length <= Math.Min(LongestSuffix, letters.Length); length++)
            rows[count++] = Row(16 + (ulong)length, letters[^length..]);
        rows[count++] = Row(32, Shape(form, shape));
        rows[count++] = Row(33, form.Length > LongestForm ? form[..LongestForm] : form);
        return count;

        int Row(ulong kind, ReadOnlySpan<char> text) => (int)(Hash(kind, text) & (ulong)(tableSize - 1));
    }

    private static ReadOnlySpan<char> Small(ReadOnlySpan<char> form, Span<char> letters, bool digits)
    {
        int length = Math.Min(form.Length, letters.Length);
        for (int i = 0; i < length; i++)
            letters[i] = digits && char.IsAsciiDigit(form[i]) ? '0' : char.ToLowerInvariant(form[i]);
        return letters[..length];
    }

    /// <summary>"Xxd" for "Iran5": capitals, small letters and digits, never more than two of a kind in a row.</summary>
    private static ReadOnlySpan<char> Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        int length = 0;
        foreach (char c in form)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            if (length >= 2 && shape[length - 1] == kind && shape[length - 2] == kind) continue;
            if (length == shape.Length) break;
            shape[length++] = kind;
        }
        return shape[..length];
    }

    /// <summary>FNV-1a over code units, its bits mixed once more at the end so that the low ones can stand for all.</summary>
    private static ulong Hash(ulong kind, ReadOnlySpan<char> text)
    {
        ulong hash = (Seed ^ kind) * Prime;
        foreach (char c in text) hash = (hash ^ c) * Prime;
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }
}
