using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Records;

/// <summary>
/// The append-only store of what was read, reviewed and corrected. Two engines keep it; questions (<see cref="Questions"/>) are written once over
/// what stands here. Claims come in the order of their numbers, and only those of the latest reading of each page as of the question,
/// of reports that were not withdrawn by then.
/// </summary>
public abstract class Ledger : IDisposable
{
    /// <summary>Where it lies: a file, or an address without its password.</summary>
    public abstract string Place { get; }

    /// <summary>Records a reading whole or not at all. The same reading again (page, id, reader, options) writes nothing.</summary>
    public Appended Append(NewReading reading) => Append([reading])[0];

    /// <summary>Records readings at one go, all or none: many are faster so, for the disk is waited for once.</summary>
    /// <returns>For each what became of it.</returns>
    public abstract IReadOnlyList<Appended> Append(IReadOnlyList<NewReading> readings);

    public abstract Decision Append(NewDecision decision);

    public abstract IReadOnlyList<ChangeClaim> Changes(ClaimsWanted wanted, AsOf asOf);
    public abstract IReadOnlyList<EventClaim> Events(ClaimsWanted wanted, AsOf asOf);
    public abstract IReadOnlyList<StatementClaim> Statements(ClaimsWanted wanted, AsOf asOf);
    public abstract IReadOnlyList<SignalClaim> Signals(ClaimsWanted wanted, AsOf asOf);

    /// <summary>All decisions recorded by then, in order.</summary>
    public abstract IReadOnlyList<Decision> Decisions(AsOf asOf);

    /// <summary>The pairs that have a change whose measure bears this name (see <see cref="Identity.MeasureKey.NameOf"/>), in ordinal order.</summary>
    public abstract IReadOnlyList<Dyad> DyadsWithMeasure(string name);

    /// <summary>All pairs with changes, in ordinal order.</summary>
    public abstract IReadOnlyList<Dyad> DyadsWithChanges();

    /// <summary>Readings recorded in the window, in order.</summary>
    public abstract IReadOnlyList<ReportRow> Reports(ClaimsWanted wanted, AsOf asOf);

    public abstract KeptReport? Report(long number);

    /// <summary>The text of each of these readings.</summary>
    public abstract IReadOnlyDictionary<long, string> Texts(IReadOnlyCollection<long> reportRows);

    /// <summary>Reports that hold all these words, the best first: <c>"side by side"</c>, <c>-without</c>, <c>either OR or</c>, <c>beginning*</c>.</summary>
    public abstract IReadOnlyList<Found> Search(string words, int atMost);

    /// <summary>The number of the newest report that <see cref="Search"/> would find; zero where there is none.</summary>
    public abstract long NewestFound(string words);

    /// <summary>When the newest row was recorded; null in an empty record.</summary>
    public abstract Instant? LastRecorded { get; }

    /// <summary>Goes through every row and says what is wrong.</summary>
    /// <param name="progress">Told the number of the report or decision that was gone through.</param>
    public abstract Checked Check(Action<long>? progress = null);

    /// <summary>Writes all rows recorded by now, so that <see cref="Restore"/> of either engine makes the same record of them.</summary>
    public abstract void Backup(Stream output);

    /// <summary>Fills an empty record from what <see cref="Backup"/> wrote: whole or not at all.</summary>
    /// <returns>How many reports there are.</returns>
    /// <exception cref="RecordException">This record is not empty, or the backup is damaged.</exception>
    public abstract long Restore(Stream input);

    /// <summary>Where it is as it was, so is every answer.</summary>
    public abstract RecordVersion Version { get; }

    /// <summary>The same for what is told between two: where it is as it was, no page was read again since, and nobody decided, so is every answer about them.</summary>
    public abstract PairVersion VersionOf(Dyad between);

    /// <summary>Whether a page that was read before was read again after this report.</summary>
    public abstract bool HasReadAgainSince(long report);

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();
}

/// <summary>The numbers of the newest change, event and signal between two; zero where there is none.</summary>
public readonly record struct PairVersion(long Changes, long Events, long Signals);

/// <summary>How far the record has come: the numbers of the newest report and the newest decision; zero where there is none.</summary>
public readonly record struct RecordVersion(long Reports, long Decisions);
