using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reports;
using Xunit;

namespace Chancery.Tests.Syntax;

public class LemmatiserTests
{
    private static readonly Lemmatiser Lemmas = Lemmatiser.Load(Path.Combine(AppContext.BaseDirectory, "models", "en-lemmas.model"));

    [Theory]
    [InlineData("were", Upos.AUX, "VBD", "be")]
    [InlineData("n't", Upos.PART, "RB", "not")]
    [InlineData("Me", Upos.PRON, "PRP", "I")]
    [InlineData("withheld", Upos.VERB, "VBN", "withhold")]
    [InlineData("Withheld", Upos.VERB, "VBD", "withhold")]
    [InlineData("evacuating", Upos.VERB, "VBG", "evacuate")]
    [InlineData("ratified", Upos.VERB, "VBD", "ratify")]
    [InlineData("IMPOSED", Upos.VERB, "VBD", "impose")]
    [InlineData("embassies", Upos.NOUN, "NNS", "embassy")]
    [InlineData("Sanctions", Upos.NOUN, "NNS", "sanction")]
    [InlineData("worst", Upos.ADJ, "JJS", "bad")]
    [InlineData("toughest", Upos.ADJ, "JJS", "tough")]
    [InlineData("Norwegian", Upos.ADJ, "JJ", "Norwegian")]
    [InlineData("Senegal", Upos.PROPN, "NNP", "Senegal")]
    [InlineData("ECOWAS", Upos.PROPN, "NNP", "ECOWAS")]
    public void a_form_has_its_dictionary_form(string form, Upos upos, string xpos, string lemma) => Assert.Equal(lemma, Lemmas.Lemma(form, upos, xpos));
}
