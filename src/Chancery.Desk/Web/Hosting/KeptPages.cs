using System.Text;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Answers as they were sent to readers without an account, by address and kind, as long as their tag holds: what many read at once is made once, and packed once.</summary>
public sealed class KeptPages
{
    private const int MostKept = 96, LongestAddress = 400, MostBytes = 1 << 20;

    private readonly UsedLately<(string Address, string Type), PackedBytes> _kept = new(MostKept);

    internal IResult Of(Visit visit, string tag, Func<Visit, PageContent> show)
    {
        if (Find(visit, DeskRoutes.PageType, tag) is { } kept) return kept;
        var content = show(visit);
        var page = Encoding.UTF8.GetBytes(Layout.Around(content, visit).ToString());
        return content.Status == StatusCodes.Status200OK ? Keep(visit, DeskRoutes.PageType, tag, page) : Results.Text(page, DeskRoutes.PageType, content.Status);
    }

    /// <summary>The same for an answer without a frame.</summary>
    internal IResult Of(Visit visit, string type, string tag, Func<byte[]> make) => Find(visit, type, tag) ?? Keep(visit, type, tag, make());

    private PackedBytes? Find(Visit visit, string type, string tag) =>
        visit.Account is null && _kept.TryGet((AddressOf(visit), type), out var kept) && kept.Tag == tag ? kept : null;

    private PackedBytes Keep(Visit visit, string type, string tag, byte[] bytes)
    {
        var made = new PackedBytes(bytes, type, tag);
        // An answer that names its next part is made anew: the header is no part of it.
        if (visit.Account is null && bytes.Length <= MostBytes && AddressOf(visit) is { Length: <= LongestAddress } address && visit.Http.Response.Headers.Link.Count == 0)
            _kept.Put((address, type), made);
        return made;
    }

    // The host too: feeds name it.
    private static string AddressOf(Visit visit) => $"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}" + visit.Http.Request.Path + visit.Http.Request.QueryString.Value;
}
