using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;

namespace Chancery.Desk.Briefing;

/// <summary>Writes dates as readers of a language do. What stands in <c>dates.tsv</c> is all there is to a language: the briefing itself is English.</summary>
public sealed class Dates
{
    private static readonly Dictionary<string, Dates> All = Read().ToDictionary(d => d.Language, StringComparer.Ordinal);

    private readonly string[] _row;

    private Dates(string[] row) => _row = row;

    public static readonly Dates English = All["en"];

    public static IReadOnlyList<Dates> Languages { get; } = [.. All.Values];

    /// <summary>The language's code: en, de …</summary>
    public string Language => _row[0];

    /// <summary>What the language calls itself.</summary>
    public string Name => _row[1];

    /// <summary>Of a code, also one with a region behind it; English where it is not known.</summary>
    public static Dates Of(string? language) => language is not null && All.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var known) ? known : English;

    public static bool Knows(string language) => All.ContainsKey(language);

    /// <summary>Saturday, 4 January 2020.</summary>
    public string Evening(LocalDate day) => Form(_row[5], day);

    public string Day(LocalDate day) => Form(_row[6], day);

    public string Month(YearMonth month) => Fill(_row[7], "", 0, (_row[4] == "=" ? _row[3] : _row[4]).Split('|')[month.Month - 1], month.Year);

    /// <summary>Of a value as the record keeps it (EDTF); one that is no plain year, month, day or stretch stands as it is.</summary>
    public string Value(string edtf)
    {
        if (edtf.Split('/') is [var from, var to]) return from is "" or ".." ? $"… – {Value(to)}" : to is "" or ".." ? $"{Value(from)} – …" : $"{Value(from)} – {Value(to)}";
        var date = edtf.Split('T')[0];
        if (LocalDatePattern.Iso.Parse(date) is { Success: true } day) return Day(day.Value);
        return LocalDatePattern.Iso.Parse(date + "-01") is { Success: true } month ? Month(month.Value.ToYearMonth()) : date;
    }

    private string Form(string form, LocalDate day) => Fill(form, _row[2].Split('|')[(int)day.DayOfWeek - 1], day.Day, _row[3].Split('|')[day.Month - 1], day.Year);

    private static string Fill(string form, string weekday, int day, string month, int year) => string.Concat(form.Select(c => c switch
    {
        'W' => weekday,
        'D' => day.ToString(CultureInfo.InvariantCulture),
        'M' => month,
        'Y' => year.ToString(CultureInfo.InvariantCulture),
        _ => c.ToString(),
    }));

    private static IEnumerable<Dates> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Briefing/dates.tsv")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return new Dates(line.Split('\t'));
    }
}
