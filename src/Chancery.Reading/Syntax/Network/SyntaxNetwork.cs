using System.Collections.Concurrent;
using Chancery.Reports;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// Tags and trees of sentences, all from one network: recurrent layers over word, word vector and affixes, and on top of them the
/// tags, a score for every pair of word and head, and a relation for the pair that the tree decoder chose.
/// </summary>
/// <remarks>
/// May be used by many threads at once. A sentence gets the same analysis in whatever company it is read, on every processor: all sums
/// have one order and every operation is rounded as IEEE 754 says.
/// </remarks>
public sealed class SyntaxNetwork : IDisposable
{
    /// <summary>
    /// The most words that are read as one tree. Of a longer sentence each stretch of so many gets its tree, and the later trees hang
    /// on the first one's root, so that time and memory grow with the words and not with their square.
    /// </summary>
    public const int LongestTree = 256;

    // Enough for many sentences in lockstep, few enough for the nearer caches.
    private const int WordsAtOnce = 1024;

    private readonly ModelFile _model;
    private readonly NetworkWeights _weights;
    private readonly ConcurrentBag<NetworkPass> _idle = [];

    private SyntaxNetwork(ModelFile model)
    {
        _model = model;
        _weights = new NetworkWeights(model);
    }

    /// <summary>The name that the model gives itself.</summary>
    public string Name => _weights.Name;

    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="InvalidDataException">The file is not such a model.</exception>
    public static SyntaxNetwork Load(string path) => new(new ModelFile(path));

    /// <summary>One analysis a word, in order; each sentence is a tree with one root.</summary>
    public WordAnalysis[][] Analyse(IReadOnlyList<UntaggedSentence> sentences) =>
        Analyse([.. sentences.Select(sentence => sentence.Words.Select(word => word.Form).ToArray())]);

    /// <summary>The same for sentences of which only the forms are known.</summary>
    internal WordAnalysis[][] Analyse(IReadOnlyList<string[]> sentences)
    {
        var parsed = new WordAnalysis[sentences.Count][];
        var stretches = new List<Stretch>(sentences.Count);
        for (int i = 0; i < parsed.Length; i++)
        {
            parsed[i] = new WordAnalysis[sentences[i].Length];
            for (int first = 0; first < parsed[i].Length; first += LongestTree)
                stretches.Add(new Stretch(i, sentences[i], first, Math.Min(LongestTree, parsed[i].Length - first), parsed[i]));
        }
        stretches.Sort((a, b) => a.Count != b.Count ? b.Count - a.Count : a.CompareTo(b));
        if (!_idle.TryTake(out var pass)) pass = new NetworkPass(_weights);
        for (int next = 0, end; next < stretches.Count; next = end)
        {
            end = next;
            for (int words = 0; end < stretches.Count && words + stretches[end].Count <= WordsAtOnce; end++) words += stretches[end].Count;
            pass.Run(stretches[next..end]);
        }
        _idle.Add(pass);
        foreach (var words in parsed) JoinTrees(words);
        return parsed;
    }

    public void Dispose() => _model.Dispose();

    private static void JoinTrees(WordAnalysis[] words)
    {
        if (words.Length <= LongestTree) return;
        int root = Array.FindIndex(words, word => word.Head < 0);
        for (int i = LongestTree; i < words.Length; i++)
            if (words[i].Head < 0) words[i] = words[i] with { Head = root, Relation = "parataxis" };
    }
}
