namespace Chancery.Desk.Web.Html;

/// <summary>Links that lead out of the desk. Only web addresses become links; any other scheme stays words.</summary>
internal static class Link
{
    private const int LongestShown = 80;

    public static Uri? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri : null;

    /// <summary>A link to the address with these words, and its host beside them, so that nobody is led astray; the words alone where it is no web address.</summary>
    public static Markup Out(string? address, string words)
    {
        if (Web(address) is not { } uri) return $"<bdi>{words}</bdi>";
        return $"<a rel=\"external noopener noreferrer nofollow\" href=\"{uri.AbsoluteUri}\"><bdi>{words}</bdi></a> <span class=\"meta\">({Shortened(uri.IdnHost)})</span>";
    }

    /// <summary>The place of a passage on the page it was read from: browsers that know text fragments go there and mark it.</summary>
    public static Markup Original(string? address, string passage, string words)
    {
        if (Web(address) is not { } uri) return Markup.None;
        var fragment = uri.Fragment.Length > 0 ? "" : "#:~:text=" + Uri.EscapeDataString(FirstWords(passage)).Replace("-", "%2D", StringComparison.Ordinal);
        return $"<a class=\"original\" rel=\"external noopener noreferrer nofollow\" href=\"{uri.AbsoluteUri + fragment}\">{words}</a>";
    }

    private static string FirstWords(string passage) =>
        string.Join(' ', Outside.Clean(passage).Split((char[]?)null, 9, StringSplitOptions.RemoveEmptyEntries).Take(8).Where(w => !w.Any(char.IsSurrogate)));

    private static string Shortened(string host) => host.Length <= LongestShown ? host : host[..LongestShown] + "…";
}
