using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Styles, scripts and pictures. Their names hold their hash, so they may be kept for ever.</summary>
internal static class AssetFiles
{
    public static void Map(DeskRoutes routes) => routes.GetForAnybody("/assets/{name}", visit =>
    {
        if (visit.Site.Assets.Find(visit.Step("name")) is not { } asset) throw new NothingHereException("There is no such file.");
        visit.Http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    });
}
