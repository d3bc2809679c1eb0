namespace Chancery.Desk.Web.Html;

/// <summary>An address to go on to, as a request names it: only a path of the desk itself is gone to.</summary>
internal static class LocalAddress
{
    public static string Of(string? asked)
    {
        bool isLocal = asked is ['/', ..] && (asked.Length == 1 || asked[1] is not ('/' or '\\')) && !asked.Any(c => char.IsControl(c) || c == '\\') && asked.Length < 2000;
        return isLocal ? asked! : "/";
    }
}
