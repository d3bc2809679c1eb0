using System.Globalization;
using Chancery.Reports;

namespace Chancery.Reading.Times;

/// <summary>Where a pointing word points: "last", "this", "next" from the telling; the others from a time told before.</summary>
internal enum Pointer : byte { None, Last, This, Next, Previous, Same, Following }

/// <summary>What the words of one match say, each in its slot: the reading of a pattern's match before anything is computed.</summary>
internal sealed class TimePhrase
{
    private TimePhrase(Meaning meaning, Span span, string words) => (Meaning, Span, Words) = (meaning, span, words);

    public Meaning Meaning { get; }
    public Span Span { get; private set; }

    /// <summary>The words in lower case with single spaces, for what only the words themselves can say.</summary>
    public string Words { get; private set; }

    public int? Month { get; private set; }
    public int? Day { get; private set; }
    public int? Year { get; private set; }
    public int? ShortYear { get; private set; }
    public int? Decade { get; private set; }
    public bool ShortDecade { get; private set; }
    public int? Ordinal { get; private set; }
    public int? Weekday { get; private set; }
    public int? HalfName { get; private set; }
    public int? QuarterName { get; private set; }
    public int? DayOffset { get; private set; }
    public string? Season { get; private set; }
    public string? Part { get; private set; }
    public string? Holiday { get; private set; }
    public string? Written { get; private set; }
    public string? Periodic { get; private set; }
    public string? Reference { get; private set; }
    public string? Edge { get; private set; }
    public string? Mod { get; private set; }
    public int? Hour { get; private set; }
    public int? Minute { get; private set; }
    public int? Meridiem { get; private set; }
    public bool Tonight { get; private set; }
    public bool BeforeChrist { get; private set; }
    public bool NamesYear { get; private set; }
    public bool NamesQuarter { get; private set; }
    public bool NamesCentury { get; private set; }
    public bool Fiscal { get; private set; }
    public bool EndOf { get; private set; }
    public bool Half { get; private set; }
    public bool FuzzyCount { get; private set; }
    public bool HasFraction { get; private set; }
    public double? Count { get; private set; }
    public double? SecondCount { get; private set; }
    public TimeUnit Unit { get; private set; }
    public TimeUnit SecondUnit { get; private set; }
    public Pointer Pointer { get; private set; }

    /// <summary>-1 for ago, earlier, before; 1 for later, after; 0 where no distance is told.</summary>
    public int Direction { get; private set; }

    /// <summary>Whether the distance is counted from the time of telling (ago, from now) and not from a time told before.</summary>
    public bool FromTelling { get; private set; }

    private UInt128 _classes;

    /// <summary>"a day", "a year" and nothing more.</summary>
    public bool IsOneUnit => Has(WordClass.Unit) && Count is null && !FuzzyCount && !Half && Mod is null && Words.StartsWith("a", StringComparison.Ordinal) && Words.Split(' ').Length == 2;

    /// <summary>Whether it says which day, by its name or its date.</summary>
    public bool NamesDay => Month is not null || Weekday is not null || DayOffset is not null || Holiday is not null || Written is not null;

    /// <summary>A month, day or season without its year.</summary>
    public bool LacksYear => Meaning == Meaning.Calendar && (Month is not null || Season is not null) && Year is null && ShortYear is null && !NamesYear && Pointer == Pointer.None;

    /// <summary>Whether a word was taken for a class.</summary>
    public bool Has(WordClass wordClass) => (_classes >> (int)wordClass & 1) != 0;

    /// <summary>Which classes and literal words stand in it, in order, hashed.</summary>
    public uint Signature { get; private set; }

    /// <summary>Whether it is a bare number that leaves the rest to a neighbour.</summary>
    public bool IsElided { get; private set; }

    /// <summary>Words that can hardly mean anything but a time: a date, a weekday, "yesterday", "last week".</summary>
    public bool IsCertain => IsElided || Month is not null && (Year is not null || Day is not null) || Written is not null || Weekday is not null || DayOffset is not null
        || Meaning == Meaning.Pointed && Unit is not TimeUnit.None
        || Meaning == Meaning.Length && Has(WordClass.Units) && (Count is not null || FuzzyCount) && !Has(WordClass.Old);

    public static TimePhrase Read(string text, IReadOnlyList<TimeWord> words, PatternMatch match, GrammarSymbols symbols)
    {
        var span = new Span(words[match.First].Start, words[match.First + match.Count - 1].End);
        var phrase = new TimePhrase(match.Meaning, span, Normal(text, span));
        for (int i = 0; i < match.Count; i++)
        {
            int symbol = match.Symbols[i];
            phrase.Signature = FeatureHash.With(phrase.Signature, symbols.Hash(symbol));
            if (symbol > (int)WordClass.Vague) continue;
            phrase.Take((WordClass)symbol, words[match.First + i], text);
        }
        return phrase;
    }

    /// <summary>A phrase that shares all but one number with this one.</summary>
    public TimePhrase Beside(string text, Span span, int? day = null, int? year = null, int? count = null)
    {
        var copy = (TimePhrase)MemberwiseClone();
        (copy.Span, copy.Words, copy.IsElided) = (span, Normal(text, span), true);
        (copy.Day, copy.Year, copy.Count, copy.Weekday) = (day ?? Day, year ?? Year, count ?? Count, null);
        (copy.Edge, copy.Mod, copy.Part, copy.Hour) = (null, null, null, null);
        return copy;
    }

    private void Take(WordClass wordClass, TimeWord word, string text)
    {
        _classes |= UInt128.One << (int)wordClass;
        string value = word.Entry!.Value((int)wordClass);
        int number = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int n) ? n : (int)word.Number;
        switch (wordClass)
        {
            case WordClass.Cardinal: Counted(value.Length > 0 && word.Number == 0 ? number : word.Number); break;
            case WordClass.Ordinal: Ordinal ??= number; break;
            case WordClass.Day: Day ??= number; break;
            case WordClass.Year: Year ??= number; break;
            case WordClass.ShortYear: ShortYear ??= number; break;
            case WordClass.Decade: Decade ??= number; ShortDecade = number < 100; break;
            case WordClass.DecadeName: Decade ??= number; ShortDecade = true; break;
            case WordClass.Fraction: Count = (Count ?? 0) + word.Number; HasFraction = true; break;
            case WordClass.HalfOf: Half = true; break;
            case WordClass.Clock: Hour ??= (int)word.Number / 100; Minute ??= (int)word.Number % 100; break;
            case WordClass.Hour: Hour ??= number; break;
            case WordClass.Noon: Hour ??= number; Minute ??= 0; break;
            case WordClass.Meridiem: Meridiem ??= number; break;
            case WordClass.Iso or WordClass.Slashed: Written ??= text.Substring(word.Start, word.End - word.Start); break;
            case WordClass.Month: Month ??= number; break;
            case WordClass.Weekday or WordClass.Weekdays: Weekday ??= number; break;
            case WordClass.Season or WordClass.Seasons: Season ??= value; break;
            case WordClass.Part or WordClass.Parts: Part ??= value; break;
            case WordClass.DayName: DayOffset ??= number; break;
            case WordClass.Tonight: Tonight = true; DayOffset ??= 0; break;
            case WordClass.Unit or WordClass.Units: Measured(Enum.Parse<TimeUnit>(value)); break;
            case WordClass.YearWord: NamesYear = true; break;
            case WordClass.QuarterWord: NamesQuarter = true; break;
            case WordClass.CenturyWord: NamesCentury = true; break;
            case WordClass.Fuzzy: FuzzyCount = true; break;
            case WordClass.Couple: Counted(2); Mod ??= "APPROX"; break;
            case WordClass.HalfName: HalfName ??= number; break;
            case WordClass.QuarterName: QuarterName ??= number; break;
            case WordClass.Era: BeforeChrist = value == "BC"; break;
            case WordClass.Holiday: Holiday ??= value; break;
            case WordClass.Fiscal: Fiscal = true; break;
            case WordClass.Last: Point(Pointer.Last); break;
            case WordClass.This: Point(Pointer.This); break;
            case WordClass.Next: Point(Pointer.Next); break;
            case WordClass.Previous: Point(Pointer.Previous); break;
            case WordClass.Following: Point(Pointer.Following); break;
            case WordClass.Same: Point(Pointer.Same); break;
            case WordClass.Ago: Direction = -1; FromTelling = true; break;
            case WordClass.FromNow: Direction = 1; FromTelling = true; break;
            case WordClass.Earlier or WordClass.Before: Direction = -1; break;
            case WordClass.Later or WordClass.After: Direction = 1; break;
            case WordClass.Edge or WordClass.EdgeOf: Edge ??= value; break;
            case WordClass.EndOf: EndOf = true; Edge ??= value; break;
            case WordClass.Mod or WordClass.Over: Mod ??= value; break;
            case WordClass.Periodic: Periodic ??= value; break;
            case WordClass.TimesCount: Counted(number); break;
            case WordClass.Ref or WordClass.RefNoun: Reference ??= value; break;
            default: break;
        }
    }

    private void Counted(double number)
    {
        if (Count is null) Count = number;
        else SecondCount ??= number;
    }

    private void Measured(TimeUnit unit)
    {
        if (Unit == TimeUnit.None) Unit = unit;
        else SecondUnit = unit;
    }

    // "this past spring", "this coming Friday": the second word says where
    private void Point(Pointer pointer)
    {
        if (Pointer is Pointer.None or Pointer.This) Pointer = pointer;
    }

    private static string Normal(string text, Span span)
    {
        var words = span.Cut(text).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }
}
