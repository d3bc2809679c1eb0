using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chancery.Desk.Web.State;
using Chancery.Records;
using NodaTime;

namespace Chancery.Desk.Web.Accounts;

/// <param name="Used">When it was last used, to the hour; null for never.</param>
public sealed record ApiKey(string Name, Instant Created, Instant? Used);

/// <summary>Keys with which programs read a closed desk. A key is shown once, when it is made; what is kept is its hash, which suffices for what nobody can guess.</summary>
public sealed class ApiKeys(DeskFile file, TimeProvider time)
{
    private const string Prefix = "chancery_";
    private const int Bytes = 32, LongestKey = 100;
    private const long Hour = 3600;

    /// <returns>The key.</returns>
    /// <exception cref="RecordException">The name will not do, or there is a key of that name.</exception>
    public string Create(string name)
    {
        if (!AccountBook.IsName(name)) throw new RecordException($"A key's name has 1 to {AccountBook.LongestName} characters, without blanks at its ends.");
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        if (file.Run("INSERT OR IGNORE INTO api_keys (name, hash, created) VALUES ($name, $hash, $now)", ("$name", name), ("$hash", Hash(key)), ("$now", Now())) == 0)
            throw new RecordException($"There is a key “{name}” already; chancery key revoke takes it away.");
        return key;
    }

    /// <returns>Whether there was one.</returns>
    public bool Revoke(string name) => file.Run("DELETE FROM api_keys WHERE name = $name", ("$name", name)) > 0;

    public IReadOnlyList<ApiKey> All() => file.Rows(
        r => new ApiKey(r.GetString(0), Instant.FromUnixTimeSeconds(r.GetInt64(1)), r.IsDBNull(2) ? null : Instant.FromUnixTimeSeconds(r.GetInt64(2))), "SELECT name, created, used FROM api_keys ORDER BY name");

    /// <summary>The name of the key; null where it is none.</summary>
    public string? NameOf(string key)
    {
        if (key.Length > LongestKey || !key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var hash = Hash(key);
        var name = file.Rows(r => r.GetString(0), "SELECT name FROM api_keys WHERE hash = $hash", ("$hash", hash)).SingleOrDefault();
        if (name is not null) file.Run("UPDATE api_keys SET used = $now WHERE hash = $hash AND coalesce(used, 0) < $before", ("$now", Now()), ("$before", Now() - Hour), ("$hash", hash));
        return name;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
