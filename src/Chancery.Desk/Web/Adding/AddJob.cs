using Chancery.Desk.Fetching;
using Chancery.Records.Claims;
using Chancery.Reports;

namespace Chancery.Desk.Web.Adding;

/// <summary>Something handed in, and what became of it so far. Safe to look at while it is read.</summary>
/// <param name="what">What it is called on the page: an address, a file's name, the first words of a text.</param>
public sealed class AddJob(int number, string by, string what, Func<FetchAddress, IEnumerable<Received>> pages)
{
    private const int MostKept = 200;

    private readonly Lock _telling = new();
    private readonly List<(long Report, string Title, bool IsNew)> _added = [];
    private readonly List<(string Id, string Reason)> _notRead = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Number { get; } = number;
    public string By { get; } = by;
    public string What { get; } = what;
    internal Func<FetchAddress, IEnumerable<Received>> Pages { get; } = pages;

    public Task Done => _done.Task;
    public int New { get; private set; }
    public int Known { get; private set; }
    public int Unread { get; private set; }

    public IReadOnlyList<(long Report, string Title, bool IsNew)> Added
    {
        get { lock (_telling) return [.. _added]; }
    }

    public IReadOnlyList<(string Id, string Reason)> Failed
    {
        get { lock (_telling) return [.. _notRead]; }
    }

    internal void Told(Appended appended, string title)
    {
        lock (_telling)
        {
            if (appended.IsNew) New++;
            else Known++;
            if (_added.Count < MostKept) _added.Add((appended.ReportRow, title, appended.IsNew));
        }
    }

    internal void NotRead(string id, string reason)
    {
        lock (_telling)
        {
            Unread++;
            if (_notRead.Count < MostKept) _notRead.Add((id, reason));
        }
    }

    internal void Finish() => _done.TrySetResult();
}
