using System.Text.Json;

namespace Chancery.Desk.Formats;

/// <summary>How an answer of the record looks: for people, as JSON, and as a table.</summary>
public abstract class AnswerFormat
{
    /// <summary>One JSON object.</summary>
    public abstract void Write(Utf8JsonWriter json);

    internal abstract void Write(Sheet sheet);

    public abstract IReadOnlyList<string> Columns { get; }
    public abstract IEnumerable<string?[]> Rows { get; }

    protected static string? Day(NodaTime.LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : null;
    protected static string? Moment(NodaTime.Instant? instant) => instant is { } i ? NodaTime.Text.InstantPattern.ExtendedIso.Format(i) : null;
}
