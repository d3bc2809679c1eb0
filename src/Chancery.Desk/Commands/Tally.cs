using System.Globalization;

namespace Chancery.Desk.Commands;

/// <summary>Counts what a run does, together with what it did before it was interrupted.</summary>
public sealed class Tally(TimeProvider time, Checkpoint? before)
{
    private readonly long _started = time.GetTimestamp();
    private long _wordsNow;

    public long Items { get; private set; } = before?.Items ?? 0;
    public string? LastId { get; private set; } = before?.LastId;
    public long Reports { get; private set; } = before?.Reports ?? 0;
    public long Words { get; private set; } = before?.Words ?? 0;
    public NotRead NotRead { get; } = new(before?.NotRead ?? []);

    public void Count(string id, ReadPage.Outcome outcome)
    {
        Items++;
        LastId = id;
        Words += outcome.Words;
        _wordsNow += outcome.Words;
        if (outcome.Unread is { } unread) NotRead.Add(unread);
        else Reports++;
    }

    public Checkpoint At(long position, bool done) => new("", Items, LastId, position, Reports, Words, NotRead.Kinds, done);

    public TimeSpan Taken => time.GetElapsedTime(_started);

    /// <summary>Words of this run alone: a resumed run is no faster for what was done before.</summary>
    public double WordsPerSecond => _wordsNow / Math.Max(Taken.TotalSeconds, 0.001);

    public void Summarise(TextWriter errors)
    {
        errors.WriteLine(string.Format(CultureInfo.InvariantCulture, "chancery: {0:N0} reports, {1:N0} words in {2:0.0} s, {3:N0} words per second{4}",
            Reports, Words, Taken.TotalSeconds, WordsPerSecond, NotRead.Count == 0 ? "" : $"; {NotRead.Count:N0} not read"));
        NotRead.Summarise(errors);
    }
}
