using System.Collections.Concurrent;
using System.Text;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Pages as they were sent to readers without an account, by address, as long as their tag holds: what many read at once is made once.</summary>
public sealed class KeptPages
{
    private const int MostKept = 96, LongestAddress = 400, MostBytes = 1 << 20;

    private readonly ConcurrentDictionary<string, (string Tag, byte[] Page)> _kept = new(StringComparer.Ordinal);

    internal IResult Of(Visit visit, string tag, Func<Visit, PageContent> show)
    {
        var address = visit.Http.Request.Path + visit.Http.Request.QueryString.Value;
        bool isFor = visit.Account is null && address.Length <= LongestAddress;
        if (isFor && _kept.TryGetValue(address, out var kept) && kept.Tag == tag) return Results.Bytes(kept.Page, DeskRoutes.PageType);
        var content = show(visit);
        var page = Encoding.UTF8.GetBytes(Layout.Around(content, visit).ToString());
        if (isFor && content.Status == StatusCodes.Status200OK && page.Length <= MostBytes)
        {
            if (_kept.Count >= MostKept) _kept.Clear();
            _kept[address] = (tag, page);
        }
        return content.Status == StatusCodes.Status200OK ? Results.Bytes(page, DeskRoutes.PageType) : Results.Text(page, DeskRoutes.PageType, content.Status);
    }
}
