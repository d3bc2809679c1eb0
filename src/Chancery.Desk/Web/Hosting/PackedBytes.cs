using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Hosting;

/// <summary>An answer's bytes, packed once for all who take them so.</summary>
internal sealed class PackedBytes(byte[] bytes, string type) : IResult
{
    private const int WorthPacking = 1 << 10;

    private readonly Lazy<byte[]> _packed = new(() => Pack(bytes));

    public Task ExecuteAsync(HttpContext http)
    {
        var response = http.Response;
        response.ContentType = type;
        bool isPacked = bytes.Length >= WorthPacking && TakesBrotli(http.Request);
        if (isPacked) response.Headers.ContentEncoding = "br";
        response.Headers.Append("Vary", "Accept-Encoding");
        var sent = isPacked ? _packed.Value : bytes;
        response.ContentLength = sent.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(sent, http.RequestAborted).AsTask();
    }

    private static bool TakesBrotli(HttpRequest request) => request.Headers.AcceptEncoding.ToString().Split(',').Any(e => e.Split(';') is [var name, .. var more] && name.Trim() == "br" && more.All(m => m.Trim() != "q=0"));

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(bytes);
        return packed.ToArray();
    }
}
