using System.Data.Common;
using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records.Sql;

/// <summary>
/// What both engines do alike. They keep the same tables with the same cells and differ in how a connection is opened, how writers wait for each
/// other, and how words are searched. One instance serves one thread at a time.
/// </summary>
public abstract partial class SqlLedger(DbConnection connection, TimeProvider time) : Ledger
{
    private readonly KeptCommands _kept = new(connection);

    private Decision[] _decisions = [];

    protected DbConnection Connection { get; } = connection;

    /// <summary>Both engines are one of these: what else lies in the record's database is asked through it.</summary>
    internal static SqlLedger Of(Ledger ledger) => (SqlLedger)ledger;

    /// <summary>Begins a transaction that waits until no other writer has one.</summary>
    protected abstract DbTransaction BeginWriting();

    /// <summary>What keeps the words of a report for searching, beyond its row; null where its row is enough.</summary>
    private protected virtual byte[]? WordsOf(string? title, string text) => null;

    /// <summary>Adds rows in an order in which each may come after those it names.</summary>
    private protected virtual void Insert(IReadOnlyList<Row> rows, DbTransaction transaction) => Execute(rows.Select(r => r.Insert()), transaction);

    /// <summary>Finds reports that hold all these phrases, the best first: their columns and their text.</summary>
    private protected abstract Query Finding(AskedWords asked, int atMost);

    /// <summary>Finds the number of the newest of them; a null or no row where there is none.</summary>
    private protected abstract Query FindingNewest(AskedWords asked);

    /// <summary>Called before each question and each addition.</summary>
    private protected virtual void BeReady()
    {
    }

    /// <exception cref="RecordException">Says what hinders, for people.</exception>
    private protected abstract Exception Explain(DbException e);

    public sealed override IReadOnlyList<Appended> Append(IReadOnlyList<NewReading> readings)
    {
        // All that can be done before is done before: other writers wait from here to the commit.
        var writings = readings.Select(r => new WriteReading(r, WordsOf(r.Reading.Report.Title, r.Reading.Report.Text))).ToList();
        return Write(transaction =>
        {
            var appending = Begin(transaction);
            var added = writings.Select(appending.Of).ToList();
            Insert([.. added.SelectMany(a => a.Rows)], transaction);
            return added.Select(a => a.Result).ToArray();
        });
    }

    public sealed override Decision Append(NewDecision decision) => Write(transaction =>
    {
        var (result, rows) = Begin(transaction).Of(decision);
        Execute(rows.Select(r => r.Insert()), transaction);
        return result;
    });

    private Appending Begin(DbTransaction transaction) => new(
        query => Using(query, transaction, command => command.ExecuteScalar()), RecordedNow(transaction));

    public sealed override IReadOnlyList<ChangeClaim> Changes(ClaimsWanted wanted, AsOf asOf) =>
        Rows(ClaimRows.Select(wanted, asOf, "changes", ClaimRows.ChangeColumns), ClaimRows.Change());

    public sealed override IReadOnlyList<EventClaim> Events(ClaimsWanted wanted, AsOf asOf) =>
        Rows(ClaimRows.Select(wanted, asOf, "events", ClaimRows.EventColumns), ClaimRows.Event());

    public sealed override IReadOnlyList<StatementClaim> Statements(ClaimsWanted wanted, AsOf asOf) =>
        Rows(ClaimRows.Select(wanted, asOf, "statements", ClaimRows.StatementColumns), ClaimRows.Statement());

    public sealed override IReadOnlyList<SignalClaim> Signals(ClaimsWanted wanted, AsOf asOf) =>
        Rows(ClaimRows.Select(wanted, asOf, "signals", ClaimRows.SignalColumns), ClaimRows.Signal());

    /// <summary>Only those are read that came since the last question: every question needs them all, and they are as many as people could make.</summary>
    public sealed override IReadOnlyList<Decision> Decisions(AsOf asOf)
    {
        var newer = Rows(
            new Conditions().Add("number > ?", _decisions.Length == 0 ? 0 : _decisions[^1].Number).On("SELECT number, recorded, kind, decided_by, about, payload FROM decisions", "number"),
            row => new Decision(row.GetInt64(0), Cells.ToInstant(row.GetInt64(1)), row.Word<DecisionKind>(2), row.GetString(3),
                row.Text(4) is { } about ? RowName.Parse(about) : null, row.GetString(5)));
        if (newer.Count > 0) _decisions = [.. _decisions, .. newer];
        return asOf.Recorded is { } recorded ? [.. _decisions.TakeWhile(d => d.Recorded <= recorded)] : _decisions;
    }

    public sealed override IReadOnlyList<Dyad> DyadsWithMeasure(string name) =>
        Rows(Query.Of("SELECT DISTINCT dyad FROM changes WHERE key_name = @p0 ORDER BY dyad", name), row => Dyad.Parse(row.GetString(0)));

    public sealed override IReadOnlyList<Dyad> DyadsWithChanges() =>
        Rows(Query.Of("SELECT DISTINCT dyad FROM changes ORDER BY dyad"), row => Dyad.Parse(row.GetString(0)));

    public sealed override IReadOnlyList<ReportRow> Reports(ClaimsWanted wanted, AsOf asOf) =>
        Rows(new Conditions().AddSource(wanted, "r.number").Add(asOf).On($"SELECT {ReportRows.Columns} FROM reports r", "r.number"), ReportRows.Read);

    public sealed override KeptReport? Report(long number) => Rows(
        Query.Of($"SELECT {ReportRows.Columns}, r.text, r.reading FROM reports r WHERE r.number = @p0", number), ReportRows.ReadKept).SingleOrDefault();

    public sealed override IReadOnlyDictionary<long, string> Texts(IReadOnlyCollection<long> reportRows)
    {
        var texts = new Dictionary<long, string>();
        foreach (var some in reportRows.Distinct().Chunk(ReportRows.TextsAtOnce))
            foreach (var (number, text) in Rows(ReportRows.Texts(some), row => (row.GetInt64(0), row.GetString(1)))) texts[number] = text;
        return texts;
    }

    public sealed override IReadOnlyList<Found> Search(string words, int atMost)
    {
        var asked = AskedWords.Of(words);
        return asked.IsEmpty ? [] : Rows(Finding(asked, atMost), row => new Found(ReportRows.Read(row), Excerpt.Of(row.GetString(ReportRows.Count), asked)));
    }

    public sealed override long NewestFound(string words)
    {
        var asked = AskedWords.Of(words);
        return asked.IsEmpty ? 0 : Guarded(() => Scalar(FindingNewest(asked), null)) ?? 0;
    }

    public sealed override Instant? LastRecorded => Guarded(() => Last(null)) is var last && last == 0 ? null : Cells.ToInstant(last);

    public sealed override RecordVersion Version => Guarded(() => new RecordVersion(
        Scalar(Query.Of("SELECT max(number) FROM reports"), null) ?? 0, Scalar(Query.Of("SELECT max(number) FROM decisions"), null) ?? 0));

    public sealed override PairVersion VersionOf(Dyad between) => Guarded(() => new PairVersion(
        Scalar(Query.Of("SELECT max(number) FROM changes WHERE dyad = @p0", between.ToString()), null) ?? 0,
        Scalar(Query.Of("SELECT max(event) FROM event_dyads WHERE dyad = @p0", between.ToString()), null) ?? 0,
        Scalar(Query.Of("SELECT max(number) FROM signals WHERE dyad = @p0", between.ToString()), null) ?? 0));

    public sealed override bool HasReadAgainSince(long report) =>
        Guarded(() => Scalar(Query.Of("SELECT number FROM reports WHERE number > @p0 AND page <> number LIMIT 1", report), null)) is not null;

    /// <summary>Reads rows; trouble with the engine is told in words for people.</summary>
    internal List<T> Rows<T>(Query query, Func<DbDataReader, T> read) => Guarded(() => Rows(query, null, read));

    internal List<T> Rows<T>(Query query, DbTransaction? transaction, Func<DbDataReader, T> read) => Using(query, transaction, command =>
    {
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    });

    private T Using<T>(Query query, DbTransaction? transaction, Func<DbCommand, T> use)
    {
        if (_kept.Of(query, transaction) is { } kept) return use(kept);
        using var command = query.On(Connection, transaction);
        return use(command);
    }

    private protected T Guarded<T>(Func<T> work)
    {
        try
        {
            BeReady();
            return work();
        }
        catch (DbException e)
        {
            throw Explain(e);
        }
    }

    /// <summary>Does all of it or nothing.</summary>
    internal T Write<T>(Func<DbTransaction, T> work) => Guarded(() =>
    {
        using var transaction = BeginWriting();
        var result = work(transaction);
        transaction.Commit();
        return result;
    });

    internal void Execute(IEnumerable<Query> queries, DbTransaction transaction)
    {
        if (Connection.CanCreateBatch)
        {
            using var batch = Connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var query in queries) batch.BatchCommands.Add(query.On(batch));
            if (batch.BatchCommands.Count > 0) batch.ExecuteNonQuery();
            return;
        }
        foreach (var query in queries) Using(query, transaction, command => command.ExecuteNonQuery());
    }

    /// <summary>How many rows it touched.</summary>
    internal long Count(Query query, DbTransaction transaction)
    {
        using var command = query.On(Connection, transaction);
        return command.ExecuteNonQuery();
    }

    internal long? Scalar(Query query, DbTransaction? transaction)
    {
        return Using(query, transaction, command => command.ExecuteScalar()) is long value ? value : null;
    }

    internal long Next(string table, DbTransaction transaction) => (Scalar(Query.Of($"SELECT max(number) FROM {table}"), transaction) ?? 0) + 1;

    /// <summary>The clock, or the last recorded instant where the clock has gone back since: recorded time never does.</summary>
    private long RecordedNow(DbTransaction transaction) =>
        Math.Max(Last(transaction), Cells.Micros(Instant.FromDateTimeOffset(time.GetUtcNow())));

    private long Last(DbTransaction? transaction) => Math.Max(
        Scalar(Query.Of("SELECT max(recorded) FROM reports"), transaction) ?? 0, Scalar(Query.Of("SELECT max(recorded) FROM decisions"), transaction) ?? 0);

    protected override void Close()
    {
        _kept.Dispose();
        Connection.Dispose();
    }
}
