using System.Collections.Concurrent;
using Chancery.Records;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Open ledgers of one record, lent to one request at a time: a ledger serves one thread at a time.</summary>
public sealed class Ledgers(Func<Ledger> open) : IDisposable
{
    private const int MostKept = 16;

    private readonly ConcurrentBag<Ledger> _free = [];

    public Loan Borrow() => new(this, _free.TryTake(out var ledger) ? ledger : open());

    /// <summary>A ledger on loan; disposing gives it back.</summary>
    public readonly struct Loan(Ledgers owner, Ledger ledger) : IDisposable
    {
        public Ledger Ledger { get; } = ledger;
        public void Dispose() => owner.TakeBack(Ledger);
    }

    private void TakeBack(Ledger ledger)
    {
        if (_free.Count < MostKept) _free.Add(ledger);
        else ledger.Dispose();
    }

    public void Dispose()
    {
        while (_free.TryTake(out var ledger)) ledger.Dispose();
    }
}
