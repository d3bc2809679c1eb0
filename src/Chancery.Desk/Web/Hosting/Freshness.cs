using Chancery.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Tells whether a browser has the newest answer already: answers made of the record alone change with the record, the day and the product.</summary>
internal static class Freshness
{
    /// <param name="concerns">Says how far the record has come in what the answer is about; null where it is about all of it.</param>
    public static string TagOf(Visit visit, Func<Visit, string>? concerns = null)
    {
        var version = visit.Ledger.Version;
        var about = concerns is null ? $"{version.Reports:x}" : $"{concerns(visit)}.{visit.Site.ReadAgain.Of(visit.Ledger, version):x}";
        var reader = visit.Account is { } account ? account.Stamp[..8] : "";
        return $"W/\"{about}-{version.Decisions:x}-{visit.Today.Year:x}{visit.Today.DayOfYear:x}-{visit.Site.Assets.NameOf("desk.css").Split('.')[1]}{reader}\"";
    }

    /// <summary>For answers about the two states that the path names.</summary>
    public static string Pair(Visit visit) => Of(visit.Ledger.VersionOf(visit.Between()));

    public static string Of(PairVersion version) => $"{version.Changes:x}.{version.Events:x}.{version.Signals:x}";

    /// <summary>Sets the tag on the answer.</summary>
    /// <returns>Whether the request names it.</returns>
    public static bool IsKnown(HttpContext http, string tag)
    {
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Accept, Cookie";
        return !StringValues.IsNullOrEmpty(http.Request.Headers.IfNoneMatch)
            && EntityTagHeaderValue.TryParseList([.. http.Request.Headers.IfNoneMatch.OfType<string>()], out var known)
            && known.Any(k => k.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
    }
}
