using System.Text;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Hosting;

/// <summary>
/// Answers as they were sent to readers without an account, by address and kind, as long as their tag holds: what many read at once is made once, and packed once. Of those who ask for
/// one that has to be made anew, the first makes it and the others wait: when the record grows, all readers of a page come at once.
/// </summary>
public sealed class KeptPages
{
    private const int MostKept = 96, LongestAddress = 400, MostBytes = 1 << 20;

    private readonly UsedLately<(string Address, string Type), Kept> _kept = new(MostKept);

    /// <param name="Made">The answer, made when first asked for, and whether others may have it.</param>
    private sealed record Kept(string Tag, Lazy<(IResult Answer, bool IsForAll)> Made);

    internal IResult Of(Visit visit, string tag, Func<Visit, PageContent> show) => Of(visit, DeskRoutes.PageType, tag, () =>
    {
        var content = show(visit);
        return (Encoding.UTF8.GetBytes(Layout.Around(content, visit).ToString()), content.Status);
    });

    /// <summary>The same for an answer without a frame.</summary>
    internal IResult Of(Visit visit, string type, string tag, Func<byte[]> make) => Of(visit, type, tag, () => (make(), StatusCodes.Status200OK));

    private IResult Of(Visit visit, string type, string tag, Func<(byte[] Bytes, int Status)> make)
    {
        if (visit.Account is not null || AddressOf(visit) is not { Length: <= LongestAddress } address) return Make(visit, type, make).Answer;
        var own = new Kept(tag, new(() => Make(visit, type, make)));
        var kept = _kept.PutUnless((address, type), own, other => other.Tag == tag);
        try
        {
            var (answer, isForAll) = kept.Made.Value;
            if (isForAll) return answer;
            _kept.Remove((address, type));
            return ReferenceEquals(kept, own) ? answer : Make(visit, type, make).Answer;
        }
        catch
        {
            // What failed once may do next time.
            _kept.Remove((address, type));
            throw;
        }
    }

    private static (IResult Answer, bool IsForAll) Make(Visit visit, string type, Func<(byte[] Bytes, int Status)> make)
    {
        var (bytes, status) = make();
        if (status != StatusCodes.Status200OK) return (Results.Text(bytes, type, status), false);
        // An answer that names its next part is made anew: the header is no part of it.
        return (new PackedBytes(bytes, type), bytes.Length <= MostBytes && visit.Http.Response.Headers.Link.Count == 0);
    }

    // The host too: feeds name it.
    private static string AddressOf(Visit visit) => $"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}" + visit.Http.Request.Path + visit.Http.Request.QueryString.Value;
}
