using System.Globalization;
using Chancery.Reports;
using NodaTime;
using static Chancery.Reading.Dating.RelatedStoryClues;

namespace Chancery.Reading.Dating;

/// <summary>A person's age and birth in one report bound its year, where only one person is told so.</summary>
internal static class AgeClues
{
    public static IEnumerable<Clue> In(DatedText text)
    {
        var ages = new List<(int Age, int Word, WordSentence Sentence)>();
        var births = new List<(NamedTime.Calendar Time, WordSentence Sentence)>();
        foreach (var s in text.Words.Sentences)
        {
            if (s.Role == ParagraphRole.Teaser) continue;
            for (int i = s.First; i < s.End; i++)
            {
                if (AgeAt(text.Words, s, i) is { } age) ages.Add((age, i, s));
                if (text.Words[i].Is(Cue.BornWord) && BirthAt(text, s, i) is { } birth) births.Add((birth, s));
            }
        }
        if (births.Count != 1 || ages.Count != 1 || !SamePerson(text.Words, ages[0].Sentence, births[0].Sentence)) yield break;
        var (time, years) = (births[0].Time, ages[0].Age);
        yield return new Clue(
            DaySet.Between(time.From.PlusYears(years), time.To.PlusYears(years + 1)), Strength.Firm,
            string.Create(CultureInfo.InvariantCulture, $"somebody born in {Iso(time.From)[..4]} is {years} years old in it"),
            [text.Words[ages[0].Word].Span, text.SpanOf(time)]);
    }

    /// <summary>"the 61-year-old", "Ana Souza, 61," – not the age at some earlier time.</summary>
    private static int? AgeAt(TextWords words, WordSentence s, int i)
    {
        if (words[i].Number is not (>= 15 and <= 105) || words[i].Span.Length > 3 || i == s.First) return null;
        bool old = i + 4 < s.End && words[i + 1].First == '-' && words.Folded(i + 2) == "year" && words.Folded(i + 4) == "old";
        bool apposed = i + 1 < s.End && words[i - 1].First == ',' && words[i + 1].First == ',' && i > s.First + 2 && words[i - 2].IsCapitalised && words[i - 3].IsCapitalised;
        if (!old && !apposed) return null;
        for (int j = Math.Max(s.First, i - 3); j < i; j++)
            if (words.Folded(j) is "then" or "as" or "was" or "when" or "at") return null;
        return words[i].Number;
    }

    private static NamedTime.Calendar? BirthAt(DatedText text, WordSentence s, int born) =>
        text.TimesIn(s).OfType<NamedTime.Calendar>().FirstOrDefault(t => t.First > born && t.First <= born + 7);

    /// <summary>The two sentences share a name, or the second follows on the first.</summary>
    private static bool SamePerson(TextWords words, WordSentence age, WordSentence birth)
    {
        if (age == birth) return true;
        // the word that opens a sentence is capitalised anyway, and counts where the other sentence has it inside
        return Names(words, age, age.First + 1).Overlaps(Names(words, birth, birth.First))
            || Names(words, age, age.First).Overlaps(Names(words, birth, birth.First + 1));
    }

    private static HashSet<string> Names(TextWords words, WordSentence s, int from)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = from; i < s.End; i++)
            if (words[i].IsCapitalised && !words[i].Is(Cue.Title) && words[i].Span.Length > 2) names.Add(words.Folded(i));
        return names;
    }
}
