using Microsoft.AspNetCore.Http.Features;

namespace Chancery.Desk.Web.Hosting;

/// <summary>How much a request may bring.</summary>
internal static class Limits
{
    /// <summary>A request without an upload.</summary>
    public const long RequestBytes = 1 << 20;

    /// <summary>A request that brings a file.</summary>
    public const long UploadBytes = 33L << 20;
    private const int FormFields = 64, TextBytes = 4 << 20;

    public const int AddressBytes = 8 << 10;
    public static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(15);

    public static void Configure(FormOptions form)
    {
        form.ValueCountLimit = FormFields;
        form.ValueLengthLimit = TextBytes;
        form.MultipartBodyLengthLimit = UploadBytes;
        form.MultipartHeadersLengthLimit = 8 << 10;
        form.KeyLengthLimit = 100;
    }
}
