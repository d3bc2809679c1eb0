using System.Data.Common;
using Chancery.Records.Claims;
using Chancery.Records.Sql;
using NodaTime;

namespace Chancery.Records.Briefing;

/// <summary>The issues that were made, in the record's own database.</summary>
public sealed class Issues
{
    private const string Columns = "number, date, made, since, recorded, waits_until, content";

    /// <summary>So many entries are kept of an evening: readers with dossiers of their own find theirs among them.</summary>
    private const int MostEntries = 400;

    private readonly SqlLedger _ledger;

    public Issues(Ledger ledger) => _ledger = SqlLedger.Of(ledger);

    /// <exception cref="RecordException">There is one for this day.</exception>
    public Issue Make(EveningQuestion question, Instant made, Instant? waitsUntil, IReadOnlyList<BriefingEntry> entries) => _ledger.Write(transaction =>
    {
        if (_ledger.Scalar(Query.Of("SELECT number FROM issues WHERE date = @p0", Cells.Day(question.Date)), transaction) is { } there)
            throw new RecordException($"The issue of {question.Date.ToString("uuuu-MM-dd", null)} was made before: it is issue {there}, and an issue is made once.");
        long number = _ledger.Next("issues", transaction);
        var kept = FitReading.Weightiest(entries, MostEntries);
        var recorded = question.Recorded ?? made;
        _ledger.Execute([Query.Of($"INSERT INTO issues ({Columns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            number, Cells.Day(question.Date), Cells.Micros(made), question.Since is { } since ? Cells.Micros(since) : null, Cells.Micros(recorded),
            waitsUntil is { } hour ? Cells.Micros(hour) : null, IssueJson.Write(kept))], transaction);
        _ledger.Execute(
            kept.SelectMany((e, at) => e.Rows.Select((row, i) => Query.Of("INSERT INTO issue_rows (issue, place, row_name, says) VALUES (@p0, @p1, @p2, @p3)",
                number, at + 1L, row, i < e.Says.Count ? e.Says[i] : ""))), transaction);
        return new Issue(number, question.Date, made, question.Since, recorded, waitsUntil, kept);
    });

    public Issue? Of(LocalDate date) => One(Query.Of($"SELECT {Columns} FROM issues WHERE date = @p0", Cells.Day(date)));

    public Issue? Of(long number) => One(Query.Of($"SELECT {Columns} FROM issues WHERE number = @p0", number));

    /// <summary>The last one of an earlier day.</summary>
    public Issue? Before(LocalDate date) => One(Query.Of($"SELECT {Columns} FROM issues WHERE date < @p0 ORDER BY date DESC LIMIT 1", Cells.Day(date)));

    /// <summary>The latest of these days, the newest first.</summary>
    public IReadOnlyList<Issue> Latest(int most) => _ledger.Rows(Query.Of($"SELECT {Columns} FROM issues ORDER BY date DESC LIMIT @p0", (long)most), Read);

    public IssueDecision Decide(long issue, IssueVerdict verdict, string by, int? place, string? note, Instant at) => _ledger.Write(transaction =>
    {
        if (string.IsNullOrWhiteSpace(by)) throw new RecordException("A decision needs the name of the person: --as NAME.");
        long number = _ledger.Next("issue_decisions", transaction);
        _ledger.Execute([Query.Of("INSERT INTO issue_decisions (number, issue, recorded, kind, decided_by, place, note) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            number, issue, Cells.Micros(at), verdict.ToString(), by, (long?)place, note)], transaction);
        return new IssueDecision(number, issue, at, verdict, by, place, note);
    });

    public IReadOnlyList<IssueDecision> Decisions(long issue) => _ledger.Rows(
        Query.Of("SELECT number, issue, recorded, kind, decided_by, place, note FROM issue_decisions WHERE issue = @p0 ORDER BY number", issue),
        row => new IssueDecision(row.GetInt64(0), row.GetInt64(1), Cells.ToInstant(row.GetInt64(2)), row.Word<IssueVerdict>(3), row.GetString(4), (int?)row.Number(5), row.Text(6)));

    /// <summary>Entries that rest on any of these rows, or on rows that said any of these lines.</summary>
    public IReadOnlyList<EarlierEntry> EntriesOn(IReadOnlyCollection<string> rows, IReadOnlyCollection<string> says)
    {
        var places = rows.Select(r => Query.Of("SELECT issue, place, row_name, says FROM issue_rows WHERE row_name = @p0 ORDER BY issue, place", r))
            .Concat(says.Where(s => s.Length > 0).Select(s => Query.Of("SELECT issue, place, row_name, says FROM issue_rows WHERE says = @p0 ORDER BY issue, place", s)))
            .SelectMany(q => _ledger.Rows(q, row => (Issue: row.GetInt64(0), Place: (int)row.GetInt64(1), Row: row.GetString(2), Says: row.GetString(3))))
            .Distinct().GroupBy(p => p.Issue);
        return [.. places.OrderBy(g => g.Key).SelectMany(g => Of(g.Key) is { } issue ? g.Select(p => Entry(issue, p.Place, p.Row, p.Says)) : [])];
    }

    private static EarlierEntry Entry(Issue issue, int place, string row, string says)
    {
        var entry = issue.Entries[place - 1];
        return new EarlierEntry(issue.Number, issue.Date, place, entry.Between, entry.Line, entry.Quote, entry.Source, entry.Published, row, says);
    }

    private Issue? One(Query query) => _ledger.Rows(query, Read).SingleOrDefault();

    private static Issue Read(DbDataReader row) => new(
        row.GetInt64(0), Cells.ToDay(row.GetInt64(1)), Cells.ToInstant(row.GetInt64(2)), row.Number(3) is { } since ? Cells.ToInstant(since) : null,
        Cells.ToInstant(row.GetInt64(4)), row.Number(5) is { } waits ? Cells.ToInstant(waits) : null, IssueJson.Read(row.GetString(6)));
}
