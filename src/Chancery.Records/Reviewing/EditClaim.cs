using Chancery.Records.Claims;
using Chancery.Records.Identity;
using Chancery.Reports;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Records.Reviewing;

/// <summary>Gives fields of a change claim the values that a person set. The row itself stays as it was read.</summary>
public static class EditClaim
{
    public static readonly IReadOnlyList<string> Fields =
        ["measure", "instrument", "actor", "target", "change", "status", "stage", "date", "extent", "quantity", "part-of"];

    /// <param name="set">Field and value; <c>-</c> takes the value away.</param>
    /// <exception cref="FormatException">A field is unknown or its value none of its values; the message is for people.</exception>
    public static ChangeClaim With(ChangeClaim claim, IReadOnlyDictionary<string, string> set)
    {
        foreach (var (field, value) in set.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var text = value.Trim() is "" or "-" ? null : value.Trim();
            claim = field switch
            {
                "measure" => claim with { Measure = text ?? throw new FormatException("a measure needs a name") },
                "instrument" => claim with { Instrument = Word<Instrument>(field, text) },
                "actor" => claim with { Actor = Code(field, text) },
                "target" => claim with { Target = Code(field, text) },
                "change" => claim with { Change = Word<ChangeKind>(field, text) },
                "status" => claim with { Status = Word<ClaimStatus>(field, text) },
                "stage" => claim with { Stage = Word<Stage>(field, text) },
                "date" => claim with { Date = Date(text) },
                "extent" => claim with { WholeExtent = text is "whole" || (text is "part" ? false : throw new FormatException($"extent is whole or part, not “{text}”")) },
                "quantity" => claim with { Quantity = text },
                "part-of" => claim with { PartOf = text },
                _ => throw new FormatException($"“{field}” is no field; the fields are {string.Join(", ", Fields)}"),
            };
        }
        return claim;
    }

    /// <summary>A word of an enumeration as the contract spells it: <c>in-effect</c>, <c>called-for</c>.</summary>
    public static T Word<T>(string field, string? text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (value.ToString().Equals(text?.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return value;
        throw new FormatException($"“{text}” is no {field}; it is one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}");
    }

    /// <summary>A year, month or day. Null for none.</summary>
    public static DescribedTime Date(string? text)
    {
        if (text is null) return new DescribedTime(null, null, null, TimeBasis.Stated);
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day) return new DescribedTime(text, day.Value, day.Value.PlusDays(1), TimeBasis.Stated);
        if (LocalDatePattern.Iso.Parse(text + "-01") is { Success: true } month) return new DescribedTime(text, month.Value, month.Value.PlusMonths(1), TimeBasis.Stated);
        if (LocalDatePattern.Iso.Parse(text + "-01-01") is { Success: true } year && year.Value.Year < LocalDate.MaxIsoValue.Year)
            return new DescribedTime(text, year.Value, year.Value.PlusYears(1), TimeBasis.Stated);
        throw new FormatException($"“{text}” is no date; write 2019, 2019-08 or 2019-08-31");
    }

    /// <summary>A party by its code, or a state by a name of it.</summary>
    public static string? Code(string field, string? text) =>
        text is null || text.Length is >= 3 and <= 9 && text.All(char.IsAsciiLetterUpper) ? text
            : StateNames.CodeOf(text) ?? throw new FormatException($"{field} is a state such as Peru or a code such as PER or PERMIL, not “{text}”");
}
