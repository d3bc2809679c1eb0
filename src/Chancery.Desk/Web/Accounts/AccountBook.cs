using System.Security.Cryptography;
using Chancery.Desk.Web.State;
using Chancery.Records;
using Microsoft.AspNetCore.Identity;

namespace Chancery.Desk.Web.Accounts;

/// <summary>The accounts of a desk. Passwords are kept as ASP.NET's hasher makes them (PBKDF2).</summary>
public sealed class AccountBook(DeskFile file, TimeProvider time)
{
    public const int ShortestPassword = 12, LongestPassword = 500, LongestName = 60;
    private const int BytesOfPassword = 12, MostOfOneName = 100;
    private const string Select = "SELECT name, role, stamp, disabled, subject, password FROM accounts";

    private readonly PasswordHasher<string> _hasher = new();
    private readonly Lazy<string> _nobodys = new(() => new PasswordHasher<string>().HashPassword("", Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    /// <summary>Makes an account, or gives one another password and role and lets it in again.</summary>
    /// <exception cref="RecordException">The name or the password will not do.</exception>
    public void Put(string name, Role role, string password)
    {
        if (!IsName(name)) throw new RecordException($"A name has 1 to {LongestName} characters, without blanks at its ends.");
        if (password.Length is < ShortestPassword or > LongestPassword) throw new RecordException($"A password has at least {ShortestPassword} characters; several words do well.");
        file.Run(
            "INSERT INTO accounts (name, password, role, stamp, created) VALUES ($name, $password, $role, $stamp, $created) ON CONFLICT (name) DO UPDATE SET password = $password, role = $role, stamp = $stamp, disabled = 0, subject = NULL",
            ("$name", name), ("$password", _hasher.HashPassword(name, password)), ("$role", role.ToString()), ("$stamp", NewStamp()), ("$created", time.GetUtcNow().ToUnixTimeSeconds()));
    }

    /// <summary>Makes an account with a password that nobody knows yet.</summary>
    /// <returns>The password.</returns>
    public string Make(string name, Role role)
    {
        var password = NewPassword();
        Put(name, role, password);
        return password;
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => file.Run("DELETE FROM accounts WHERE name = $name", ("$name", name)) > 0;

    /// <returns>Whether there is one.</returns>
    public bool SetRole(string name, Role role) => file.Run("UPDATE accounts SET role = $role, stamp = $stamp WHERE name = $name", ("$role", role.ToString()), ("$stamp", NewStamp()), ("$name", name)) > 0;

    /// <returns>Whether there is one.</returns>
    public bool SetDisabled(string name, bool disabled) =>
        file.Run("UPDATE accounts SET disabled = $disabled, stamp = $stamp WHERE name = $name", ("$disabled", disabled ? 1 : 0), ("$stamp", NewStamp()), ("$name", name)) > 0;

    /// <summary>Gives an account a password that nobody knows yet.</summary>
    /// <returns>The password; null where there is no such account, or a provider signs it in.</returns>
    public string? Reset(string name)
    {
        var password = NewPassword();
        return file.Run("UPDATE accounts SET password = $password, stamp = $stamp WHERE name = $name AND subject IS NULL",
            ("$password", _hasher.HashPassword(name, password)), ("$stamp", NewStamp()), ("$name", name)) > 0 ? password : null;
    }

    public IReadOnlyList<Account> All() => file.Rows(Read, Select + " ORDER BY name");

    public Account? Find(string name) => file.Rows(Read, Select + " WHERE name = $name", ("$name", name)).SingleOrDefault();

    /// <summary>The account, where the password is its own. Takes as long where there is no such account.</summary>
    public Account? SignIn(string name, string password)
    {
        var found = file.Rows(r => (Account: Read(r), Hash: r.GetString(5)), Select + " WHERE name = $name", ("$name", name));
        bool hasPassword = found.Count > 0 && found[0].Account.Subject is null;
        bool isRight = password.Length <= LongestPassword && _hasher.VerifyHashedPassword(name, hasPassword ? found[0].Hash : _nobodys.Value, password) != PasswordVerificationResult.Failed;
        return isRight && hasPassword && !found[0].Account.IsDisabled ? found[0].Account : null;
    }

    /// <summary>The account of somebody whom an OpenID provider signed in. Who comes for the first time gets one, under a name that nobody has yet.</summary>
    /// <param name="subject">The provider and its own name for the person: what never changes.</param>
    /// <param name="called">What the person wants to be called.</param>
    /// <returns>Null where the account may not sign in.</returns>
    public Account? SignInAs(string subject, string called, Role role)
    {
        if (OfSubject(subject) is { } known) return known.IsDisabled ? null : known;
        var name = new string([.. called.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(LongestName - 6)]).Trim();
        if (name.Length == 0) name = "Somebody";
        for (int i = 1; i <= MostOfOneName && OfSubject(subject) is null; i++)
            file.Run("INSERT OR IGNORE INTO accounts (name, password, role, stamp, created, subject) VALUES ($name, '', $role, $stamp, $created, $subject)",
                ("$name", i == 1 ? name : $"{name} ({i})"), ("$role", role.ToString()), ("$stamp", NewStamp()), ("$created", time.GetUtcNow().ToUnixTimeSeconds()), ("$subject", subject));
        return OfSubject(subject);
    }

    private Account? OfSubject(string subject) => file.Rows(Read, Select + " WHERE subject = $subject", ("$subject", subject)).SingleOrDefault();

    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name == name.Trim() && !name.Any(char.IsControl);

    private static Account Read(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        new(row.GetString(0), Enum.Parse<Role>(row.GetString(1)), row.GetString(2), row.GetInt64(3) != 0, row.IsDBNull(4) ? null : row.GetString(4));

    private static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BytesOfPassword));

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
