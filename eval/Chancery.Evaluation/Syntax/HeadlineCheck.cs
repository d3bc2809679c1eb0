using Chancery.Reading;
using Chancery.Reading.Pages;
using Chancery.Reports;

namespace Chancery.Evaluation.Syntax;

/// <summary>
/// Headlines and short clauses of our own, written before any model was trained on such, with the facts of each that matter: the verb and its tag, who
/// does it, to what. Of half of them the errors are printed; of the other half the totals alone.
/// </summary>
internal static class HeadlineCheck
{
    /// <param name="args">A folder of models, the shipped ones where none is named.</param>
    public static int Run(string[] args)
    {
        var pipeline = EnglishNews.Compose(args.FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "models")).For([Layers.Sentences]);
        var rows = File.ReadLines("eval/Chancery.Evaluation/Gold/headlines/sentences.tsv").Where(line => line[0] != '#').Select(line => line.Split('\t'));
        foreach (var part in rows.GroupBy(row => row[0]))
        {
            int facts = 0, right = 0, whole = 0;
            foreach (var row in part)
            {
                var sentences = Sentences(pipeline, row[1]);
                var told = row[2].Split("; ");
                var missed = told.Where(fact => !sentences.Any(s => Holds(fact.Split(' '), [.. s.Words]))).ToArray();
                facts += told.Length;
                right += told.Length - missed.Length;
                if (missed.Length == 0) whole++;
                else if (part.Key == "read") Console.WriteLine($"  {row[1]}\n      missed: {string.Join("; ", missed)}");
            }
            Console.WriteLine($"{part.Key,-8}{right} of {facts} facts ({(double)right / facts:F3}), {whole} of {part.Count()} sentences whole");
        }
        return 0;
    }

    private static IReadOnlyList<Sentence> Sentences(Pipeline pipeline, string sentence)
    {
        var (reading, failure) = pipeline.Read(ReadPlainText.Read(new Page("headline", "", PageKind.Text, sentence)));
        return reading is null ? throw new InvalidOperationException(failure!.Reason) : reading.Get(Layers.Sentences);
    }

    private static bool Holds(string[] fact, Token[] words)
    {
        if (Array.Find(words, w => w.Form == fact[0]) is not { Form: not null } word) return false;
        if (fact.Length == 3) return word.Relation == fact[1] && word.Head >= 0 && words[word.Head].Form == fact[2];
        return fact[1] == "root" ? word.Relation == "root" : word.Xpos == fact[1];
    }
}
