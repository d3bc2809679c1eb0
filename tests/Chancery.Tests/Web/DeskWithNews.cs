using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.State;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;
using Chancery.Tests.Records;
using Xunit;

namespace Chancery.Tests.Web;

/// <summary>A desk with the archive of these tests and three accounts.</summary>
public sealed class DeskWithNews : IAsyncLifetime
{
    public const string Admin = "Astrid", Reviewer = "Rune", Reader = "Lina", Password = "four quiet grey seals";

    internal RunningDesk Desk { get; init; } = new() { AllowPrivate = true };

    public Uri Address => Desk.Address;
    public string MeasureAddress { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        using (var ledger = Open())
        {
            Archive.AddTo(ledger);
            ledger.Append(MadeNews.Report("dar-times/1", "2021-02-02", "Norway suspended hospital aid for Malawi.", ChangeKind.Suspend, "2021-02-01", "hospital aid"));
            ledger.Append(MadeNews.Report("dar-times/2", "2021-02-03", "Norway ended hospital aid for Malawi.", ChangeKind.Cancel, "2021-02-01", "hospital aid"));
            ledger.Append(MadeReading.Of("dar-times/3", "2021-03-04", "Hospital aid to Malawi stays suspended.", MadeNews.Change("Hospital aid to Malawi stays suspended.", "hospital aid", ChangeKind.Reaffirm, "2021-03-04") with { Actor = null }));
            var dossier = Dossier.Of(ledger, Dyad.Of("NOR", "MWI"), AsOf.Now);
            MeasureAddress = $"/states/NOR-MWI/measures/{MeasureSlug.Of(dossier.Measures.First(m => m.Name.Contains("budget support", StringComparison.Ordinal)))}";
        }
        await Desk.InitializeAsync();
        var accounts = new AccountBook(new DeskFile(Desk.Data), Desk.Clock);
        foreach (var (name, role) in ((string, Role)[])[(Admin, Role.Admin), (Reviewer, Role.Reviewer), (Reader, Role.Reader)]) accounts.Put(name, role, Password);
    }

    internal Ledger Open() => OpenLedger.At(Desk.Record, Desk.Clock);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
