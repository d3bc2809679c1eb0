using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Reports;

namespace Chancery.Desk.Commands;

/// <summary>The file of <c>--resume</c>: replaced whole about once a second, so that whatever is found in it is true.</summary>
public sealed class ResumeFile(string path, string run, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private long _saved = time.GetTimestamp();

    public bool IsDue => time.GetElapsedTime(_saved) >= Every;

    /// <returns>Null where nothing was begun.</returns>
    /// <exception cref="UsageException">The file is another run's, or no such file.</exception>
    public Checkpoint? Load()
    {
        if (!File.Exists(path)) return null;
        Checkpoint? kept;
        try
        {
            kept = JsonSerializer.Deserialize<Checkpoint>(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--resume {path}: {e.Message.ReplaceLineEndings(" ")}");
        }
        if (kept?.Run != run)
            throw new UsageException($"--resume {path} belongs to another run ({ReadRun.OneLine(kept?.Run ?? "")}); give the same inputs and options, or name another file.");
        return kept;
    }

    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Save(Checkpoint reached)
    {
        var next = path + ".new";
        try
        {
            using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(file, reached with { Run = run }, Json);
                file.Flush(flushToDisk: true);
            }
            File.Move(next, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--resume {path}: {e.Message.ReplaceLineEndings(" ")}");
        }
        _saved = time.GetTimestamp();
    }

    /// <summary>The items after those that are dealt with.</summary>
    /// <exception cref="UsageException">The input is no longer the one of the first run.</exception>
    public IEnumerable<Received> Rest(IEnumerable<Received> items, Checkpoint reached)
    {
        using var walk = items.GetEnumerator();
        string? last = null;
        for (long i = 0; i < reached.Items; i++)
        {
            if (!walk.MoveNext()) throw Changed();
            if (i == reached.Items - 1) last = IdOf(walk.Current);
        }
        if (last != reached.LastId) throw Changed();
        while (walk.MoveNext()) yield return walk.Current;
    }

    public static string IdOf(Received item) => item is Received.Good good ? good.Page.Id : ((Received.Bad)item).Unread.Id;

    private UsageException Changed() => new($"--resume {path}: the input has changed since; begin anew with another file.");
}
