using Chancery.Reading.Syntax.Conllu;
using Chancery.Training.Headlines;
using Xunit;

namespace Chancery.Tests.Syntax.Headlines;

/// <summary>The treebank of our own making: what must hold of any sentence in it, and what kinds there are.</summary>
public class WriteHeadlinesTests
{
    private static readonly ConlluSentence[] Made = [.. WriteHeadlines.Some(Soak.Times(1500, 30_000), seed: 3)];

    [Fact]
    public void the_same_seed_gives_the_same_sentences_and_none_twice()
    {
        Assert.Equal(Made.Take(200).Select(s => s.Text), WriteHeadlines.Some(200, seed: 3).Select(s => s.Text));
        Assert.NotEqual(Made[0].Text, WriteHeadlines.Some(1, seed: 4).Single().Text);
        Assert.Equal(Made.Length, Made.Select(s => s.Text).Distinct().Count());
    }

    [Fact]
    public void every_sentence_is_a_tree_without_crossings() => Assert.All(Made, sentence =>
    {
        var words = sentence.Words;
        Assert.Single(words, w => w.Head < 0);
        for (int i = 0; i < words.Count; i++)
        {
            Assert.Equal(words[i].Head < 0, words[i].Relation == "root");
            int steps = 0;
            for (int at = i; words[at].Head >= 0; at = words[at].Head) Assert.True(++steps <= words.Count, "a cycle");
            for (int between = Math.Min(i, words[i].Head) + 1; words[i].Head >= 0 && between < Math.Max(i, words[i].Head); between++)
                Assert.True(Above(words, between, words[i].Head), $"{words[i].Form} crosses {words[between].Form} in {sentence.Text}");
        }
    });

    [Fact]
    public void subjects_agree_with_their_verbs() => Assert.All(Made, sentence =>
    {
        for (int i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            if (word.Xpos is not ("VBZ" or "VBP") || word.Relation == "conj") continue;
            var verb = word.Relation is "cop" or "aux" or "aux:pass" ? word.Head : i;
            var subject = sentence.Words.Select((w, at) => (w, at)).First(w => w.w.Head == verb && w.w.Relation.StartsWith("nsubj", StringComparison.Ordinal));
            bool joined = sentence.Words.Any(w => w.Head == subject.at && w.Relation == "conj");
            if (joined || subject.w.Upos == "NOUN") Assert.Equal(joined || subject.w.Features != "Number=Sing", word.Xpos == "VBP");
        }
    });

    [Fact]
    public void a_participle_has_an_auxiliary_or_a_subject_that_suffers_or_hangs_on_a_noun() => Assert.All(Made, sentence =>
    {
        for (int i = 0; i < sentence.Words.Count; i++)
            if (sentence.Words[i] is { Xpos: "VBN", Upos: "VERB", Relation: not ("acl" or "amod" or "xcomp") })
                Assert.Contains(sentence.Words, w => w.Head == i && w.Relation is "aux" or "nsubj:pass");
    });

    [Theory]
    [InlineData("VBN", "root", "nsubj:pass", "aux:pass")]
    [InlineData("VBD", "root", "obj", "aux")]
    [InlineData("VBZ", "root", "obj", "aux")]
    [InlineData("VB", "root", "mark", "aux")]
    [InlineData("VBN", "acl", "obl", "aux:pass")]
    [InlineData("VBZ", "root", "ccomp", "aux")]
    [InlineData("NN", "root", "cop", "obj")]
    public void there_are_many_of_each_kind(string tag, string relation, string with, string without)
    {
        int found = Made.Count(s => s.Words.Select((w, i) => (w, i)).Any(at =>
            at.w.Xpos == tag && at.w.Relation == relation && s.Words.Any(w => w.Head == at.i && w.Relation == with) && !s.Words.Any(w => w.Head == at.i && w.Relation == without)));
        Assert.True(found > Made.Length / 100, $"{found}");
    }

    [Theory]
    [InlineData("freeze/froze/frozen", "freezes froze frozen")]
    [InlineData("cancel/cancelled", "cancels cancelled cancelled")]
    [InlineData("ratify", "ratifies ratified ratified")]
    [InlineData("raise", "raises raised raised")]
    [InlineData("catch/caught", "catches caught caught")]
    [InlineData("delay", "delays delayed delayed")]
    public void verbs_have_their_forms(string item, string forms)
    {
        var verb = VerbForms.Parse(item);
        Assert.Equal(forms, $"{verb.Finite(Tense.Present, false).Word.Form} {verb.Finite(Tense.Past, false).Word.Form} {verb.Participle(true).Word.Form}");
    }

    private static bool Above(IReadOnlyList<ConlluWord> words, int word, int head)
    {
        for (; word >= 0; word = words[word].Head)
            if (word == head) return true;
        return false;
    }
}
