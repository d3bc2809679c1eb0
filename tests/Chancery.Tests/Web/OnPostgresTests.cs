using Xunit;

namespace Chancery.Tests.Web;

/// <summary>The desk on a record that lies on a real PostgreSQL shows the pages that it shows on a file. Nothing here may change either record.</summary>
public sealed class OnPostgresTests(OnPostgresTests.BothDesks desks) : IClassFixture<OnPostgresTests.BothDesks>
{
    [Theory]
    [InlineData("/?since=2026-01-01")]
    [InlineData("/states")]
    [InlineData("/states/NOR-MWI")]
    [InlineData("/states/NOR-MWI?on=2019-06-01&known=2019-12-31")]
    [InlineData("/states/NOR-MWI/diff?first=2019-12-31&second=2020-04-01")]
    [InlineData("{measure}")]
    [InlineData("/why/c1")]
    [InlineData("/people/Ingrid%20Solheim?on=2020-03-01")]
    [InlineData("/reports")]
    [InlineData("/reports/r5")]
    [InlineData("/review")]
    [InlineData("/review?show=new")]
    [InlineData("/review/c1")]
    [InlineData("/states/NOR-MWI/changes.atom")]
    [InlineData("/api/v1/timeline?between=NOR-MWI")]
    [InlineData("/search?q=%22budget%20support%22%20-fish")]
    [InlineData("/search?q=budget*%20OR%20hospital&skip=0")]
    public async Task a_page_is_the_same_on_both_engines(string address)
    {
        address = address.Replace("{measure}", desks.File.MeasureAddress, StringComparison.Ordinal);
        var here = desks.File.Address.Authority;
        var expected = await desks.File.Desk.ReadAsync(address);
        var found = (await desks.Postgres.Desk.ReadAsync(address)).Replace(desks.Postgres.Address.Authority, here, StringComparison.Ordinal);
        // Engines weigh what they find each in its own way: the same reports, in an order of their own.
        if (address.StartsWith("/search", StringComparison.Ordinal)) Assert.Equal(expected.Order(), found.Order());
        else Assert.Equal(expected, found);
    }

    /// <summary>The same news on both engines.</summary>
    public sealed class BothDesks : IAsyncLifetime
    {
        internal DeskWithNews File { get; } = new();
        internal DeskWithNews Postgres { get; } = new() { Desk = new RunningDesk { OnPostgres = true } };

        public async ValueTask InitializeAsync()
        {
            await File.InitializeAsync();
            await Postgres.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Postgres.DisposeAsync();
            await File.DisposeAsync();
        }
    }
}
