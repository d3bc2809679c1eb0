using System.CommandLine;
using System.CommandLine.Parsing;
using Chancery.Records;
using Chancery.Records.Claims;
using Chancery.Records.Identity;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Commands;

/// <summary>Arguments of the commands that ask the record.</summary>
public static class QuestionOptions
{
    public static readonly string[] Formats = ["text", "json", "csv"];

    public static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "text (for people), json or csv.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(Formats);
        return format;
    }

    public static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => DayOf(name, result),
    };

    public static Option<LocalDate?> Known() => Day("--known", "Ask only what was public by this day: YYYY-MM-DD.");

    public static Option<Instant?> Recorded() => new("--recorded")
    {
        Description = "Ask as the record stood at this instant: 2026-11-24T18:00:00Z, or the end of a day, 2026-11-24.",
        CustomParser = InstantOf,
    };

    public static Option<Dyad?> Between() => new("--between")
    {
        Description = "Two states: --between USA PAK, or --between Norway Ghana.",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => Dyad.Of(Code("--between", result, 0), Code("--between", result, 1)),
    };

    /// <summary>Two states as arguments of their own.</summary>
    public static Argument<Dyad> Pair() => new("states")
    {
        Description = "Two states by their codes or names: USA PAK, Norway Ghana.",
        Arity = new ArgumentArity(2, 2),
        CustomParser = result => Dyad.Of(Code("relation", result, 0), Code("relation", result, 1)),
    };

    /// <summary>A row's name, or the default where it is refused.</summary>
    public static RowName Row(string text, Action<string> refuse)
    {
        if (RowName.Parse(text) is { } row) return row;
        refuse($"“{text}” names no row; a row is a letter and a number such as c12.");
        return default;
    }

    /// <summary>2026-11-24T18:00:00Z, or the end of a day, 2026-11-24.</summary>
    public static Instant? InstantOf(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } instant) return instant.Value;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
            return day.Value.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() - Duration.Epsilon;
        result.AddError($"{result.Argument.Name} takes an instant such as 2026-11-24T18:00:00Z or a day, not “{text}”.");
        return null;
    }

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate? DayOf(string name, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day) return day.Value;
        result.AddError($"{name} takes a day such as 2020-01-04, not “{text}”.");
        return null;
    }

    private static string Code(string name, ArgumentResult result, int at)
    {
        var text = at < result.Tokens.Count ? result.Tokens[at].Value : "";
        if (StateNames.CodeOf(text) is { } named) return named;
        var code = text.ToUpperInvariant();
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)) result.AddError($"{name} takes two states, by name or by codes of three letters such as USA PAK, not “{text}”.");
        return code;
    }
}
