namespace Chancery.Reading.Times;

/// <summary>A set of grammar symbols (word classes and the literal words of patterns), at most 256.</summary>
internal readonly record struct SymbolSet(ulong A, ulong B, ulong C, ulong D)
{
    public const int Capacity = 256;

    public bool Has(int symbol) => ((symbol >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D } >> (symbol & 63) & 1) != 0;

    public SymbolSet With(int symbol)
    {
        ulong bit = 1UL << (symbol & 63);
        return (symbol >> 6) switch
        {
            0 => this with { A = A | bit },
            1 => this with { B = B | bit },
            2 => this with { C = C | bit },
            _ => this with { D = D | bit },
        };
    }
}
