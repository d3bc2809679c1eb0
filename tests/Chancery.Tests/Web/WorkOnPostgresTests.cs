using Chancery.Desk.Workers;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>What is done at the desk on a record that lies on a real PostgreSQL: a decision, and the queue of its workers.</summary>
public sealed class WorkOnPostgresTests(WorkOnPostgresTests.DeskOnPostgres desks, TheBrowser browser) : IClassFixture<WorkOnPostgresTests.DeskOnPostgres>
{
    private readonly DeskWithNews desk = desks.Desk;

    [Fact]
    public async Task a_reviewer_decides_and_the_page_tells_it()
    {
        await using var window = await browser.OpenAsync(desk.Address);
        await window.SignInAsync(DeskWithNews.Reviewer, DeskWithNews.Password);
        await window.Page.GotoAsync("/review/c2");
        await window.Page.FillAsync("#note", "seen in print");
        await window.Page.ClickAsync("button[value=accept]");
        await window.Page.WaitForURLAsync("**/review/c2");
        Assert.Contains("seen in print", await window.Page.InnerTextAsync(".decisions"), StringComparison.Ordinal);
        await window.Page.ClickAsync("button[value=undo]");
        await window.Page.WaitForLoadStateAsync();
        using var ledger = desk.Open();
        Assert.Equal(2, ledger.Decisions(AsOf.Now).Count);
    }

    [Fact]
    public async Task the_queue_is_shown_and_an_admin_has_a_poison_batch_tried_again()
    {
        using var queue = WorkQueue.Open(desk.Desk.Record);
        long number = queue.Submit([Received.Of(new Page("a", "hash", PageKind.Text, "Chad met Sudan on Monday."))]);
        queue.Store.Poison(number, "deadly: its worker ended 8 times <b>while</b> reading it");
        await using var window = await browser.OpenAsync(desk.Address);
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

    /// <summary>The desk of these tests alone: they change its record.</summary>
    public sealed class DeskOnPostgres : IAsyncLifetime
    {
        internal DeskWithNews Desk { get; } = new() { Desk = new RunningDesk { OnPostgres = true } };

        public ValueTask InitializeAsync() => Desk.InitializeAsync();

        public ValueTask DisposeAsync() => Desk.DisposeAsync();
    }
}
