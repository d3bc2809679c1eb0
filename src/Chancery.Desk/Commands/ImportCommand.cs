using System.CommandLine;
using System.Text;
using Chancery.Desk.Formats;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Exchange;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery import</c>: measures kept by hand elsewhere, as a source like any other.</summary>
public static class ImportCommand
{
    private const long MostBytes = 32 << 20;
    private const string ReaderName = "import 1";

    public static Command Create(Func<Terminal> terminal)
    {
        var file = new Argument<string>("file") { Description = "A CSV or TSV file with a line of column names." };
        var map = new Option<string[]>("--map")
        {
            Description = $"FIELD=COLUMN, as often as needed, where a column goes by another name. Fields: {string.Join(", ", ImportMeasures.Fields)}.", DefaultValueFactory = _ => [],
        };
        map.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => t.Value.IndexOf('=', StringComparison.Ordinal) < 1) is { } token) result.AddError($"--map takes FIELD=COLUMN such as actor=Country, not “{token.Value}”.");
        });
        var source = new Option<string?>("--source") { Description = "What the table is called; its file name where left out." };
        var published = QuestionOptions.Day("--published", "The day the table was public: YYYY-MM-DD.");
        var record = RecordOption.Create();
        var command = new Command("import", "Add measures kept by hand in a table, each resting on its line.") { file, map, source, published, record };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var text = Read(path);
            var columns = parsed.GetValue(map)!.Select(m => m.Split('=', 2)).GroupBy(m => m[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last()[1], StringComparer.Ordinal);
            var reading = Import(path, text, parsed.GetValue(source) ?? Path.GetFileName(path), columns, Published(parsed.GetValue(published)));
            using var ledger = RecordOption.OfThisProcess.Open(parsed.GetValue(record));
            var options = string.Join(' ', columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));
            var kept = new JsonFormat(ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder), lines: true, explain: false).Render(reading);
            var appended = ledger.Append(new NewReading(reading, ReaderName, options, KeptReading.Pack(kept.Span)));
            terminal().Errors.WriteLine($"chancery: {(appended.IsNew ? reading.Get(Layers.Changes).Count is var n && n == 1 ? "1 change added" : $"{n} changes added" : "known already, nothing added")}");
            return 0;
        });
        return command;
    }

    private static AnnotatedReport Import(string path, string text, string source, Dictionary<string, string> columns, Published published)
    {
        try
        {
            return ImportMeasures.Of(text, source, columns, published);
        }
        catch (FormatException e)
        {
            throw new UsageException($"{path}: {e.Message}.");
        }
    }

    private static Published Published(LocalDate? day) => day is { } d
        ? new Published(d, DatePrecision.Day, PublishedBasis.Stated, NodaTime.Text.LocalDatePattern.Iso.Format(d), [])
        : Reports.Published.Unknown;

    private static string Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw new UsageException($"{path} is larger than {MostBytes >> 20} MiB; import it in parts.");
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new UsageException($"{path}: {(e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e is DecoderFallbackException ? "is not UTF-8" : e.Message.ReplaceLineEndings(" "))}");
        }
    }
}
