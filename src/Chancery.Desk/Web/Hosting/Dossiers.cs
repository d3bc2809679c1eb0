using System.Collections.Concurrent;
using Chancery.Records;
using Chancery.Records.Claims;

namespace Chancery.Desk.Web.Hosting;

/// <summary>Dossiers that were asked for lately. One is made anew where the record has grown since, so a page never shows less than the record holds.</summary>
public sealed class Dossiers
{
    private const int MostKept = 128;

    private sealed record Kept(RecordVersion Version, Lazy<Dossier> Dossier);

    private readonly ConcurrentDictionary<(Dyad, AsOf), Kept> _kept = new();

    public Dossier Of(Ledger ledger, Dyad between, AsOf asOf)
    {
        var version = ledger.Version;
        if (_kept.TryGetValue((between, asOf), out var kept) && kept.Version == version) return kept.Dossier.Value;
        if (_kept.Count >= MostKept) _kept.Clear();
        kept = new Kept(version, new Lazy<Dossier>(() => Dossier.Of(ledger, between, asOf), LazyThreadSafetyMode.ExecutionAndPublication));
        // Of two that come at once the one that is kept makes it; the other waits.
        kept = _kept.AddOrUpdate((between, asOf), kept, (_, other) => other.Version == version ? other : kept);
        try
        {
            return kept.Dossier.Value;
        }
        catch
        {
            // What failed once may do next time.
            _kept.TryRemove((between, asOf), out _);
            throw;
        }
    }
}
