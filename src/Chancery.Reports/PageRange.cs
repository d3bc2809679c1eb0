namespace Chancery.Reports;

/// <summary>Half-open range of UTF-16 offsets into the decoded page, before any entity is resolved. Not to be mixed with <see cref="Span"/>.</summary>
public readonly record struct PageRange(int Start, int End)
{
    public int Length => End - Start;
}
