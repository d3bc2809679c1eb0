namespace Chancery.Reading.Pages;

/// <summary>How much of one page is taken in. Larger ones are refused with a reason, so that memory stays bounded.</summary>
public static class InputLimits
{
    /// <summary>Bytes of one page, decompressed: 32 MiB. The largest news pages are under 5.</summary>
    public const int PageBytes = 32 << 20;

    /// <summary>Bytes of one JSON line: 64 MiB, since escapes may double a page.</summary>
    public const int LineBytes = 64 << 20;
}
