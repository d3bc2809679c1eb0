using Chancery.Desk.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Api;

/// <summary>An answer made of the record alone: where the record is as it was, it is not made again.</summary>
internal static class Sent
{
    public static IResult Of(Visit visit, string type, Func<byte[]> make) =>
        Freshness.IsKnown(visit.Http, Freshness.TagOf(visit)) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(make(), type);
}
