using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chancery.Desk.Commands;
using Chancery.Desk.Formats;
using Chancery.Desk.Workers;
using Chancery.Reading.Pages;
using Chancery.Records;
using Chancery.Reports;
using Chancery.Tests.Records.Postgres;
using Xunit;

namespace Chancery.Tests.Desk.Workers;

/// <summary>Three worker processes and one record, under harm.</summary>
public sealed class ManyWorkersTests : IDisposable
{
    private static readonly int Count = Soak.Times(36, 600), Kills = Soak.Times(1, 20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(Soak.Times(8, 20));

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-workers-").FullName;
    private readonly PostgresServer _server = new();
    private readonly List<Process> _workers = [];

    public void Dispose()
    {
        foreach (var worker in _workers) End(worker);
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void workers_are_killed_and_the_server_crashes_and_the_record_is_that_of_a_single_process()
    {
        var (shared, single) = (_server.NewDatabase(), _server.NewDatabase());
        var input = Path.Combine(_folder, "news.jsonl");
        File.WriteAllText(input, News());
        Assert.Equal(0, AddHere(single, input));

        for (int i = 0; i < 3; i++) _workers.Add(StartWorker(shared));
        Submit(shared, input);
        for (int kill = 0; kill < Kills; kill++)
        {
            WaitUntil(() => Recorded(shared) > Count * kill / (Kills + 2));
            End(_workers[kill % 3]);
            _workers[kill % 3] = StartWorker(shared);
            if (kill == Kills / 2) _server.Crash();
        }
        WaitUntil(() => Open(shared) == 0);

        Assert.Equal(Count, Recorded(shared));
        foreach (var table in (string[])["reports", "changes", "events", "statements", "signals"])
            Assert.Equal((table, Rows(single, table)), (table, Rows(shared, table)));
        using var queue = WorkQueue.Open(_server.Address(shared));
        var state = WorkState.Of(queue);
        Assert.Equal((0, Count), (state.Poison.Count, state.Reports));
    }

    /// <summary>The single process is this one.</summary>
    private int AddHere(string database, string input)
    {
        using var ledger = OpenLedger.At(_server.Address(database), TimeProvider.System);
        return new AddRun(CommandLine.Reader, ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder), ledger, new StringWriter(), TimeProvider.System).Run(Items(input), 1);
    }

    private void Submit(string database, string input)
    {
        using var queue = WorkQueue.Open(_server.Address(database));
        foreach (var batch in Items(input).Chunk(3)) queue.Submit(batch);
    }

    private static IEnumerable<Received> Items(string input) => ReadInput.Read(File.OpenRead(input), new InputSource(input));

    private static string News()
    {
        string[] pairs = ["Peru|Laos", "Ghana|Togo", "Chad|Sudan", "Kenya|Somalia", "Chile|Bolivia"];
        var lines = new StringBuilder();
        for (int i = 0; i < Count; i++)
        {
            var pair = pairs[i % pairs.Length].Split('|');
            lines.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"n{i}\",\"published\":\"2021-03-{1 + (i % 28):00}\",\"text\":\"{pair[0]} suspended its military aid to {pair[1]} on Monday, the foreign ministry said. {pair[0]} accused {pair[1]} of breaking accord number {i}.\"}}\n");
        }
        return lines.ToString();
    }

    /// <summary>All rows without what tells when and in which order they came, with the report they stand in.</summary>
    private string? Rows(string database, string table) => _server.Ask(database, table == "reports"
        ? "SELECT string_agg((to_jsonb(r) - 'number' - 'recorded' - 'page')::text, E'\\n' ORDER BY r.id) FROM reports r"
        : $"SELECT string_agg((to_jsonb(t) - 'number' - 'report')::text || r.id, E'\\n' ORDER BY r.id, t.number) FROM {table} t JOIN reports r ON r.number = t.report");

    private long Recorded(string database) => Number(database, "SELECT count(*) FROM reports");
    private long Open(string database) => Number(database, "SELECT count(*) FROM chancery_work.batches WHERE done IS NULL");

    private long Number(string database, string sql)
    {
        try
        {
            return long.Parse(_server.Ask(database, sql)!, CultureInfo.InvariantCulture);
        }
        catch (Npgsql.NpgsqlException)
        {
            return -1; // it is just starting again, or the first worker has not made the tables yet
        }
    }

    private static void WaitUntil(Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(clock.Elapsed < Patience, "the workers do not get on");
            Thread.Sleep(50);
        }
    }

    private Process StartWorker(string database) => Start("work", "--record", _server.Address(database), "--jobs", "1");

    private static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private static Process Start(params string[] command)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), .. command]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }
}
