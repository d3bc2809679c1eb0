using Chancery.Desk.Commands;
using Chancery.Desk.Fetching;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Adding;
using Chancery.Desk.Web.Feeds;
using Chancery.Desk.Web.Pages;
using Chancery.Desk.Web.State;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Questions;
using Chancery.Records.Reviewing;

namespace Chancery.Desk.Web.Hosting;

/// <summary>What all pages share.</summary>
public sealed record Site(ServeOptions Options, Ledgers Ledgers, DeskFile File, FetchAddress Fetch, TimeProvider Time)
{
    private const int SignInsAllowed = 10, AddsAllowed = 60, SignUpsAllowed = 20, MostPairs = 20_000;

    // What the dossier of two states asks, apart: it is little, and all dossiers have no room.
    private readonly KeptAnswers<(Dyad Between, AsOf AsOf), IReadOnlyList<ReviewQuestion>> _asked =
        new((ledger, q) => ToReview.OfDossier(Dossier.Of(ledger, q.Between, q.AsOf)), (ledger, q) => ledger.VersionOf(q.Between), MostPairs);

    public Assets Assets { get; } = new();
    public KeptAnswers<(Dyad Between, AsOf AsOf), Dossier> Dossiers { get; } = new((ledger, q) => Dossier.Of(ledger, q.Between, q.AsOf), (ledger, q) => ledger.VersionOf(q.Between));
    public KeptAnswers<RelationQuestion, RelationAnswer> Relations { get; } = new(Relation.Ask, (ledger, q) => ledger.VersionOf(q.Between));
    internal RestedAnswers<NodaTime.LocalDate, WhatIsNew> News => field ??= new(Ledgers, Time, (ledger, since) => WhatIsNew.Since(ledger, Dossiers, since));
    public KeptPages Pages { get; } = new();
    public ReadAgain ReadAgain { get; } = new();
    public AccountBook Accounts { get; } = new(File, Time);
    public ApiKeys Keys { get; } = new(File, Time);
    public ReceivedPages Received { get; } = new(File, Time);
    public SharedWork Work { get; } = new(Options.Record);
    public RestedAnswers<AsOf, IReadOnlyList<ReviewQuestion>> Questions => field ??= new(Ledgers, Time, (ledger, asOf) => ToReview.Ask(ledger, null, asOf, pair => _asked.Of(ledger, (pair, asOf))));
    public RestedAnswers<AsOf, IReadOnlyList<Dyad>> Pairs { get; } = new(Ledgers, Time, (ledger, asOf) => Dossier.Pairs(ledger, null, asOf));
    public ReadingRoom Reading => field ??= new(Ledgers, Fetch, () => ReadSetup.Readers.Compose([]), Received);
    public FollowedFeeds Feeds { get; } = new(File, Time);
    internal Attempts Adds { get; } = new(Time, AddsAllowed, TimeSpan.FromMinutes(10));
    internal Attempts SignUps { get; } = new(Time, SignUpsAllowed, TimeSpan.FromHours(1));
    internal Attempts SignIns { get; } = new(Time, SignInsAllowed, TimeSpan.FromMinutes(5));

    /// <summary>Set when a feed waits to be asked at once.</summary>
    internal AsyncSignal FeedsWaiting { get; } = new();

    public void WakeFeeds() => FeedsWaiting.Set();
}
