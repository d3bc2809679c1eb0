using System.Text;
using Chancery.Records.Claims;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Web.Html;

/// <summary>An address within the desk: a path and its questions. All addresses are made here, so none is ever a string from outside.</summary>
public readonly record struct At
{
    private readonly string _path;
    private readonly string _query;
    private readonly string _place;

    private At(string path, string query = "", string place = "") => (_path, _query, _place) = (path, query, place);

    public static readonly At Today = new("/");
    public static readonly At Dossiers = new("/states");
    public static readonly At Reports = new("/reports");
    public static readonly At Search = new("/search");

    public static At States(Dyad between) => new($"/states/{Escape(between.First)}-{Escape(between.Second)}");
    public static At Measure(Dyad between, string slug) => States(between).Below($"measures/{Escape(slug)}");
    public static At Person(string name) => new($"/people/{Escape(name)}");
    public static At Report(long number) => new($"/reports/r{number}");
    public static At Why(RowName row) => new($"/why/{row}");
    public static At Review(RowName row) => new($"/review/{row}");
    public static At Asset(string file) => new($"/assets/{file}");

    /// <summary>The row on the page of its report.</summary>
    public static At Row(long report, RowName row) => Report(report).Place(row.ToString());

    /// <summary>A place on the same page.</summary>
    public static At Here(string id) => new("", "", "#" + Escape(id));

    /// <param name="path">Of the source's own words.</param>
    public static At Path(string path) => new(path);

    public At Below(string step) => new($"{_path}/{step}", _query);

    /// <summary>The same address, asking also this; nothing where the value is null or empty.</summary>
    public At With(string name, string? value) =>
        string.IsNullOrEmpty(value) ? this : new At(_path, $"{_query}{(_query.Length == 0 ? '?' : '&')}{name}={Escape(value)}", _place);

    public At With(string name, LocalDate? day) => With(name, day is { } d ? LocalDatePattern.Iso.Format(d) : null);

    /// <summary>The same address, asking all that the request asks but for one name.</summary>
    public At WithAllOf(Hosting.Visit visit, string but) =>
        visit.Http.Request.Query.Where(q => q.Key != but && q.Key.All(char.IsAsciiLetter)).OrderBy(q => q.Key, StringComparer.Ordinal).Aggregate(this, (at, q) => at.With(q.Key, q.Value.ToString()));

    /// <param name="id">An id on that page.</param>
    public At Place(string id) => new(_path, _query, "#" + Escape(id));

    public override string ToString() => $"{_path}{_query}{_place}";

    private static string Escape(string text) => Uri.EscapeDataString(WithoutLoneSurrogates(text));

    private static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
