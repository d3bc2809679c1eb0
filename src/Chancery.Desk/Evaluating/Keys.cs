using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Desk.Evaluating;

/// <summary>
/// What is compared of a layer: for every item a key a level, from the coarsest to the finest. Gold and reading are both JSON in the words of the contract and
/// are cut into keys by the same hand; an item is found at a level where the other side has the same key.
/// </summary>
public static partial class Keys
{
    public static readonly IReadOnlyList<string> Layers = ["pages", "times", "published", "actors", "statements", "events", "changes", "signals"];

    /// <summary>(level, key) of every item of a layer. A null key is left out of its level.</summary>
    public static IEnumerable<(string Level, string? Key)> Of(string layer, JsonElement report) => layer switch
    {
        "pages" => Words(report),
        "published" => [("day", Day(report))],
        "times" => Items(report, "times").SelectMany(Time),
        "actors" => Items(report, "actors").SelectMany(Actor),
        "statements" => Items(report, "statements").SelectMany(Statement),
        "events" => Items(report, "events").Where(e => Word(e, "type") is not null).SelectMany(Event),
        "changes" => Items(report, "changes").SelectMany(Change),
        "signals" => Items(report, "signals").SelectMany(Signal),
        _ => throw new NotSupportedException(layer),
    };

    private static IEnumerable<(string, string?)> Time(JsonElement t) =>
        [("span", Span(t)), ("span and type", $"{Span(t)} {Word(t, "type")}"), ("span and value", $"{Span(t)} {Word(t, "value")}")];

    private static IEnumerable<(string, string?)> Actor(JsonElement a) => Items(a, "mentions").SelectMany(m => (IEnumerable<(string, string?)>)
        [("mention", Span(m)), ("mention and code", $"{Span(m)} {Word(a, "code")}"), ("mention, code and sector", $"{Span(m)} {Word(a, "code")} {Word(a, "sector")}")]);

    private static IEnumerable<(string, string?)> Statement(JsonElement s)
    {
        string content = Spans(s, "content"), source = Spans(s, "source"), cue = Spans(s, "cue");
        return [("cue", cue.Length == 0 ? null : cue), ("source", source.Length == 0 ? null : source), ("content", content), ("source and content", $"{source} | {content}")];
    }

    private static IEnumerable<(string, string?)> Event(JsonElement e)
    {
        var type = Word(e, "type");
        var (codes, full) = (Sides(e, withSector: false), Sides(e, withSector: true));
        return [("quad", Quad(type!)), ("type", type), ("type and mode", $"{type} {Word(e, "mode")}"), ("type and dyad", $"{type} {codes}"), ("full", $"{type} {Word(e, "mode")} {full}"), ("cameo", Word(e, "cameo"))];
    }

    private static IEnumerable<(string, string?)> Change(JsonElement c)
    {
        string? move = $"{Word(c, "instrument")} {Word(c, "change")}", parties = $"{Word(c, "actor")} {Word(c, "target")}";
        return [("change", Word(c, "change")), ("instrument and change", move), ("and parties", $"{move} {parties}"), ("and status", $"{move} {parties} {Word(c, "status")}"), ("and date", $"{move} {parties} {Word(c, "status")} {Word(c, "date")}")];
    }

    private static IEnumerable<(string, string?)> Signal(JsonElement s)
    {
        var pair = string.Join('-', Items(s, "pair").Select(p => p.GetString()));
        return [("pair", pair), ("pair and signal", $"{pair} {Word(s, "signal")}")];
    }

    /// <summary>The words of the article itself, menus and teasers aside; in gold the text may stand alone.</summary>
    private static IEnumerable<(string, string?)> Words(JsonElement report)
    {
        var text = Word(report, "text") ?? "";
        var body = Items(report, "paragraphs").Where(p => Word(p, "role") is "title" or "standfirst" or "body" or "caption")
            .Select(p => text[p.GetProperty("start").GetInt32()..p.GetProperty("end").GetInt32()]).ToList();
        return RunsOfLetters().Matches(body.Count > 0 ? string.Join('\n', body) : text).Select(m => ("words", (string?)m.Value));
    }

    private static string? Day(JsonElement report) => report.TryGetProperty("published", out var p)
        ? p.ValueKind == JsonValueKind.Object ? Word(p, "value")?.Split('T')[0] : p.ValueKind == JsonValueKind.String ? p.GetString()!.Split('T')[0] : null
        : null;

    /// <summary>Both sides; those of an encounter without a target in whatever order.</summary>
    private static string Sides(JsonElement e, bool withSector)
    {
        string Side(string name) => string.Join(' ', Items(e, name).Select(p => Word(p, "code") + (withSector ? "/" + Word(p, "sector") : "")).Distinct().Order(StringComparer.Ordinal));
        return $"{Side("source")} > {Side("target")}";
    }

    private static string Quad(string type) => type switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => "verbal cooperation",
        "COOPERATE" or "AID" or "RETREAT" => "material cooperation",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "verbal conflict",
        _ => "material conflict",
    };

    private static string Spans(JsonElement item, string name) => string.Join(' ', Items(item, name).Select(Span));
    private static string Span(JsonElement item) => $"{item.GetProperty("start").GetInt32()}-{item.GetProperty("end").GetInt32()}";
    private static IEnumerable<JsonElement> Items(JsonElement row, string name) => row.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    private static string? Word(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"\w+")]
    private static partial Regex RunsOfLetters();
}
