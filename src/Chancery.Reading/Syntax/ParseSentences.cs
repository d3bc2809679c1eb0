using System.Runtime.InteropServices;
using System.Collections.Immutable;
using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reading.Syntax.Network;
using Chancery.Reading.Syntax.Words;
using Chancery.Reports;

namespace Chancery.Reading.Syntax;

/// <summary>Sentences with tagged, lemmatised and parsed words. Covers all of the text; no sentence crosses a paragraph.</summary>
public sealed class ParseSentences(SplitSentences splitter, SyntaxNetwork network, Lemmatiser lemmatiser) : Annotator<Sentence>
{
    private readonly AgreeingRelations _agreeing = new(lemmatiser);

    public override Layer<Sentence> Gives => Layers.Sentences;
    public override IReadOnlyList<Layer> Needs => [];

    public override IReadOnlyList<Sentence> Annotate(AnnotatedReport report)
    {
        var untagged = report.Report.GivenSentences ?? splitter.Split(report.Report);
        var analyses = network.Analyse(untagged);
        var sentences = new Sentence[untagged.Count];
        for (int i = 0; i < sentences.Length; i++) sentences[i] = Join(untagged[i], analyses[i]);
        return sentences;
    }

    private Sentence Join(UntaggedSentence sentence, WordAnalysis[] analyses)
    {
        var words = new Token[analyses.Length];
        for (int i = 0; i < words.Length; i++)
        {
            var (span, form, continues) = sentence.Words[i];
            var a = analyses[i];
            words[i] = new Token(span, form, lemmatiser.Lemma(form, a.Upos, a.Xpos), a.Upos, a.Xpos, a.Features, a.Head, a.Relation, continues);
        }
        _agreeing.Hold(words);
        return new Sentence(sentence.Span, ImmutableCollectionsMarshal.AsImmutableArray(words));
    }
}
