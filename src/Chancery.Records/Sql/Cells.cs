using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Records.Claims;
using Chancery.Reports;
using NodaTime;

namespace Chancery.Records.Sql;

/// <summary>How values stand in the cells of both engines: days and instants as whole numbers, lists as short text.</summary>
internal static class Cells
{
    private static readonly LocalDate FirstDay = new(1970, 1, 1);
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A value as a cell takes it. What no engine keeps alike (NUL, half a surrogate pair) becomes U+FFFD, one unit for one, so that every offset holds.
    /// </summary>
    public static object Kept(object? value) => value switch
    {
        null => DBNull.Value,
        string text when text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 => WellFormed(text),
        _ => value,
    };

    private static string WellFormed(string text)
    {
        var units = text.ToCharArray();
        for (int i = 0; i < units.Length; i++)
        {
            if (char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1])) i++;
            else if (units[i] == '\0' || char.IsSurrogate(units[i])) units[i] = '\uFFFD';
        }
        return new string(units);
    }

    public static long Day(LocalDate day) => Period.DaysBetween(FirstDay, day);
    public static long? Day(LocalDate? day) => day is { } d ? Day(d) : null;
    public static LocalDate ToDay(long days) => FirstDay.PlusDays((int)days);

    public static long Micros(Instant instant) => instant.ToUnixTimeTicks() / 10;
    public static Instant ToInstant(long micros) => Instant.FromUnixTimeTicks(micros * 10);

    /// <summary>"12-45 60-70".</summary>
    public static string Spans(IReadOnlyList<Span> spans) =>
        string.Join(' ', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}")));

    public static IReadOnlyList<Span> ToSpans(string text) =>
        text.Length == 0 ? [] : [.. text.Split(' ').Select(pair =>
        {
            int dash = pair.IndexOf('-', StringComparison.Ordinal);
            return new Span(int.Parse(pair.AsSpan(0, dash), CultureInfo.InvariantCulture), int.Parse(pair.AsSpan(dash + 1), CultureInfo.InvariantCulture));
        })];

    public static string? Of(Speaker? speaker) =>
        speaker is null ? null : JsonSerializer.Serialize<string?[]>([speaker.Name, speaker.Role, speaker.Code, speaker.Sector], Json);

    public static Speaker? ToSpeaker(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<string?[]>(text) is [{ } name, var role, var code, var sector] ? new Speaker(name, role, code, sector) : null;

    public static string Of(IReadOnlyList<Party> parties) =>
        JsonSerializer.Serialize(parties.Select(p => new[] { p.Name, p.Code, p.Sector }), Json);

    public static IReadOnlyList<Party> ToParties(string text) =>
        [.. JsonSerializer.Deserialize<string?[][]>(text)!.Select(p => new Party(p[0], p[1], p[2]))];

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    public static LocalDate? Day(this DbDataReader row, int column) => row.IsDBNull(column) ? null : ToDay(row.GetInt64(column));
    public static T Word<T>(this DbDataReader row, int column) where T : struct, Enum => Words<T>.Known.TryGetValue(row.GetString(column), out var word)
        ? word
        : throw new FormatException($"“{row.GetString(column)}” is no {typeof(T).Name}.");

    private static class Words<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Known = Enum.GetValues<T>().ToFrozenDictionary(v => v.ToString(), StringComparer.Ordinal);
    }
}
