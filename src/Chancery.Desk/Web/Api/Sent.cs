using Chancery.Desk.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Api;

/// <summary>An answer made of the record alone: where the record is as it was, it is not made again.</summary>
internal static class Sent
{
    /// <param name="concerns">See <see cref="Freshness.TagOf"/>.</param>
    public static IResult Of(Visit visit, string type, Func<byte[]> make, Func<Visit, string>? concerns = null)
    {
        var tag = Freshness.TagOf(visit, concerns);
        return Freshness.IsKnown(visit.Http, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : visit.Site.Pages.Of(visit, type, tag, make);
    }
}
