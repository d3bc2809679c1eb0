using Chancery.Desk.Fetching;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Desk.Web.Feeds;

/// <summary>
/// Follows the links of a feed's entries to the articles themselves, for feeds that carry only teasers: as politely as feeds are asked, and nowhere a feed would not be fetched from.
/// Where an article cannot be had, the entry stands for it.
/// </summary>
public sealed class ReadArticles(FetchAddress fetch, PoliteHosts hosts)
{
    public async Task<IReadOnlyList<Received>> OfAsync(IReadOnlyList<Page> entries, CancellationToken cancel)
    {
        var articles = new List<Received>();
        foreach (var entry in entries) articles.AddRange(await OfAsync(entry, cancel).ConfigureAwait(false));
        return articles;
    }

    private async Task<IReadOnlyList<Received>> OfAsync(Page entry, CancellationToken cancel)
    {
        IReadOnlyList<Received> itself = [Received.Of(entry)];
        if (Html.Link.Web(entry.Url) is not { } address) return itself;
        try
        {
            if (!await hosts.MayAskAsync(address, cancel).ConfigureAwait(false)) return itself;
            var answer = fetch.FetchIfChanged(address, null, null);
            var article = ReadInput.Read(new MemoryStream(answer.Body), new InputSource(entry.Id, answer.Address, answer.Charset, entry.StatedDate)).Take(2).ToList();
            // An address that gives another feed, an archive or nothing gives no article.
            return article is [Received.Good { Page.Kind: PageKind.Html }] ? article : itself;
        }
        catch (FetchException)
        {
            return itself;
        }
    }
}
