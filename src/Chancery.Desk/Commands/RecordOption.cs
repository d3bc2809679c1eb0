using System.CommandLine;
using Chancery.Records;

namespace Chancery.Desk.Commands;

/// <summary>Where the record lies: <c>--record</c>, else the environment's <c>CHANCERY_RECORD</c>, else the user's data folder.</summary>
public sealed class RecordOption(Func<string, string?> environment)
{
    private const string Variable = "CHANCERY_RECORD";

    public static readonly RecordOption OfThisProcess = new(Environment.GetEnvironmentVariable);

    public static Option<string?> Create() => new("--record")
    {
        Description = "The record: a file, or postgres://user@host:port/database (default: $CHANCERY_RECORD, else a file in your data folder).",
    };

    /// <exception cref="RecordException">It cannot be opened.</exception>
    public Ledger Open(string? asked) => OpenLedger.At(PlaceOf(asked), TimeProvider.System);

    public string PlaceOf(string? asked) => (asked ?? environment(Variable)) is { Length: > 0 } place ? place : BeginDefault();

    private string BeginDefault()
    {
        var data = environment("XDG_DATA_HOME");
        var root = !string.IsNullOrEmpty(data) ? data : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var folder = Path.Combine(root, "chancery");
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{folder}: the folder of the record cannot be made ({e.Message}); name another place with --record.", e);
        }
        return Path.Combine(folder, "record.sqlite");
    }
}
