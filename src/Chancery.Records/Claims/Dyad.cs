namespace Chancery.Records.Claims;

/// <summary>Two states or organisations, in ordinal order of their codes. Empty stands for a side that no report names.</summary>
public readonly record struct Dyad
{
    private const int CodeLength = 3;

    private Dyad(string first, string second) => (First, Second) = (first, second);

    public string First { get; }
    public string Second { get; }

    /// <summary>From codes with or without a sector behind them: "PSEREB" belongs to PSE.</summary>
    public static Dyad Of(string? one, string? other)
    {
        string a = State(one), b = State(other);
        return string.CompareOrdinal(a, b) <= 0 ? new Dyad(a, b) : new Dyad(b, a);
    }

    public bool Holds(string code) => First == code || Second == code;

    /// <summary><c>PAK-USA</c>: how the record's tables name it.</summary>
    public override string ToString() => $"{First}-{Second}";

    /// <exception cref="FormatException">Not as <see cref="ToString"/> writes it.</exception>
    public static Dyad Parse(string text) => text.Split('-') is [var first, var second] ? Of(first, second) : throw new FormatException($"“{text}” names no pair of states.");

    private static string State(string? code) => code is null ? "" : code.Length > CodeLength ? code[..CodeLength] : code;
}
