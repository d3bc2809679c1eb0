using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Reading.Pages;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Tests.Web;

/// <summary>Reports on Norway and Malawi, written for these tests, read by the whole pipeline once.</summary>
internal static class Archive
{
    private static readonly Lazy<IReadOnlyList<NewReading>> Read = new(ReadAll);

    public static void AddTo(Ledger ledger)
    {
        foreach (var reading in Read.Value) ledger.Append(reading);
    }

    private static IReadOnlyList<NewReading> ReadAll()
    {
        var readers = ReadSetup.Readers.Compose([]);
        var prepare = new PrepareReading(new ReadPage(readers.Layers, readers.Recover), ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder));
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Web", "Reports")).Order(StringComparer.Ordinal).Select(f => (File: f, Id: $"fjord-herald/{Path.GetFileNameWithoutExtension(f)}"))
            .Append((File: Path.Combine(AppContext.BaseDirectory, "samples", "aid-reinstated.html"), Id: "https://baltic-courier.example/world/sweden-tanzania-budget-support"));
        return [.. files.SelectMany(f => ReadInput.Read(File.OpenRead(f.File), new InputSource(f.Id, f.Id.StartsWith("https", StringComparison.Ordinal) ? f.Id : null)))
            .Select(p => prepare.Read(p).Reading!)];
    }
}
