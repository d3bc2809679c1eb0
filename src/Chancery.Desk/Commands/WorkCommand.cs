using System.CommandLine;
using System.Globalization;
using Chancery.Desk.Fetching;
using Chancery.Desk.Formats;
using Chancery.Desk.Workers;
using Chancery.Records;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery work</c>: many processes, on one machine or several, read for one record on PostgreSQL.</summary>
/// <param name="run">Runs another command line of Chancery: what a schedule says.</param>
public sealed class WorkCommand(Func<Terminal> terminal, Func<string[], int> run)
{
    private const int ItemsOfBatch = 32, CharactersOfBatch = 4 << 20;

    public static Command Create(Func<Terminal> terminal, Func<string[], int> run) => new WorkCommand(terminal, run).Create();

    private Command Create()
    {
        var record = RecordOption.Create();
        var jobs = CommonOptions.Jobs();
        var command = new Command("work", "Read batches of a shared record on PostgreSQL until interrupted. As many processes as you like; each may be killed at any time.")
        {
            record, jobs, Submit(), Status(), Retry(), Schedule(),
        };
        command.SetAction(parsed => Work(RecordOption.OfThisProcess.PlaceOf(parsed.GetValue(record)), parsed.GetValue(jobs)));
        return command;
    }

    private int Work(string place, int jobs)
    {
        using var queue = WorkQueue.Open(place);
        // The record begins before the models are loaded, and with the first worker.
        using (OpenLedger.At(place, TimeProvider.System)) { }
        var readers = ReadSetup.Readers.Compose([]);
        var prepare = new PrepareReading(new ReadPage(readers.Layers, readers.Recover), ReaderInfo.Of(ReadSetup.Version, ReadSetup.ModelFolder));
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
        var reader = new BatchReader(queue, prepare.Read, () => OpenLedger.At(place, TimeProvider.System), name);
        var scheduled = new ScheduledCommand(command => run([.. command, "--record", place]));
        return new Worker(queue, type => type == typeof(ScheduledCommand) ? scheduled : reader, jobs, terminal().Errors).Run();
    }

    private Command Submit()
    {
        var inputs = CommonOptions.Inputs();
        var record = RecordOption.Create();
        var published = CommonOptions.Published();
        var allowPrivate = CommonOptions.AllowPrivate();
        var size = new Option<int>("--batch") { Description = "How many reports a batch holds.", DefaultValueFactory = _ => ItemsOfBatch };
        size.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int n) || n is < 1 or > 1000)) result.AddError("--batch takes a number from 1 to 1000.");
        });
        var command = new Command("submit", "Hand reports to the workers in batches.") { inputs, record, published, size, allowPrivate };
        command.SetAction(parsed =>
        {
            using var queue = WorkQueue.Open(RecordOption.OfThisProcess.PlaceOf(parsed.GetValue(record)));
            using var fetch = new FetchAddress(parsed.GetValue(allowPrivate), ReadSetup.Version);
            var open = new OpenInputs(terminal().Input, fetch, parsed.GetValue(published), conllu: false);
            long batches = 0, items = 0;
            foreach (var batch in Batches(open.Open(parsed.GetValue(inputs) ?? []), parsed.GetValue(size)))
            {
                queue.Submit(batch);
                batches++;
                items += batch.Count;
            }
            terminal().Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"chancery: {items:N0} reports in {batches:N0} batches handed to the workers of {queue.Store.Place}"));
            return 0;
        });
        return command;
    }

    private static IEnumerable<List<Received>> Batches(IEnumerable<Received> items, int size)
    {
        var batch = new List<Received>();
        long characters = 0;
        foreach (var item in items)
        {
            batch.Add(item);
            characters += item is Received.Good good ? good.Page.Content.Length : 0;
            if (batch.Count < size && characters < CharactersOfBatch) continue;
            yield return batch;
            (batch, characters) = ([], 0);
        }
        if (batch.Count > 0) yield return batch;
    }

    private Command Status()
    {
        var record = RecordOption.Create();
        var format = QuestionOptions.Format();
        var command = new Command("status", "The queue, its rate, what was not read and why, poison batches, schedules.") { record, format };
        command.SetAction(parsed =>
        {
            using var queue = WorkQueue.Open(RecordOption.OfThisProcess.PlaceOf(parsed.GetValue(record)));
            return Answer.Print(terminal(), parsed.GetValue(format)!, new WorkFormat(WorkState.Of(queue)));
        });
        return command;
    }

    private Command Retry()
    {
        var record = RecordOption.Create();
        var numbers = new Argument<long[]>("batch") { Description = "Numbers of poison batches; all where left out.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("retry", "Try poison batches again.") { numbers, record };
        command.SetAction(parsed =>
        {
            using var queue = WorkQueue.Open(RecordOption.OfThisProcess.PlaceOf(parsed.GetValue(record)));
            var forgiven = queue.Store.Forgive(parsed.GetValue(numbers) ?? []);
            foreach (long number in forgiven) queue.Enqueue(number);
            terminal().Errors.WriteLine($"chancery: {forgiven.Count} batches are tried again");
            return 0;
        });
        return command;
    }

    private Command Schedule()
    {
        var record = RecordOption.Create();
        var name = new Argument<string>("name") { Description = "What the schedule is called." };
        var at = new Option<string?>("--at") { Description = "Times as cron has them: \"0 18 * * *\" is every day at 18:00." };
        var zone = new Option<string>("--zone") { Description = "The time zone of these times, such as Europe/Berlin.", DefaultValueFactory = _ => "UTC" };
        var remove = new Option<bool>("--remove") { Description = "Take the schedule away." };
        var what = new Argument<string[]>("command") { Description = "After --, the command without chancery: -- add https://news.example/rss", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("schedule", "Let the workers run a command of Chancery at set times: feeds, archives, briefings.") { name, what, at, zone, remove, record };
        command.SetAction(parsed =>
        {
            using var queue = WorkQueue.Open(RecordOption.OfThisProcess.PlaceOf(parsed.GetValue(record)));
            var schedules = new Schedules(queue);
            if (parsed.GetValue(remove)) schedules.Remove(parsed.GetValue(name)!);
            else Set(schedules, parsed.GetValue(name)!, parsed.GetValue(at), parsed.GetValue(zone)!, parsed.GetValue(what) ?? []);
            return 0;
        });
        return command;
    }

    private static void Set(Schedules schedules, string name, string? at, string zone, string[] command)
    {
        if (at is null || command.Length == 0) throw new UsageException("a schedule needs times and a command: chancery work schedule evening --at \"0 18 * * *\" --zone Europe/Berlin -- add https://news.example/rss");
        try
        {
            schedules.Set(name, at, TimeZoneInfo.FindSystemTimeZoneById(zone), command);
        }
        catch (TimeZoneNotFoundException)
        {
            throw new UsageException($"--zone knows no time zone “{zone}”; take a name such as Europe/Berlin.");
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--at “{at}”: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
