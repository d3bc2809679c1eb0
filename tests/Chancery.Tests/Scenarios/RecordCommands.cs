using System.Text;
using System.Text.Json.Nodes;
using Chancery.Desk.Commands;

namespace Chancery.Tests.Scenarios;

/// <summary>A record in a folder of its own, used through the command line only, as people use it.</summary>
internal sealed class RecordCommands : IDisposable
{
    private static readonly Lazy<ReadSetup.Readers> Composed = new(() => ReadSetup.Readers.Compose([]));

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-scenario-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public string Place => Path.Combine(_folder, "record.sqlite");

    /// <summary>Reads pages through the whole pipeline, one command after the other.</summary>
    public RecordCommands Add(params string[] files)
    {
        foreach (var file in files)
        {
            var errors = new StringWriter();
            int status = AddCommand.Run(new AddOptions([file], Place, null, 1, false), new Terminal(() => Stream.Null, () => Stream.Null, errors, 80, false), () => Composed.Value);
            if (status != 0) throw new InvalidOperationException(errors.ToString());
        }
        return this;
    }

    /// <returns>Standard output.</returns>
    public string Ask(params string[] arguments)
    {
        var output = new MemoryStream();
        var errors = new StringWriter();
        Terminal OnStreams() => new(() => Stream.Null, () => output, errors, 80, false);
        int status = RootOfCommands.Run([.. arguments, "--record", Place],
            
            [
                StatusCommand.Create(OnStreams), TimelineCommand.Create(OnStreams), WhoCommand.Create(OnStreams), RelationCommand.Create(OnStreams), DiffCommand.Create(OnStreams),
                WhyCommand.Create(OnStreams), ReviewCommand.Create(OnStreams),
            ], errors);
        return status == 0 ? Encoding.UTF8.GetString(output.ToArray()) : throw new InvalidOperationException(errors.ToString());
    }

    public JsonNode Json(params string[] arguments) => JsonNode.Parse(Ask([.. arguments, "--format", "json"]))!;

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Scenarios", name);

    /// <summary>Every order of so many things.</summary>
    public static IEnumerable<int[]> Orders(int count) =>
        count == 0 ? [[]] : Orders(count - 1).SelectMany(o => Enumerable.Range(0, count).Select(at => (int[])[.. o[..at], count - 1, .. o[at..]]));
}
