using System.Security.Cryptography;
using Chancery.Desk.Web.State;
using Chancery.Records;
using Microsoft.AspNetCore.Identity;

namespace Chancery.Desk.Web.Accounts;

/// <summary>The accounts of a desk. Passwords are kept as ASP.NET's hasher makes them (PBKDF2).</summary>
public sealed class AccountBook(DeskFile file, TimeProvider time)
{
    public const int ShortestPassword = 12, LongestPassword = 500, LongestName = 60;

    private readonly PasswordHasher<string> _hasher = new();
    private readonly Lazy<string> _nobodys = new(() => new PasswordHasher<string>().HashPassword("", Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    /// <summary>Makes an account, or gives one another password and role.</summary>
    /// <exception cref="RecordException">The name or the password will not do.</exception>
    public void Put(string name, Role role, string password)
    {
        if (name.Length is 0 or > LongestName || name != name.Trim() || name.Any(char.IsControl)) throw new RecordException($"A name has 1 to {LongestName} characters, without blanks at its ends.");
        if (password.Length is < ShortestPassword or > LongestPassword) throw new RecordException($"A password has at least {ShortestPassword} characters; several words do well.");
        file.Run(
            "INSERT INTO accounts VALUES ($name, $password, $role, $stamp, $created) ON CONFLICT (name) DO UPDATE SET password = $password, role = $role, stamp = $stamp",
            ("$name", name), ("$password", _hasher.HashPassword(name, password)), ("$role", role.ToString()), ("$stamp", NewStamp()), ("$created", time.GetUtcNow().ToUnixTimeSeconds()));
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => file.Run("DELETE FROM accounts WHERE name = $name", ("$name", name)) > 0;

    public IReadOnlyList<Account> All() => file.Rows(Read, "SELECT name, role, stamp FROM accounts ORDER BY name");

    public Account? Find(string name) => file.Rows(Read, "SELECT name, role, stamp FROM accounts WHERE name = $name", ("$name", name)).SingleOrDefault();

    /// <summary>The account, where the password is its own. Takes as long where there is no such account.</summary>
    public Account? SignIn(string name, string password)
    {
        var found = file.Rows(r => (Account: Read(r), Hash: r.GetString(3)), "SELECT name, role, stamp, password FROM accounts WHERE name = $name", ("$name", name));
        bool isRight = password.Length <= LongestPassword && _hasher.VerifyHashedPassword(name, found.Count > 0 ? found[0].Hash : _nobodys.Value, password) != PasswordVerificationResult.Failed;
        return isRight && found.Count > 0 ? found[0].Account : null;
    }

    private static Account Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(row.GetString(0), Enum.Parse<Role>(row.GetString(1)), row.GetString(2));

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
