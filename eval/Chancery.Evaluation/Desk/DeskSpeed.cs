using System.Diagnostics;
using System.Globalization;
using System.Net;
using Chancery.Records.Sqlite;

namespace Chancery.Evaluation.Desk;

/// <summary>
/// How fast the desk is: first byte and size of a dossier with 2,000 changes, and mixed reading at 200 requests a second while <c>chancery add</c> runs beside it, by wrk on
/// loopback. Desk and add are processes of their own, as people run them.
/// </summary>
internal static class DeskSpeed
{
    private const string Dossier = "/states/NOR-MWI";
    private const int Tries = 60, PerSecond = 200, Connections = 32, Seconds = 30, News = 30_000;

    private static readonly string[] Mixed =
        [Dossier, "/", "/states", "/states/NOR-TAA", "/states/NOR-TAB?on=2010-01-01&known=2012-01-01", "/states/NOR-TAC", "/reports/r3", "/reports/r40", "/reports", "/search?q=grain%20treaty", "/api/v1/status?between=NOR-TAD", Dossier + "?on=2015-06-01"];

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("chancery-desk-speed-").FullName;
        try
        {
            var record = Path.Combine(folder, "record.sqlite");
            using (var ledger = SqliteLedger.Open(record, TimeProvider.System)) MadeRecord.Write(ledger);
            var desk = new Uri($"http://127.0.0.1:{FreePort()}");
            using var server = Start(folder, "serve", "--record", record, "--urls", desk.ToString());
            try
            {
                WaitFor(desk);
                FirstByte(desk, server);
                Warm(desk);
                return Load(desk, folder, record);
            }
            finally
            {
                server.Kill(entireProcessTree: true);
                server.WaitForExit();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void FirstByte(Uri desk, Process server)
    {
        using var client = new HttpClient { BaseAddress = desk };
        var times = new List<double>();
        long size = 0, packed = 0;
        // Warm: the runtime compiles what is run often a second time.
        for (int i = 0; i < Tries; i++) client.GetByteArrayAsync(Dossier).GetAwaiter().GetResult();
        server.Refresh();
        var before = server.TotalProcessorTime;
        for (int i = 0; i < Tries; i++)
        {
            long started = Stopwatch.GetTimestamp();
            using var answer = client.GetAsync(Dossier, HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            size = answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult().Length;
        }
        server.Refresh();
        double work = (server.TotalProcessorTime - before).TotalMilliseconds / Tries;
        using (var request = new HttpRequestMessage(HttpMethod.Get, Dossier) { Headers = { { "Accept-Encoding", "br" } } })
        using (var answer = client.Send(request)) packed = answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult().Length;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"dossier with {MadeRecord.Changes:N0} changes, warm: first byte median {times[Tries / 2]:0.0} ms, p95 {times[Tries * 95 / 100]:0.0} ms (budget 50 ms), processor time {work:0.0} ms a request; page {size / 1024.0:0} KB, {packed / 1024.0:0} KB as sent (budget 300 KB)"));
    }

    /// <summary>Each page of the mix as often as it takes until the runtime has compiled what it needs: a desk is open all day.</summary>
    private static void Warm(Uri desk)
    {
        using var client = new HttpClient { BaseAddress = desk };
        for (int i = 0; i < Tries; i++)
            foreach (var path in Mixed) client.GetByteArrayAsync(path).GetAwaiter().GetResult();
    }

    private static int Load(Uri desk, string folder, string record)
    {
        var script = Path.Combine(folder, "mixed.lua");
        File.WriteAllText(script, Script());
        var news = Path.Combine(folder, "news.jsonl");
        File.WriteAllLines(news, Enumerable.Range(0, News).Select(i =>
            $"{{\"id\":\"load/{i}\",\"published\":\"2022-03-{i % 28 + 1:00}\",\"text\":\"Sweden suspended its aid programme {i} for Chad on Monday, the Foreign Ministry in Stockholm said. Officials in N'Djamena criticised the decision. The programme had been running since 2015.\"}}"));
        using var add = Start(folder, "add", "--record", record, news);
        Thread.Sleep(4000);
        bool ran = !add.HasExited;
        var wrk = Process.Start(new ProcessStartInfo("wrk", $"-t1 -c{Connections} -d{Seconds}s --latency -s {script} {desk}") { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk is missing: apt-get install wrk");
        Console.Write(wrk.StandardOutput.ReadToEnd());
        wrk.WaitForExit();
        Console.WriteLine($"the machine's load: {File.ReadAllText("/proc/loadavg").Trim()}");
        Console.WriteLine($"add was running at the start: {ran}, at the end: {!add.HasExited}");
        if (!add.HasExited) add.Kill(entireProcessTree: true);
        add.WaitForExit();
        return 0;
    }

    /// <summary>Pages in turn at a steady rate, however fast the last were answered: whichever connection is free takes the next turn.</summary>
    private static string Script() => $$"""
        local ffi = require("ffi")
        ffi.cdef("typedef struct { long s; long us; } moment; int gettimeofday(moment *now, void *zone);")
        local moment = ffi.new("moment")
        local function now() ffi.C.gettimeofday(moment, nil) return tonumber(moment.s) * 1000 + tonumber(moment.us) / 1000 end
        local paths = { {{string.Join(", ", Mixed.Select(p => $"\"{p}\""))}} }
        local at, turn = 0, nil
        request = function() at = at + 1; return wrk.format("GET", paths[at % #paths + 1]) end
        delay = function() turn = math.max((turn or now()) + {{1000 / PerSecond}}, now() - 1000); return math.max(0, turn - now()) end
        """;

    private static Process Start(string folder, params string[] arguments)
    {
        // The built launcher where there is one, as people have it; else what this evaluation was built with.
        var launcher = Environment.GetEnvironmentVariable("CHANCERY") is { Length: > 0 } named ? named : null;
        var start = new ProcessStartInfo(launcher ?? "dotnet", launcher is null ? [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), .. arguments] : arguments) { WorkingDirectory = folder };
        return Process.Start(start) ?? throw new InvalidOperationException("chancery does not start");
    }

    private static void WaitFor(Uri desk)
    {
        using var client = new HttpClient { BaseAddress = desk };
        for (int i = 0; ; i++)
        {
            try
            {
                if (client.GetAsync(Dossier).GetAwaiter().GetResult().StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException) when (i < 300)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
