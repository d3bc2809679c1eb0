using Chancery.Reports;

namespace Chancery.Reading.Syntax;

/// <summary>What a syntax model says of one word. <see cref="Head"/> is an index in the sentence, -1 for the root.</summary>
public readonly record struct WordAnalysis(Upos Upos, string Xpos, string Features, int Head, string Relation);

/// <summary>Tags and parses sentences whose words are known. One instance may serve many threads at once.</summary>
public interface ISyntaxModel
{
    /// <summary>Name and version, as a reading states it: <c>en-perceptron-1</c>.</summary>
    string Name { get; }

    /// <summary>One analysis a word, in order; each sentence is a tree with one root.</summary>
    WordAnalysis[][] Analyse(IReadOnlyList<UntaggedSentence> sentences);
}
