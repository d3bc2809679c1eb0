using System.Globalization;
using Chancery.Records.Claims;
using Chancery.Records.Folding;
using Chancery.Records.Identity;
using Chancery.Reports;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Web.Html;

/// <summary>How values of the record are put in words for people.</summary>
internal static class Words
{
    private static readonly LocalDatePattern LongDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern LongMonth = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    public static string Day(LocalDate day) => LongDay.Format(day);

    public static string Moment(Instant instant) => instant.InUtc().Date is var day
        ? $"{LongDay.Format(day)}, {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(instant.InUtc().TimeOfDay)} UTC" : "";

    /// <summary>A date value at its own precision: “August 2018”. What is no plain date stays as it is.</summary>
    public static string Date(string value)
    {
        if (value.Length == 16 && value[10] == 'T') return $"{Date(value[..10])}, {value[11..]}";
        if (LocalDatePattern.Iso.Parse(value) is { Success: true } day) return LongDay.Format(day.Value);
        return value.Length == 7 && LocalDatePattern.Iso.Parse(value + "-01") is { Success: true } month ? LongMonth.Format(month.Value) : value;
    }

    /// <summary>When a change happened, as its claims tell it.</summary>
    public static Markup When(ToldChange told)
    {
        if (told.Date.Value is { } value) return $"<time datetime=\"{value}\">{Date(value)}</time>";
        return $"by <time datetime=\"{told.Window.Last}\">{Day(told.Window.Last)}</time>";
    }

    public static string Title(Dyad between) => $"{StateNames.Of(between.First)} and {StateNames.Of(between.Second)}";

    /// <summary>USA → PAK, with the names behind the codes.</summary>
    public static Markup Parties(string? actor, string? target) => $"<span class=\"parties\">{Code(actor)} <span aria-hidden=\"true\">→</span><span class=\"said\"> to </span> {Code(target)}</span>";

    public static Markup Code(string? code) =>
        $"<abbr title=\"{(code is null ? "not said" : StateNames.Of(code.Length > 3 ? code[..3] : code))}\">{code ?? "?"}</abbr>";

    public static string Name(MeasureState state) => state switch
    {
        MeasureState.InEffect => "in effect",
        MeasureState.PartlySuspended => "partly suspended",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static Markup State(MeasureState state) => $"<span class=\"state {state.Name()}\">{Name(state)}</span>";

    /// <summary>What a change does, as a deed in the past: “suspended”, with how far it has come where that is not all the way.</summary>
    public static string Deed(ToldChange told) => told switch
    {
        { IsAuthorised: true, Change: ChangeKind.Authorise } => "authorised",
        { IsAuthorised: true } => $"{Noun(told.Change)} authorised, not yet in effect",
        { Happened: true } => Past(told.Change),
        { Status: ClaimStatus.Denied } => $"{Noun(told.Change)} denied",
        { Status: ClaimStatus.CalledFor } => $"{Noun(told.Change)} called for",
        _ => $"{Noun(told.Change)} {told.Status.Name()}",
    };

    public static string Past(ChangeKind change) => change switch
    {
        ChangeKind.Impose => "imposed", ChangeKind.Suspend => "suspended", ChangeKind.Cancel => "cancelled", ChangeKind.Lift => "lifted", ChangeKind.Convert => "converted",
        ChangeKind.Extend => "extended", ChangeKind.Reaffirm => "reaffirmed",
        _ => change.ToString().ToLowerInvariant() + (change.ToString()[^1] == 'e' ? "d" : "ed"),
    };

    public static string Noun(ChangeKind change) => change switch
    {
        ChangeKind.Impose => "imposition", ChangeKind.Authorise => "authorisation", ChangeKind.Extend => "extension", ChangeKind.Reduce => "reduction",
        ChangeKind.Suspend => "suspension", ChangeKind.Ease => "easing", ChangeKind.Waive => "waiver", ChangeKind.Lift => "lifting", ChangeKind.Reinstate => "reinstatement",
        ChangeKind.Convert => "conversion", ChangeKind.Postpone => "postponement", ChangeKind.Expire => "expiry", ChangeKind.Cancel => "cancellation",
        ChangeKind.Violate => "violation", ChangeKind.Reaffirm => "reaffirmation",
        _ => change.ToString().ToLowerInvariant(),
    };

    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
}
