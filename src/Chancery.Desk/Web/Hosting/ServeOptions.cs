namespace Chancery.Desk.Web.Hosting;

/// <summary>How the desk is served.</summary>
/// <param name="Urls">Addresses to listen on, as Kestrel takes them.</param>
/// <param name="Data">Folder of the desk's own state: accounts, followed feeds, keys.</param>
/// <param name="ReadingIsOpen">Whether pages may be read without an account.</param>
/// <param name="Hosts">Names under which the desk may be asked for beyond those of this machine. A request for another name is refused.</param>
/// <param name="AllowPrivate">Whether addresses of this machine and of private networks may be fetched.</param>
/// <param name="OpenId">Who signs people in beside the desk itself; null for nobody.</param>
public sealed record ServeOptions(IReadOnlyList<string> Urls, string? Record, string Data, bool ReadingIsOpen, IReadOnlyList<string> Hosts, bool AllowPrivate,
    Accounts.OpenIdProvider? OpenId = null);
