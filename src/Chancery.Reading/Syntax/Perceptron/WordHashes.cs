namespace Chancery.Reading.Syntax.Perceptron;

/// <summary>What the features see of a word: numbers for its form, endings, beginning and shape.</summary>
internal readonly struct WordHashes
{
    public readonly uint Lower, Suffix1, Suffix2, Suffix3, Suffix4, Prefix2, Prefix3, Shape;

    public WordHashes(string form)
    {
        int n = form.Length;
        uint lower = Start, shape = Start, prefix2 = 0, prefix3 = 0;
        char previous = '\0';
        int run = 0;
        for (int i = 0; i < n; i++)
        {
            char c = char.ToLowerInvariant(form[i]);
            lower = Step(lower, char.IsAsciiDigit(c) ? '0' : c);
            if (i == 1) prefix2 = lower;
            if (i == 2) prefix3 = lower;
            char kind = KindOf(form[i]);
            run = kind == previous ? run + 1 : 0;
            if (run < 2) shape = Step(shape, kind);
            previous = kind;
        }
        (Lower, Shape, Prefix2, Prefix3) = (lower, shape, prefix2, prefix3);
        uint suffix = Start + 1;
        for (int k = 1; k <= 4 && k <= n; k++)
        {
            suffix = Step(suffix, char.ToLowerInvariant(form[n - k]));
            if (k == 1) Suffix1 = suffix;
            if (k == 2) Suffix2 = suffix;
            if (k == 3) Suffix3 = suffix;
            if (k == 4) Suffix4 = suffix;
        }
    }

    private const uint Start = 2166136261;

    private static uint Step(uint hash, uint value) => (hash ^ value) * 16777619;

    private static char KindOf(char c) =>
        char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
}
