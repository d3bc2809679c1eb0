using Chancery.Desk.Commands;
using Chancery.Reports;

namespace Chancery.Desk.Formats;

/// <summary>Where the readings of a run go, in the order of the input.</summary>
public abstract class Destination : IDisposable
{
    /// <summary>Whether it takes more than one report.</summary>
    public virtual bool ManyReports => true;

    /// <summary>The layers that it needs beyond what the user asked for.</summary>
    public virtual IReadOnlyList<Layer> Needs => [];

    /// <summary>Called first: at the beginning, or, to go on with an interrupted run, at a position that <see cref="Secure"/> gave; what was written after it is dropped.</summary>
    /// <exception cref="UsageException">There is less at the destination than that.</exception>
    public abstract void Begin(long? position);

    /// <summary>Renders now, on any thread. The action writes what was rendered; it is called in order.</summary>
    public abstract Action Prepare(ReadPage.Outcome outcome);

    /// <summary>Whether <see cref="Secure"/> may be called just now.</summary>
    public virtual bool IsAtRest => true;

    /// <summary>Puts all that was written on the disk and says where it ends.</summary>
    public abstract long Secure();

    /// <summary>All is written.</summary>
    public abstract void Finish();

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected virtual void Close() { }
}
