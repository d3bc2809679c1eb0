using Chancery.Desk.Web.Hosting;
using Chancery.Desk.Web.Html;
using NodaTime;

namespace Chancery.Desk.Web.Pages;

/// <summary>
/// The two days a question has: the day asked about (on), and the day by which it was known. Both stand in the address, so a link shows what was known then. The sliders are an
/// ease for those who have script; the date fields do the same without.
/// </summary>
internal static class AsOfForm
{
    /// <param name="first">The earliest day anything is told of.</param>
    /// <param name="keep">Names of the query's values that stay as they are.</param>
    public static Markup Of(Visit visit, At action, LocalDate on, LocalDate first, params string[] keep) => $"""
        <form class="as-of" method="get" action="{action}" data-slides>
        {Field("on", "As it stood on", on, first, visit)}
        {Field("known", "as known by", visit.Day("known") ?? visit.Today, first, visit)}
        {Kept(visit, keep)}
        <div class="actions"><button>Show</button>{Markup.If(visit.Day("on") is not null || visit.Day("known") is not null, $" <a href=\"{action}\">Back to today</a>")}</div>
        </form>
        """;

    /// <summary>Values of the query that a form hands on.</summary>
    public static Markup Kept(Visit visit, IEnumerable<string> names) =>
        Markup.Each(names.Where(n => visit.Text(n) is not null), n => $"<input type=\"hidden\" name=\"{n}\" value=\"{visit.Text(n)}\">");

    private static Markup Field(string name, string label, LocalDate value, LocalDate first, Visit visit)
    {
        var last = LocalDate.Max(value, visit.Today);
        int days = Period.DaysBetween(first, last);
        return $"""
            <div class="field"><label for="{name}">{label}</label>
            <input type="date" id="{name}" name="{name}" value="{value}" required>
            <input type="range" hidden data-for="{name}" data-first="{first}" min="0" max="{Math.Max(1, days)}" value="{Math.Clamp(Period.DaysBetween(first, value), 0, Math.Max(1, days))}" aria-label="{label}, by sliding"></div>
            """;
    }
}
