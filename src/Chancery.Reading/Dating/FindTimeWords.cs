using Chancery.Reports;
using NodaTime;

namespace Chancery.Reading.Dating;

/// <summary>Finds the namings of time that tell how a report lies to the calendar.</summary>
internal sealed class FindTimeWords
{
    private static readonly string[] MonthNames =
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec"];
    private static readonly string[] WeekdayNames = ["monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri", "saturday sat", "sunday sun"];
    private static readonly string[] UnitNames = ["day days", "week weeks", "month months", "year years", "decade decades"];
    private static readonly string[] NumberNames =
        ["a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
    private static readonly string[] NthNames =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private const string Others =
        "today yesterday tomorrow tonight last this next previous past ago same that year on in since of by during than more over less under nearly almost about "
        + "around roughly some evening night late early mid morning earlier later half after th st nd rd";

    /// <summary>The words it must find in the vocabulary.</summary>
    public static IEnumerable<string> Words =>
        MonthNames.Concat(WeekdayNames).Concat(UnitNames).Concat(NumberNames).Concat(NthNames).Append(Others).SelectMany(names => names.Split(' '));

    private static readonly HashSet<string> WordSet = new(Words, StringComparer.Ordinal);

    /// <summary>Whether a folded word names time, and so says nothing of what happened.</summary>
    public static bool IsWord(string folded) => WordSet.Contains(folded);

    private readonly byte[] _month, _weekday, _unit, _number, _nth;
    private readonly int _today, _yesterday, _tomorrow, _tonight, _last, _this, _next, _previous, _past, _ago, _same, _that, _in, _than, _more, _over,
        _less, _under, _nearly, _almost, _about, _around, _roughly, _some, _evening, _night, _late, _early, _on, _since, _after, _earlier;

    public FindTimeWords(Vocabulary vocabulary)
    {
        byte[] Table(string[] names)
        {
            var table = new byte[vocabulary.Count];
            for (int i = 0; i < names.Length; i++)
                foreach (var name in names[i].Split(' ')) table[vocabulary.IdOf(name)] = (byte)(i + 1);
            return table;
        }
        int Id(string word) => vocabulary.IdOf(word);

        (_month, _weekday, _unit, _number, _nth) = (Table(MonthNames), Table(WeekdayNames), Table(UnitNames), Table(NumberNames), Table(NthNames));
        (_today, _yesterday, _tomorrow, _tonight) = (Id("today"), Id("yesterday"), Id("tomorrow"), Id("tonight"));
        (_last, _this, _next, _previous, _past, _ago, _same, _that) = (Id("last"), Id("this"), Id("next"), Id("previous"), Id("past"), Id("ago"), Id("same"), Id("that"));
        (_in, _than, _more, _over, _less, _under, _nearly, _almost) = (Id("in"), Id("than"), Id("more"), Id("over"), Id("less"), Id("under"), Id("nearly"), Id("almost"));
        (_about, _around, _roughly, _some, _evening, _night, _late, _early) = (Id("about"), Id("around"), Id("roughly"), Id("some"), Id("evening"), Id("night"), Id("late"), Id("early"));
        (_on, _since, _after, _earlier) = (Id("on"), Id("since"), Id("after"), Id("earlier"));
    }

    /// <summary>In text order; they do not overlap.</summary>
    public List<TimeWord> In(TextWords words)
    {
        var found = new List<TimeWord>();
        int storyYear = 0;
        foreach (var sentence in words.Sentences)
        {
            for (int i = sentence.First; i < sentence.End; i++)
            {
                if (At(words, sentence, i, storyYear) is not { } time) continue;
                if (time is TimeWord.Calendar { From.Year: var year }) storyYear = year;
                found.Add(time);
                i = time.Last;
            }
        }
        return found;
    }

    private TimeWord? At(TextWords words, WordSentence s, int i, int storyYear)
    {
        var word = words[i];
        if (word.Number >= 0) return Numeric(words, s, i);
        if (word.Id < 0) return null;
        if (_weekday[word.Id] > 0 && word.IsCapitalised) return OfWeekday(words, s, i);
        if (_month[word.Id] > 0 && word.IsCapitalised) return OfMonth(words, s, i, i, storyYear, IsoDayOfWeek.None);
        if (word.Id == _today || word.Id == _tonight) return new TimeWord.Relative(i, i, TimeUnit.Day, 0);
        if (word.Id == _yesterday) return new TimeWord.Relative(i, i, TimeUnit.Day, -1);
        if (word.Id == _tomorrow) return new TimeWord.Relative(i, i, TimeUnit.Day, 1);
        if (word.Id == _last || word.Id == _this || word.Id == _next) return Pointed(words, s, i);
        if (_nth[word.Id] > 0) return Anniversary(words, s, i, _nth[word.Id]);
        return _number[word.Id] > 0 ? Counted(words, s, i, _number[word.Id]) : null;
    }

    /// <summary>A number begins a date, a length or an anniversary, or it is a year.</summary>
    private TimeWord? Numeric(TextWords words, WordSentence s, int i)
    {
        int n = words[i].Number, length = words[i].Span.Length;
        if (length == 4 && n is >= 1900 and < 2100)
        {
            if (Dashed(words, s, i) is { } day) return new TimeWord.Calendar(i, i + 4, day, day.PlusDays(1), IsoDayOfWeek.None);
            return IsYear(words, s, i) ? new TimeWord.Calendar(i, i, new LocalDate(n, 1, 1), new LocalDate(n + 1, 1, 1), IsoDayOfWeek.None) : null;
        }
        if (length > 2 || n == 0) return null;
        int next = i + 1;
        if (next < s.End && words[next].Span.Start == words[i].Span.End && IsNthEnding(words, next))
        {
            if (Anniversary(words, s, next, n) is { } anniversary) return anniversary with { First = i };
            next++;
        }
        if (next < s.End && IsOf(words, next)) next++;
        if (n <= 31 && next < s.End && words[next].Id >= 0 && _month[words[next].Id] is var month and > 0 && words[next].IsCapitalised)
            return WithYear(words, s, i, next, month, n, IsoDayOfWeek.None, commaBeforeYear: false);
        return Counted(words, s, i, n);
    }

    /// <summary>2014-05-03.</summary>
    private static LocalDate? Dashed(TextWords words, WordSentence s, int i)
    {
        if (i + 4 >= s.End || words[i + 1].First != '-' || words[i + 3].First != '-') return null;
        var (month, day) = (words[i + 2], words[i + 4]);
        if (month.Span.Length != 2 || day.Span.Length != 2 || month.Number is < 1 or > 12 || day.Number < 1) return null;
        int year = words[i].Number;
        return day.Number <= CalendarSystem.Iso.GetDaysInMonth(year, month.Number) ? new LocalDate(year, month.Number, day.Number) : null;
    }

    /// <summary>A number of four digits is a year after "in", "since", "of" and the like, or between brackets; not with a unit or a hyphen after it.</summary>
    private static bool IsYear(TextWords words, WordSentence s, int i)
    {
        if (i == s.First) return false;
        if (i + 1 < s.End && (words[i + 1].First is '-' or '%' or '–' || words[i + 1].Number >= 0)) return false;
        if (words[i - 1].First == '(') return i + 1 < s.End && words[i + 1].First == ')';
        var before = words.Folded(i - 1);
        return before is "in" or "since" or "of" or "by" or "during" or "until" or "early" or "late" or "mid" or "from" or "to" or "after" or "before" or "the";
    }

    private static bool IsNthEnding(TextWords words, int i) => words[i].Span.Length == 2 && words.Folded(i) is "st" or "nd" or "rd" or "th";
    private static bool IsOf(TextWords words, int i) => words[i].Span.Length == 2 && words.Folded(i) == "of";

    private TimeWord OfWeekday(TextWords words, WordSentence s, int i)
    {
        var weekday = (IsoDayOfWeek)_weekday[words[i].Id];
        int next = i + 1;
        if (next < s.End && words[next].First == '.') next++;
        if (next < s.End && words[next].First is ',' or '(') next++;
        if (next < s.End && words[next].Id == _on) next++;
        if (next < s.End && words[next].Id >= 0 && _month[words[next].Id] > 0 && words[next].IsCapitalised
            && OfMonth(words, s, i, next, 0, weekday) is TimeWord.Calendar { IsDay: true } or TimeWord.MonthDay)
            return OfMonth(words, s, i, next, 0, weekday)!;
        if (next < s.End && words[next].Number is > 0 and <= 31 && Numeric(words, s, next) is { } dated)
        {
            if (dated is TimeWord.MonthDay d) return d with { First = i, Weekday = weekday };
            if (dated is TimeWord.Calendar { IsDay: true } c) return c with { First = i, Weekday = weekday };
        }
        bool Tells(int at, int id) => at >= s.First && at < s.End && words[at].Id == id;
        bool night = Tells(i + 1, _evening) || Tells(i + 1, _night) || Tells(i - 1, _late);
        int first = Tells(i - 1, _late) || Tells(i - 1, _last) || Tells(i - 1, _next) || Tells(i - 1, _this) ? i - 1 : i;
        return new TimeWord.OnWeekday(first, Tells(i + 1, _evening) || Tells(i + 1, _night) ? i + 1 : i, weekday, night);
    }

    /// <summary>"May 3, 2014", "May 3", "May 2014", "August that same year". A month alone is nothing to reason with.</summary>
    private TimeWord? OfMonth(TextWords words, WordSentence s, int first, int i, int storyYear, IsoDayOfWeek weekday)
    {
        int month = _month[words[i].Id], next = i + 1;
        if (next < s.End && words[next].First == '.' && words[i].Span.Length <= 4) next++;
        if (next >= s.End) return null;
        if (words[next].Number is >= 1 and <= 31 && words[next].Span.Length <= 2)
        {
            int day = words[next].Number;
            int last = next + 1 < s.End && words[next + 1].Span.Start == words[next].Span.End && IsNthEnding(words, next + 1) ? next + 1 : next;
            return WithYear(words, s, first, last, month, day, weekday, commaBeforeYear: true);
        }
        int year = next;
        if (words[year].First == ',' || IsOf(words, year)) year++;
        if (year < s.End && words[year].Number is >= 1900 and < 2100 && words[year].Span.Length == 4)
            return OfMonth(first, year, words[year].Number, month);
        if (storyYear > 0 && words[next].Id == _that && ThatYear(words, s, next) is var end and > 0) return OfMonth(first, end, storyYear, month);
        return null;
    }

    private static TimeWord.Calendar OfMonth(int first, int last, int year, int month) =>
        new(first, last, new LocalDate(year, month, 1), new LocalDate(year, month, 1).PlusMonths(1), IsoDayOfWeek.None);

    /// <summary>The last word of "that year", "that same year"; 0 where it is neither.</summary>
    private int ThatYear(TextWords words, WordSentence s, int i)
    {
        int year = i + 1 < s.End && words[i + 1].Id == _same ? i + 2 : i + 1;
        return year < s.End && words[year].Id >= 0 && _unit[words[year].Id] == (int)TimeUnit.Year + 1 ? year : 0;
    }

    private TimeWord? WithYear(TextWords words, WordSentence s, int first, int last, int month, int day, IsoDayOfWeek weekday, bool commaBeforeYear)
    {
        int year = last + 1;
        if (year < s.End && words[year].First == ',' && (commaBeforeYear || (year + 1 < s.End && words[year + 1].Number >= 1900))) year++;
        if (year < s.End && words[year].Number is >= 1900 and < 2100 && words[year].Span.Length == 4)
        {
            int y = words[year].Number;
            if (day > CalendarSystem.Iso.GetDaysInMonth(y, month)) return null;
            var date = new LocalDate(y, month, day);
            return new TimeWord.Calendar(first, year, date, date.PlusDays(1), weekday);
        }
        return day <= CalendarSystem.Iso.GetDaysInMonth(2000, month) ? new TimeWord.MonthDay(first, last, month, day, weekday) : null;
    }

    /// <summary>"last year", "earlier this month", "next week".</summary>
    private TimeWord.Relative? Pointed(TextWords words, WordSentence s, int i)
    {
        if (i + 1 >= s.End || words[i + 1].Id < 0 || _unit[words[i + 1].Id] is not (var unit and > 0)) return null;
        // "last year's", "this year" are of the report; "the last year", "the last days of" are lengths
        if (words[i].Id == _last && i > s.First && words.Folded(i - 1) is "the" or "a") return null;
        int offset = words[i].Id == _last ? -1 : words[i].Id == _next ? 1 : 0;
        int first = i > s.First && (words[i - 1].Id == _earlier || words[i - 1].Id == _late || words[i - 1].Id == _early) ? i - 1 : i;
        return new TimeWord.Relative(first, i + 1, (TimeUnit)(unit - 1), offset);
    }

    /// <summary>"two years ago", "more than a year after", "three weeks since".</summary>
    private TimeWord? Counted(TextWords words, WordSentence s, int i, int count)
    {
        int unit = i + 1;
        if (unit >= s.End || words[unit].Id < 0 || _unit[words[unit].Id] is not (var name and > 0) || unit + 1 >= s.End) return null;
        int follows = unit + 1;
        bool ago = words[follows].Id == _ago, after = words[follows].Id == _after || words[follows].Id == _since;
        if (!ago && !after) return null;
        var (bend, first) = BendBefore(words, s, i);
        var length = new Length(count, (TimeUnit)(name - 1), bend);
        return ago ? new TimeWord.Ago(first, follows, length) : new TimeWord.After(first, follows, length);
    }

    private (Bend, int First) BendBefore(TextWords words, WordSentence s, int i)
    {
        int before = i - 1;
        if (before < s.First) return (Bend.Exact, i);
        int id = words[before].Id;
        if (id == _over) return (Bend.MoreThan, before);
        if (id == _under || id == _nearly || id == _almost) return (Bend.LessThan, before);
        if (id == _about || id == _around || id == _roughly || id == _some) return (Bend.About, before);
        if (id != _than || before - 1 < s.First) return (Bend.Exact, i);
        int bend = words[before - 1].Id;
        return bend == _more ? (Bend.MoreThan, before - 1) : bend == _less ? (Bend.LessThan, before - 1) : (Bend.Exact, i);
    }

    /// <param name="i">The word that the ordinal ends in; "anniversary" follows it.</param>
    private static TimeWord.Anniversary? Anniversary(TextWords words, WordSentence s, int i, int years) =>
        i + 1 < s.End && words[i + 1].Is(Cue.Anniversary) ? new TimeWord.Anniversary(i, i + 1, years) : null;
}
