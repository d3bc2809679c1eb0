namespace Chancery.Reports;

/// <summary>Half-open range of UTF-16 offsets into <see cref="Report.Text"/>: <c>[Start, End)</c>. May be empty, never negative.</summary>
/// <exception cref="ArgumentOutOfRangeException">Start is negative or End lies before Start.</exception>
public readonly record struct Span : IComparable<Span>
{
    public Span(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public int Start { get; }
    public int End { get; }
    public int Length => End - Start;
    public bool IsEmpty => End == Start;

    public bool Contains(int offset) => Start <= offset && offset < End;
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public Span Cover(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
    public string Cut(string text) => text.Substring(Start, Length);

    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);
    public override string ToString() => $"[{Start},{End})";
}
