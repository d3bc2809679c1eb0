using Chancery.Desk.Workers;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>The desk on a record that lies on a real PostgreSQL: the same pages, and the queue of its workers.</summary>
public sealed class OnPostgresTests(OnPostgresTests.BothDesks desks, TheBrowser browser) : IClassFixture<OnPostgresTests.BothDesks>
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

    [Fact]
    public async Task a_reviewer_decides_and_the_page_tells_it()
    {
        await using var window = await browser.OpenAsync(desks.Postgres.Address);
        await window.SignInAsync(DeskWithNews.Reviewer, DeskWithNews.Password);
        await window.Page.GotoAsync("/review/c2");
        await window.Page.FillAsync("#note", "seen in print");
        await window.Page.ClickAsync("button[value=accept]");
        await window.Page.WaitForURLAsync("**/review/c2");
        Assert.Contains("seen in print", await window.Page.InnerTextAsync(".decisions"), StringComparison.Ordinal);
        await window.Page.ClickAsync("button[value=undo]");
        await window.Page.WaitForLoadStateAsync();
        using var ledger = desks.Postgres.Open();
        Assert.Equal(2, ledger.Decisions(AsOf.Now).Count);
    }

    [Fact]
    public async Task the_queue_is_shown_and_an_admin_has_a_poison_batch_tried_again()
    {
        using var queue = WorkQueue.Open(desks.Postgres.Desk.Record);
        long number = queue.Submit([Received.Of(new Page("a", "hash", PageKind.Text, "Chad met Sudan on Monday."))]);
        queue.Store.Poison(number, "deadly: its worker ended 8 times <b>while</b> reading it");
        await using var window = await browser.OpenAsync(desks.Postgres.Address);
        await window.SignInAsync(DeskWithNews.Admin, DeskWithNews.Password);
        await window.Page.GotoAsync("/work");
        Assert.Contains("its worker ended 8 times <b>while</b> reading it", await window.Page.InnerTextAsync("#poison + ul"), StringComparison.Ordinal);
        await Pictures.KeepAsync(window.Page, "work-queue");
        await window.Page.ClickAsync("text=Try again");
        await window.Page.WaitForLoadStateAsync();
        Assert.Equal(0, await window.Page.Locator("#poison").CountAsync());
        Assert.Empty(WorkState.Of(queue).Poison);
        Assert.Empty(window.Wrong);
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
