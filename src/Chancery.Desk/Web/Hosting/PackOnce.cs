using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Packs answers for those who take them packed, but not what is packed already (<see cref="PackedBytes"/>).</summary>
internal sealed class PackOnce(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) => context.Response.Headers.ContentEncoding.Count == 0 && base.ShouldCompressResponse(context);
}
