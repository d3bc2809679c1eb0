namespace Chancery.Desk.Formats.EventTables;

/// <summary>Events in PLOVER's terms with the columns of POLECAT (CSV with a first line of names). Places and identities of Wikipedia are not told.</summary>
internal sealed class PolecatFormat : EventTable
{
    protected override char Separator => ',';

    protected override IReadOnlyList<string> ColumnNames { get; } =
    [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Country",
        "Recipient Name", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Country",
        "Story ID", "Publication Date", "Source", "URL", "Headline", "Sentence", "Status", "Language",
    ];

    protected override IReadOnlyList<string?> Row(ToldEvent told)
    {
        var (e, report) = (told.Event, told.Report);
        return
        [
            Number(told.Id), ToldEvent.Iso(told.Day), e.Type, e.Modes.Count > 0 ? e.Modes[0] : null, Number(e.Score), QuadOf(e.Type), string.Join("; ", e.Contexts),
            told.NameOf(told.Source), told.Source?.Sector, told.Source?.Sector, told.RoleOf(told.Source), told.Source?.Code,
            told.NameOf(told.Target), told.Target?.Sector, told.Target?.Sector, told.RoleOf(told.Target), told.Target?.Code,
            report.Id, ToldEvent.Iso(told.Reading.Published.Date), report.Outlet, report.Url, report.Title, Sentence(told), Reports.ClaimStatuses.Name(e.Status), report.Language,
        ];
    }

    private static string Sentence(ToldEvent told) =>
        (told.Reading.SentenceAt(told.Event.Trigger[0].Start)?.Span ?? told.Event.Trigger[0]).Cut(told.Report.Text);

    /// <summary>PLOVER's four classes.</summary>
    private static string QuadOf(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => "VERBAL COOPERATION",
        "COOPERATE" or "AID" or "RETREAT" => "MATERIAL COOPERATION",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "VERBAL CONFLICT",
        _ => "MATERIAL CONFLICT",
    };
}
