using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Accounts;

/// <summary>Who is signed in: a cookie that names the account and its stamp, sealed by the desk's keys.</summary>
internal static class SignedIn
{
    public const string Scheme = "desk";
    private const string Stamp = "stamp";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "chancery";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
    }

    public static Task InAsync(HttpContext http, Account account) => http.SignInAsync(Scheme, PrincipalOf(account));

    public static ClaimsPrincipal PrincipalOf(Account account) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Name), new Claim(Stamp, account.Stamp)], Scheme));

    /// <summary>The account as it is now; null for nobody, for an account that is gone or disabled, and for one whose password or role changed since.</summary>
    public static Account? Of(HttpContext http, AccountBook accounts)
    {
        if (http.User.Identity is not { IsAuthenticated: true, Name: { } name } || accounts.Find(name) is not { } account) return null;
        return account.Stamp == http.User.FindFirstValue(Stamp) && !account.IsDisabled ? account : null;
    }
}
