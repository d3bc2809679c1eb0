using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Chancery.Tests.Records.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' (and of eval/'s) own, started when first needed and stopped with the program: its own folder, its own port,
/// and a check that whoever answers there is the one that was started.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    public const string Password = "quite:secret/word@";
    private static readonly Lazy<PostgresServer> Started = new(() => new PostgresServer());
    private static int _databases;

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-postgres-").FullName;
    private readonly int _port = FreePort();

    public static PostgresServer Shared => Started.Value;

    public static void StopShared()
    {
        if (Started.IsValueCreated) Started.Value.Dispose();
    }

    /// <summary>A further server, for those that harm it.</summary>
    /// <param name="settings">Of the server; by default it does not wait for the disk.</param>
    public PostgresServer(string settings = "-c fsync=off")
    {
        File.WriteAllText(Path.Combine(_folder, "password"), Password);
        if (Environment.UserName == "root") Run("chown", "-R", "postgres", _folder);
        AsPostgres("initdb", "-D", Data, "-U", "admin", "--pwfile", Path.Combine(_folder, "password"), "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        AsPostgres("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "start", "-o",
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} {settings} -c max_connections=300");
        var answers = Ask("postgres", "SHOW data_directory");
        if (answers != Data) throw new InvalidOperationException($"the server on port {_port} keeps {answers}, not {Data}");
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The process whose children serve.</summary>
    public int Process => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>An address of the server's administrator, password and all.</summary>
    public string Address(string database, string user = "admin", string password = Password) =>
        $"postgres://{user}:{Uri.EscapeDataString(password)}@127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{database}";

    /// <returns>The name of an empty database that no other test uses.</returns>
    public string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"record{Interlocked.Increment(ref _databases)}");
        Ask("postgres", $"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>Takes a database away, whoever is still connected to it.</summary>
    public void Drop(string database) => Ask("postgres", $"DROP DATABASE {database} WITH (FORCE)");

    /// <summary>Says something to a database as the administrator, past the record.</summary>
    public string? Ask(string database, string sql)
    {
        using var connection = Connect(database);
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar()?.ToString();
    }

    public NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = _port, Username = "admin", Password = Password, Database = database, Pooling = false, SearchPath = "chancery",
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Stops it at once and starts it again, as a crash would.</summary>
    public void Crash() => AsPostgres("pg_ctl", "-D", Data, "-w", "-m", "immediate", "-l", Path.Combine(_folder, "log"), "restart");

    public void Dispose()
    {
        try
        {
            AsPostgres("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"this program's PostgreSQL could not be stopped and removed: {_folder}: {e.Message}");
        }
    }

    private static void AsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        if (Environment.UserName == "root") Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        else Run(path, arguments);
    }

    private static string Programs =>
        Directory.Exists("/usr/lib/postgresql") && Directory.GetDirectories("/usr/lib/postgresql").OrderBy(d => d.Length).ThenBy(d => d, StringComparer.Ordinal)
            .Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) is { } found
            ? found
            : throw new InvalidOperationException("this needs a PostgreSQL server: apt-get install postgresql");

    private static void Run(string program, params string[] arguments)
    {
        // pg_ctl hands its streams to the server: to a file, so that nobody waits for their end.
        var told = Path.GetTempFileName();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", told, program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        var output = File.ReadAllText(told);
        File.Delete(told);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
