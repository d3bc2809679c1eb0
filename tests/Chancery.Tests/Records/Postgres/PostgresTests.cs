using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Postgres;
using Xunit;

namespace Chancery.Tests.Records.Postgres;

/// <summary>Roles, versions and addresses of a record on PostgreSQL.</summary>
public class PostgresTests
{
    private const string Told = "Norway suspended aid to Malawi.";

    private static PostgresServer Server => PostgresServer.Shared;

    private static void User(string name) =>
        Server.Ask("postgres", $"DROP ROLE IF EXISTS {name}; CREATE ROLE {name} LOGIN PASSWORD '{PostgresServer.Password}'");

    [Fact]
    public void every_program_works_as_a_role_that_may_only_add_and_read()
    {
        var database = Server.NewDatabase();
        using (OpenLedger.At(Server.Address(database), TimeProvider.System)) { }
        Assert.Equal("INSERT,SELECT", Server.Ask(database,
            "SELECT string_agg(DISTINCT privilege_type, ',' ORDER BY privilege_type) FROM information_schema.table_privileges WHERE grantee = 'chancery_app' AND table_schema = 'chancery' "
            // The post is no part of the record: people can have their data erased, and a queue moves on.
            + "AND table_name NOT IN ('subscribers', 'outbox', 'posted', 'suppressions', 'post_keys')"));
        Assert.Contains("permission denied", Assert.Throws<Npgsql.PostgresException>(() =>
            Server.Ask(database, "SET ROLE chancery_app; INSERT INTO decisions VALUES (1, 1, 'Note', 'Ana', NULL, '{}') ON CONFLICT (number) DO UPDATE SET kind = 'Accept'")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_user_who_is_granted_the_role_adds_and_asks_and_another_does_not()
    {
        var database = Server.NewDatabase();
        using (OpenLedger.At(Server.Address(database), TimeProvider.System)) { }
        User("granted");
        User("stranger");
        Server.Ask("postgres", "GRANT chancery_app TO granted");
        using (var ledger = OpenLedger.At(Server.Address(database, "granted"), TimeProvider.System))
        {
            ledger.Append(MadeReading.Of("a", "2020-03-02", Told));
            Assert.Single(ledger.Reports(ClaimsWanted.All, AsOf.Now));
        }
        Assert.Contains("GRANT chancery_app TO stranger", Refused(Server.Address(database, "stranger")), StringComparison.Ordinal);
    }

    [Fact]
    public void an_owner_without_any_further_right_begins_a_record_where_the_role_exists()
    {
        using (OpenLedger.At(Server.Address(Server.NewDatabase()), TimeProvider.System)) { }
        User("owner");
        Server.Ask("postgres", "GRANT chancery_app TO owner");
        var database = Server.NewDatabase();
        Server.Ask("postgres", $"ALTER DATABASE {database} OWNER TO owner");
        using var ledger = OpenLedger.At(Server.Address(database, "owner"), TimeProvider.System);
        Assert.True(ledger.Append(MadeReading.Of("a", "2020-03-02", Told)).IsNew);
    }

    [Fact]
    public void a_record_of_a_newer_version_is_left_alone()
    {
        var database = Server.NewDatabase();
        using (OpenLedger.At(Server.Address(database), TimeProvider.System)) { }
        Server.Ask(database, "INSERT INTO versions VALUES (1000)");
        Assert.Contains("newer Chancery", Refused(Server.Address(database)), StringComparison.Ordinal);
    }

    [Fact]
    public void two_that_begin_a_record_at_once_both_find_it_whole()
    {
        for (int i = 0; i < 3; i++)
        {
            var address = Server.Address(Server.NewDatabase());
            Parallel.For(0, 4, n =>
            {
                using var ledger = OpenLedger.At(address, TimeProvider.System);
                ledger.Append(MadeReading.Of("r" + n, "2020-03-02", Told));
            });
            using var record = OpenLedger.At(address, TimeProvider.System);
            Assert.Equal([1L, 2, 3, 4], record.Reports(ClaimsWanted.All, AsOf.Now).Select(r => r.Number));
        }
    }

    [Fact]
    public void a_ledger_goes_on_after_the_server_crashed_and_came_back()
    {
        using var server = new PostgresServer();
        using var ledger = OpenLedger.At(server.Address(server.NewDatabase()), TimeProvider.System);
        ledger.Append(MadeReading.Of("a", "2020-03-02", Told));
        server.Crash();
        Assert.Throws<RecordException>(() => ledger.Reports(ClaimsWanted.All, AsOf.Now));
        Assert.Single(ledger.Reports(ClaimsWanted.All, AsOf.Now));
        Assert.False(ledger.Append(MadeReading.Of("a", "2020-03-02", Told)).IsNew);
    }

    [Fact]
    public void no_message_shows_a_password()
    {
        var right = Server.Address("no_such_database");
        Assert.Contains("createdb", Refused(right), StringComparison.Ordinal);
        Assert.Contains("refuses", Refused(Server.Address("postgres", password: "wrong" + PostgresServer.Password)), StringComparison.Ordinal);
        Assert.Contains("no server", Refused($"postgres://admin:{Uri.EscapeDataString(PostgresServer.Password)}@127.0.0.1:1/x"), StringComparison.Ordinal);
        Assert.Contains("option “colour”", Refused(right + "?colour=red"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refused("postgres://admin:" + PostgresServer.Password + "@:x:y/z"), StringComparison.Ordinal);
        using var ledger = OpenLedger.At(Server.Address(Server.NewDatabase()), TimeProvider.System);
        Assert.DoesNotContain("secret", ledger.Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://ana@db.example/record", "postgres://ana@db.example:5432/record")]
    [InlineData("postgresql://a%40b:p%3Aq@db.example:6000/r%20x?sslmode=verify-full", "postgres://a%40b@db.example:6000/r%20x")]
    [InlineData("postgres://ana@[::1]:6000/record", "postgres://ana@[::1]:6000/record")]
    [InlineData("postgres://ana@db.example", "postgres://ana@db.example:5432/ana")]
    [InlineData("postgres:///record?host=/run/pg&user=ana&password=x", "postgres://ana@/record?host=/run/pg&port=5432")]
    public void an_address_is_shown_without_its_password(string text, string shown) => Assert.Equal(shown, PostgresAddress.Parse(text).ToString());

    private static string Refused(string place)
    {
        var message = Assert.Throws<RecordException>(() => OpenLedger.At(place, TimeProvider.System).Dispose()).Message;
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        return message;
    }
}
