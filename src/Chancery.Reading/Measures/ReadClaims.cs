using Chancery.Reading.Events;
using Chancery.Reading.Events.Frames;
using Chancery.Reports;

namespace Chancery.Reading.Measures;

/// <summary>Reads the changes that one sentence tells of, from its tree.</summary>
internal sealed class ReadClaims
{
    private readonly Clauses _clauses;
    private readonly ClaimList _claims;
    private readonly ReadChangeVerbs _verbs;
    private readonly ReadMeasureVerbs _measureVerbs;
    private readonly ReadChangeNouns _nouns;
    private readonly ReadBareNouns _bareNouns;
    private readonly ReadHeadline _headline;
    private readonly ReadStoppedTrade _trade;
    private readonly ReadSameDeed _same;
    private readonly ReadJoinedMeasure _joined;
    private readonly ReadWordOrder _wordOrder;

    /// <param name="programmes">The programmes that the sentence names.</param>
    public ReadClaims(MeasureLexicon lexicon, Clauses clauses, SentenceActors actors, IReadOnlyList<(Programme Programme, Span Span)> programmes)
    {
        _clauses = clauses;
        var nouns = new FindMeasureNouns(lexicon, clauses, programmes);
        var arguments = new Arguments(clauses);
        var status = new ReadStatus(lexicon, clauses);
        var political = new PoliticalWords(lexicon, clauses, actors);
        var aimed = new AimedAt(clauses, actors);
        var actorWords = new FindActorWords(lexicon, clauses, arguments, status, aimed);
        var changed = new ChangedMeasures(clauses, nouns);
        var targetWords = new FindTargetWords(clauses, actorWords, aimed);
        _claims = new ClaimList(clauses, status, political, actorWords, targetWords);
        _verbs = new ReadChangeVerbs(
            lexicon, clauses, actors, nouns, arguments, political, new ReadStandIns(lexicon, clauses, nouns, changed, status, _claims),
            new ReadReaffirmed(lexicon, clauses, nouns, changed, _claims), _claims);
        _measureVerbs = new ReadMeasureVerbs(lexicon, clauses, actors, nouns, arguments, status, _claims);
        _nouns = new ReadChangeNouns(lexicon, clauses, changed, political, _claims);
        _bareNouns = new ReadBareNouns(lexicon, clauses, nouns, political, status, _claims);
        _trade = new ReadStoppedTrade(clauses, nouns, status, _claims);
        _same = new ReadSameDeed(clauses, actors, status, _claims);
        _joined = new ReadJoinedMeasure(lexicon, clauses, nouns, political, _claims);
        _headline = new ReadHeadline(lexicon, clauses, nouns);
        _wordOrder = new ReadWordOrder(lexicon, clauses, nouns, political, targetWords, _claims);
    }

    public List<Claim> All()
    {
        // verbs first: they take the nouns that they speak of
        for (int word = 0; word < _clauses.Words.Length; word++)
            if (IsVerbal(word) && !_trade.Read(word) && !_same.Read(word) && !_verbs.Read(word)) _measureVerbs.Read(word);
        for (int word = 0; word < _clauses.Words.Length; word++)
            if (IsNoun(word))
            {
                _nouns.Read(word);
                _same.ReadNoun(word);
            }
        for (int word = 0; word < _clauses.Words.Length; word++)
            if (IsNoun(word)) _wordOrder.Read(word);
        for (int word = 0; word < _clauses.Words.Length; word++)
            if (IsNoun(word)) _joined.Read(word);
        for (int word = 0; word < _clauses.Words.Length; word++)
            if (IsNoun(word)) _bareNouns.Read(word);
        if (_claims.Count == 0 && _headline.Read() is { } headline) _claims.Add(headline);
        return _claims.InOrder();
    }

    private bool IsVerbal(int word) => _clauses.Words[word].Upos is Upos.VERB or Upos.AUX or Upos.ADJ
        || _clauses.Words[word].Upos is Upos.NOUN && _clauses.Sentence.Child(word, "obj") >= 0;

    private bool IsNoun(int word) => _clauses.Words[word].Upos is Upos.NOUN or Upos.PROPN;
}
