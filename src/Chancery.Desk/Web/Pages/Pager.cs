using System.Globalization;
using Chancery.Desk.Web.Html;

namespace Chancery.Desk.Web.Pages;

/// <summary>Leads through a long list.</summary>
internal static class Pager
{
    /// <param name="place">The id to land on.</param>
    public static Markup Of(At here, int all, int skip, int shown, string place)
    {
        if (all <= shown && skip == 0) return Markup.None;
        return $"""
            <nav class="pager" aria-label="Pages of the list">
            {Markup.If(skip > 0, $"<a rel=\"prev\" href=\"{Skipping(here, Math.Max(0, skip - shown), place)}\">← Newer</a>")}
            <span>{Math.Min(skip + 1, all)}–{Math.Min(skip + shown, all)} of {all.ToString("N0", CultureInfo.InvariantCulture)}</span>
            {Markup.If(skip + shown < all, $"<a rel=\"next\" href=\"{Skipping(here, skip + shown, place)}\">Older →</a>")}
            </nav>
            """;
    }

    private static At Skipping(At here, int skip, string place) => here.With("skip", skip == 0 ? null : skip.ToString(CultureInfo.InvariantCulture)).Place(place);
}
