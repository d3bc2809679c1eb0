using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using Microsoft.AspNetCore.Http;

namespace Chancery.Desk.Web.Accounts;

/// <summary>Who may sign in and what they may do there, for those who run the desk. Nobody takes the right away from themselves, so somebody always has it.</summary>
internal static class AccountsPage
{
    private static readonly At Here = At.Path("/accounts");
    private static readonly Role[] Roles = [Role.Nobody, Role.Reader, Role.Reviewer, Role.Admin];

    public static void Map(DeskRoutes routes)
    {
        routes.PageFor(Role.Admin, "/accounts", visit => Show(visit, null));
        routes.Post("/accounts", Role.Admin, (visit, form) => Task.FromResult(Change(visit, form)));
    }

    /// <param name="told">What came of the last change, where it can be told only now.</param>
    private static PageContent Show(Visit visit, Markup? told)
    {
        Markup main = $"""
            <header class="head"><h1>Accounts</h1><p class="meta">Also made and taken away on the command line: <code>chancery account add NAME --role reviewer</code>, <code>chancery account remove NAME</code>.</p></header>
            {told ?? Markup.None}
            <div class="scroll" tabindex="0" role="group" aria-label="Accounts"><table class="accounts"><thead><tr><th scope="col">Name</th><th scope="col">May</th><th scope="col">Signs in</th><th scope="col">Change</th></tr></thead><tbody>
            {Markup.Each(visit.Site.Accounts.All(), a => Row(visit, a))}
            </tbody></table></div>
            {New(visit)}
            {Keys(visit)}
            """;
        return new PageContent("Accounts", Part.Accounts, main);
    }

    private static Markup Row(Visit visit, Account a) => $"""
        <tr><th scope="row"><bdi>{a.Name}</bdi></th><td>{Does(a.Role)}</td><td>{(a.IsDisabled ? "not for now" : a.Subject is null ? "with a password" : "with the provider")}</td>
        <td>{(a.Name == visit.Account?.Name ? (Markup)$"<span class=\"meta\">you</span>" : Changes(visit, a))}</td></tr>
        """;

    private static Markup Changes(Visit visit, Account a) => $"""
        <form method="post" action="{Here}" class="row-form">{visit.Token()}<input type="hidden" name="name" value="{a.Name}">
        <select name="role" aria-label="Role of {a.Name}">{Options(a.Role)}</select> <button name="act" value="role" aria-label="Set the role of {a.Name}">Set</button>
        <button name="act" value="{(a.IsDisabled ? "enable" : "disable")}" aria-label="{(a.IsDisabled ? "Enable" : "Disable")} {a.Name}">{(a.IsDisabled ? "Enable" : "Disable")}</button>
        {Markup.If(a.Subject is null, $"<button name=\"act\" value=\"reset\" aria-label=\"New password for {a.Name}\">New password</button>")}</form>
        """;

    private static Markup Options(Role role) => Markup.Each(Roles, r => $"<option value=\"{Word(r)}\"{Markup.If(r == role, $" selected")}>{Word(r)}</option>");

    private static Markup New(Visit visit) => $"""
        <section aria-labelledby="new"><h2 id="new">Make an account</h2><form method="post" action="{Here}" class="as-of">{visit.Token()}
        <div class="field"><label for="new-name">Name, as it stands with decisions</label><input id="new-name" name="name" required maxlength="{AccountBook.LongestName}" autocomplete="off"></div>
        <div class="field"><label for="new-role">Role</label><select id="new-role" name="role">{Options(Role.Reviewer)}</select></div>
        <div class="actions"><button class="main" name="act" value="make">Make</button></div></form></section>
        """;

    private static Markup Keys(Visit visit)
    {
        var keys = visit.Site.Keys.All();
        return $"""
            <section aria-labelledby="keys"><h2 id="keys">Keys of programs</h2><p class="meta">Made on the command line, where each is shown once: <code>chancery key create NAME</code>. A key reads; it decides nothing.</p>
            {(keys.Count == 0 ? (Markup)$"<p class=\"empty\">No program has a key.</p>" : (Markup)$"<ul class=\"plain\">{Markup.Each(keys, k => Key(visit, k))}</ul>")}</section>
            """;
    }

    private static Markup Key(Visit visit, ApiKey key) => $"""
        <li><form method="post" action="{Here}" class="row-form">{visit.Token()}<input type="hidden" name="name" value="{key.Name}"><bdi>{key.Name}</bdi> <span class="meta">made {Words.Moment(key.Created)}, {(key.Used is { } used ? $"last used {Words.Moment(used)}" : "never used")}</span> <button name="act" value="revoke" aria-label="Revoke {key.Name}">Revoke</button></form></li>
        """;

    private static IResult Change(Visit visit, IFormCollection form)
    {
        var (name, act, accounts) = (form["name"].ToString().Trim(), form["act"].ToString(), visit.Site.Accounts);
        if (act == "revoke") return visit.Site.Keys.Revoke(name) ? DeskRoutes.GoTo(Here) : throw Missing();
        if (name.Equals(visit.Account!.Name, StringComparison.OrdinalIgnoreCase)) throw new BadAddressException("Nobody changes their own account here; another admin can.");
        if (act is "make" or "reset") return DeskRoutes.Respond(visit, Show(visit, act == "make" ? Made(accounts, name, RoleOf(form)) : NewPassword(accounts, name)));
        bool done = act switch
        {
            "role" => accounts.SetRole(name, RoleOf(form)),
            "disable" => accounts.SetDisabled(name, true),
            "enable" => accounts.SetDisabled(name, false),
            _ => throw new BadAddressException("The desk knows no such change."),
        };
        return done ? DeskRoutes.GoTo(Here) : throw Missing();
    }

    private static Markup Made(AccountBook accounts, string name, Role role)
    {
        if (!AccountBook.IsName(name)) throw new BadAddressException($"A name has 1 to {AccountBook.LongestName} characters.");
        if (accounts.Find(name) is not null) throw new BadAddressException("There is an account of that name already.");
        return Told(name, accounts.Make(name, role));
    }

    private static Markup NewPassword(AccountBook accounts, string name) => Told(name, accounts.Reset(name) ?? throw Missing());

    private static Markup Told(string name, string password) =>
        $"<p class=\"refused told-once\" role=\"status\">The password of <bdi>{name}</bdi> is <code>{password}</code>. It is shown only now.</p>";

    private static NothingHereException Missing() => new("There is nothing of that name.");

    private static Role RoleOf(IFormCollection form) => Enum.TryParse<Role>(form["role"].ToString(), ignoreCase: true, out var role) && Roles.Contains(role) ? role : throw new BadAddressException("There is no such role.");

    private static string Word(Role role) => role.ToString().ToLowerInvariant();

    private static string Does(Role role) => role switch
    {
        Role.Admin => "read, decide, add, change accounts",
        Role.Reviewer => "read, decide, add",
        Role.Reader => "read",
        _ => "nothing",
    };
}
