namespace Chancery.Desk.Web.Hosting;

/// <summary>How much a request may bring.</summary>
internal static class Limits
{
    /// <summary>A request without an upload.</summary>
    public const long RequestBytes = 1 << 20;
    public const int AddressBytes = 8 << 10;
    public static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(15);
}
