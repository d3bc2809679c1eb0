using System.Net;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Tests.Records;
using Chancery.Tests.Records.Postgres;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>A desk served on a free port of this machine, on a record of its own. One for a class of tests.</summary>
public sealed class RunningDesk : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-desk-").FullName;
    private readonly StringWriter _errors = new();
    private DeskServer? _server;

    /// <summary>A file, or the address of a database.</summary>
    public string Record => OnPostgres ? _address.Value : Path.Combine(_folder, "record.sqlite");

    private readonly Lazy<string> _address = new(() => PostgresServer.Shared.Address(PostgresServer.Shared.NewDatabase()));

    public string Data => Path.Combine(_folder, "desk");

    /// <summary>Whether the desk may fetch from this machine, as tests must.</summary>
    internal bool AllowPrivate { get; init; }

    internal bool ReadingIsOpen { get; init; } = true;

    /// <summary>Whether the record lies on a real PostgreSQL.</summary>
    internal bool OnPostgres { get; init; }

    internal OpenIdProvider? OpenId { get; init; }

    public Uri Address => new(_server!.Addresses[0]);
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What the desk told whoever runs it.</summary>
    public string Errors => _errors.ToString();

    public async ValueTask InitializeAsync()
    {
        var options = new ServeOptions(["http://127.0.0.1:0"], Record, Data, ReadingIsOpen, [], AllowPrivate, OpenId);
        _server = await DeskServer.StartAsync(options, () => OpenLedger.At(Record, Clock), TextWriter.Synchronized(_errors), Clock);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Address };
    }

    /// <summary>Where the clock stands: 24 November 2026, noon.</summary>
    internal SetClock Clock { get; } = new(Instant.FromUtc(2026, 11, 24, 12, 0));

    internal long Add(NewReading reading)
    {
        using var ledger = OpenLedger.At(Record, Clock);
        return ledger.Append(reading).ReportRow;
    }

    internal void ForgetSignIns() => _server!.ForgetSignIns();

    public async Task<string> ReadAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
