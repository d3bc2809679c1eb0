using System.Data.Common;
using Chancery.Records.Claims;
using Chancery.Records.Sql;
using Microsoft.Data.Sqlite;

namespace Chancery.Records.Sqlite;

/// <summary>The record in one file, beside which SQLite keeps its log while it is open.</summary>
public sealed class SqliteLedger : SqlLedger
{
    private const int DiskFull = 13, CannotOpen = 14, Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, NotADatabase = 26, Constraint = 19, IoTrouble = 10;

    private readonly SqliteConnection _connection;
    private readonly string _file;

    private SqliteLedger(SqliteConnection connection, string file, TimeProvider time) : base(connection, time) => (_connection, _file) = (connection, file);

    public override string Place => _file;

    /// <summary>Opens a record, or begins one where the file does not exist.</summary>
    /// <param name="patience">How long to wait for another writer.</param>
    /// <exception cref="RecordException">The file is no record, is of a newer version, cannot be written …</exception>
    public static SqliteLedger Open(string file, TimeProvider time, TimeSpan? patience = null)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            DefaultTimeout = (int)Math.Ceiling((patience ?? TimeSpan.FromSeconds(30)).TotalSeconds),
            Pooling = false,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Schema.Bring(connection, file);
            return new SqliteLedger(connection, file, time);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e, file);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Immediate: two that append at once wait for each other at the start, where nothing is lost by it.
    protected override DbTransaction BeginWriting() => _connection.BeginTransaction(deferred: false);

    private protected override Query Finding(AskedWords asked, int atMost) => Query.Of(
        $"SELECT {ReportRows.Columns}, r.text FROM words JOIN reports r ON r.number = words.rowid WHERE words MATCH @p0 ORDER BY rank, r.number LIMIT @p1",
        Matching(asked), (long)atMost);

    private protected override Query FindingNewest(AskedWords asked) => Query.Of("SELECT rowid FROM words WHERE words MATCH @p0 ORDER BY rowid DESC LIMIT 1", Matching(asked));

    private static string Matching(AskedWords asked)
    {
        static string Phrase(AskedPhrase p) => $"\"{string.Join(' ', p.Words)}\"{(p.IsBeginning ? " *" : "")}";
        var all = string.Join(" AND ", asked.AllOf.Select(any => $"({string.Join(" OR ", any.Select(Phrase))})"));
        return asked.NoneOf.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", asked.NoneOf.Select(Phrase))})";
    }

    private protected override IEnumerable<string> EngineFaults() =>
        Rows(Query.Of("PRAGMA integrity_check(100)"), row => row.GetString(0)).Where(f => f != "ok")
            .Concat(Rows(Query.Of("PRAGMA foreign_key_check"), row => $"{row.GetString(0)} {row.GetValue(1)}: its {row.GetString(2)} row is missing"))
            .Concat(Schema.Faults(_connection)).Concat(WordFaults());

    private IEnumerable<string> WordFaults()
    {
        string? fault = null;
        try
        {
            // A command to the index, which writes nothing.
            Rows(Query.Of("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"), row => 0);
        }
        catch (RecordException e)
        {
            fault = $"the index of words does not fit the reports ({e.InnerException?.Message})";
        }
        return fault is null ? [] : [fault];
    }

    private protected override Exception Explain(DbException e) => Explain((SqliteException)e, _file);

    private static RecordException Explain(SqliteException e, string file) => new(e.SqliteErrorCode switch
    {
        DiskFull => $"{file}: the disk is full; nothing of the last report was recorded.",
        CannotOpen => $"{file}: cannot be opened; does its folder exist, and may you write there?",
        Busy or Locked => $"{file}: another process has held it locked for too long; try again when it is done.",
        ReadOnly => $"{file}: may not be written; ask for the right to write the file and its folder.",
        Corrupt => $"{file}: is damaged; restore it from a backup (chancery record restore).",
        NotADatabase => $"{file}: is no record of Chancery.",
        IoTrouble => $"{file}: the disk failed or is full ({e.Message}).",
        Constraint => $"{file}: {e.Message}",
        _ => $"{file}: {e.Message}",
    }, e);
}
