using Chancery.Reading.Syntax.Conllu;
using Chancery.Reading.Syntax.Words;
using Chancery.Reports;

namespace Chancery.Training.Tokens;

/// <summary>Learns where words and sentences end from the running text of the treebanks.</summary>
internal static class LearnWords
{
    public static void Run(Treebank treebank, string path)
    {
        var reports = new[] { "en_ewt/train", "gum/train" }.SelectMany(name => Reports(treebank.Read(name))).ToArray();
        var contractions = Contractions(reports);
        var nothing = new LearnedWeights(new sbyte[4]);
        // The choices learn from every form, capital or not.
        var findWords = new FindWords(new WordModel(contractions.ToDictionary(c => c.Key, c => Math.Abs(c.Value)), nothing, nothing));
        List<Choice> joins = [], ends = [];
        foreach (var report in reports)
        {
            Joins(report, findWords, joins);
            Ends(report, ends);
        }
        Console.WriteLine($"{contractions.Count} contractions, {joins.Count} places in chunks, {ends.Count} places between words");
        var join = new LogisticChoice(16, 3);
        join.Learn(joins, 10, 0.1f, 1e-3f, 1);
        var end = new LogisticChoice(17, 2);
        end.Learn(ends, 10, 0.1f, 3e-2f, 1);
        // a missed end costs two sentences, a false one as much: the scale leans a little towards ending
        end.Shift(ends[0].Features[^1], 1, 0.5f);
        WordModel.Write(path, contractions, join.Quantised(), end.Quantised());
        Measure(treebank, path);
    }

    /// <summary>Each document of a treebank as running text with its sentences and words.</summary>
    private static IEnumerable<Report> Reports(IReadOnlyList<ConlluSentence> rows)
    {
        var document = new List<ConlluSentence>();
        foreach (var row in rows)
        {
            if (row.BeginsDocument is not null && document.Count > 0)
            {
                yield return ReadConllu.Read(new Page("", "", PageKind.Conllu, ""), document);
                document.Clear();
            }
            document.Add(row);
        }
        yield return ReadConllu.Read(new Page("", "", PageKind.Conllu, ""), document);
    }

    /// <summary>
    /// Where the second word begins; below zero where the form is one only in lower case. "Its" that begins a sentence of a letter is as often a slip for "It's" as not, and with no
    /// word before it the choice is blind: it would make two words of every "Its" that begins a sentence of the news.
    /// </summary>
    private static Dictionary<string, int> Contractions(IEnumerable<Report> reports)
    {
        var (places, capital) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var words in reports.SelectMany(r => r.GivenSentences!).Select(s => s.Words))
        {
            for (int i = 0; i < words.Length; i++)
            {
                if (i + 1 < words.Length && words[i + 1].ContinuesToken) continue;
                if (!words[i].ContinuesToken) Capital(words[i].Form, -1);
                else if (!words[i - 1].ContinuesToken && (words[i - 1].Form + words[i].Form).All(char.IsLetter))
                {
                    places[(words[i - 1].Form + words[i].Form).ToLowerInvariant()] = words[i - 1].Form.Length;
                    Capital(words[i - 1].Form + words[i].Form, 1);
                }
            }
        }
        return places.ToDictionary(p => p.Key, p => capital.GetValueOrDefault(p.Key) < 0 ? -p.Value : p.Value);

        void Capital(string form, int two)
        {
            if (char.IsUpper(form[0])) capital[form.ToLowerInvariant()] = capital.GetValueOrDefault(form.ToLowerInvariant()) + two;
        }
    }

    private static void Joins(Report report, FindWords findWords, List<Choice> choices)
    {
        var answers = new Dictionary<int, int>();
        foreach (var word in report.GivenSentences!.SelectMany(s => s.Words))
            answers[word.Span.Start] = word.ContinuesToken ? FindWords.Continue : FindWords.Cut;
        foreach (var paragraph in report.Paragraphs)
        {
            for (int start = paragraph.Span.Start, end; start < paragraph.Span.End; start = end + 1)
            {
                end = start;
                while (end < paragraph.Span.End && !char.IsWhiteSpace(report.Text[end])) end++;
                if (end == start) continue;
                var chunk = new JoinFeatures(report.Text, paragraph.Span, start, end);
                var address = FindAddress.In(report.Text, start, end);
                int word = start;
                foreach (int at in findWords.Candidates(report.Text, start, end))
                {
                    int answer = answers.GetValueOrDefault(at, FindWords.Join);
                    if (address.Start < at && at < address.End) continue;
                    var features = new uint[JoinFeatures.Count];
                    chunk.Fill(word, at, !address.IsEmpty && (at == address.Start || at == address.End), features);
                    choices.Add(new Choice(features, answer));
                    if (answer != FindWords.Join) word = at;
                }
            }
        }
    }

    private static void Ends(Report report, List<Choice> choices)
    {
        var places = report.GivenSentences!.Select(s => s.Span.End).ToHashSet();
        var ends = new EndFeatures();
        foreach (var paragraph in report.Paragraphs)
        {
            var words = report.GivenSentences!.Where(s => paragraph.Span.Contains(s.Span)).SelectMany(s => s.Words)
                .Select(w => new WordPiece(w.Span.Start, w.Span.End, w.ContinuesToken)).ToList();
            ends.Begin(report.Text, words);
            int first = 0;
            for (int i = 0; i < words.Count - 1; i++)
            {
                bool isEnd = places.Contains(words[i].End);
                if (ends.IsCandidate(i))
                {
                    var features = new uint[EndFeatures.Count];
                    ends.Fill(first, i, features);
                    choices.Add(new Choice(features, isEnd ? 1 : 0));
                }
                if (isEnd) first = i + 1;
            }
        }
    }

    private static void Measure(Treebank treebank, string path)
    {
        var split = new SplitSentences(WordModel.Load(path));
        foreach (var name in new[] { "en_ewt/dev", "gum/dev", "en_pud/dev-news" })
        {
            int goldSentences = 0, goldWords = 0, foundSentences = 0, foundWords = 0, rightSentences = 0, rightWords = 0;
            var gold = ReadConllu.Read(new Page("", "", PageKind.Conllu, ""), treebank.Read(name));
            var found = split.Split(gold with { GivenSentences = null });
            var goldSpans = gold.GivenSentences!.Select(s => s.Span).ToHashSet();
            var wordSpans = gold.GivenSentences!.SelectMany(s => s.Words).Select(w => (w.Span, w.ContinuesToken)).ToHashSet();
            (goldSentences, goldWords) = (goldSpans.Count, wordSpans.Count);
            (foundSentences, foundWords) = (found.Count, found.Sum(s => s.Words.Length));
            rightSentences = found.Count(s => goldSpans.Contains(s.Span));
            rightWords = found.SelectMany(s => s.Words).Count(w => wordSpans.Contains((w.Span, w.ContinuesToken)));
            Console.WriteLine($"{name,-18} sentences {200.0 * rightSentences / (goldSentences + foundSentences):F2}  words {200.0 * rightWords / (goldWords + foundWords):F2}");
        }
    }
}
