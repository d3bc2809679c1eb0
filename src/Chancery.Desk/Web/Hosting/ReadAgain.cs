using Chancery.Records;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Tells pages about two states, or about one report, whether a page that was read before was read again: what it said then may be gone from them.</summary>
public sealed class ReadAgain
{
    private readonly Lock _looking = new();
    private long _seen = -1, _last;

    /// <summary>Another number after every such reading.</summary>
    public long Of(Ledger ledger, RecordVersion version)
    {
        lock (_looking)
        {
            if (_seen == version.Reports) return _last;
            if (_seen < 0 || ledger.HasReadAgainSince(_seen)) _last = version.Reports;
            _seen = version.Reports;
            return _last;
        }
    }
}
