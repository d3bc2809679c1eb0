using Npgsql;

namespace Chancery.Records.Postgres;

/// <summary><c>postgres://user:password@host:port/database?sslmode=require</c>, as other programs write it. Its password is never shown.</summary>
public sealed class PostgresAddress
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];
    private const int UsualPort = 5432;

    private PostgresAddress(NpgsqlConnectionStringBuilder settings) => Settings = settings;

    internal NpgsqlConnectionStringBuilder Settings { get; }

    public static bool IsMeantBy(string place) => Schemes.Any(s => place.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="RecordException">It is no address. The message does not repeat it, for it may hold a password.</exception>
    public static PostgresAddress Parse(string text)
    {
        int scheme = text.IndexOf("://", StringComparison.Ordinal) + 3;
        // Without a host, as in postgres:///database?host=/run/postgresql, there is nothing that Uri could read.
        if (scheme < text.Length && text[scheme] == '/') text = text.Insert(scheme, "localhost");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) throw Wrong("cannot be read");
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Trim('[', ']'),
            Port = uri.Port < 0 ? UsualPort : uri.Port,
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : Environment.UserName,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            ApplicationName = "chancery",
        };
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        settings.Database = database.Length > 0 ? database : settings.Username;
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)) Set(settings, option.Split('=', 2));
        return new PostgresAddress(settings);
    }

    /// <summary>What Npgsql connects with, the password included: for what else lives in the record's database.</summary>
    public string ToConnectionString() => Settings.ToString();

    /// <summary>Without the password.</summary>
    public override string ToString()
    {
        var host = Settings.Host!.Contains(':', StringComparison.Ordinal) ? $"[{Settings.Host}]" : Settings.Host;
        return Settings.Host.StartsWith('/')
            ? $"postgres://{Uri.EscapeDataString(Settings.Username!)}@/{Uri.EscapeDataString(Settings.Database!)}?host={Settings.Host}&port={Settings.Port}"
            : $"postgres://{Uri.EscapeDataString(Settings.Username!)}@{host}:{Settings.Port}/{Uri.EscapeDataString(Settings.Database!)}";
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string[] option)
    {
        var value = option.Length > 1 ? Uri.UnescapeDataString(option[1]) : "";
        try
        {
            switch (option[0])
            {
                case "host": settings.Host = value; break;
                case "port": settings.Port = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "user": settings.Username = value; break;
                case "password": settings.Password = value; break;
                case "passfile": settings.Passfile = value; break;
                case "sslmode": settings.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true); break;
                case "sslrootcert": settings.RootCertificate = value; break;
                case "sslcert": settings.SslCertificate = value; break;
                case "sslkey": settings.SslKey = value; break;
                case "connect_timeout": settings.Timeout = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "application_name": settings.ApplicationName = value; break;
                default: throw Wrong($"has an option “{option[0]}” that is not known (known: host, port, user, password, passfile, sslmode, sslrootcert, sslcert, sslkey, connect_timeout, application_name)");
            }
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw Wrong($"has an option “{option[0]}” with a value it cannot have");
        }
    }

    private static RecordException Wrong(string what) => new($"The record's address {what}; write postgres://user@host:port/database.");
}
