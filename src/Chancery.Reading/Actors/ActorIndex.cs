using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>
/// Answers who stands at a place of the text. Built once a report over its actors and used by one thread; the caller goes
/// through coordinated heads itself.
/// </summary>
public sealed class ActorIndex
{
    private readonly ActorLexicon _lexicon;
    private readonly string _text;
    private readonly List<(Mention Mention, Actor Actor)> _mentions = [];
    private readonly int _longest;
    private (Sentence? Sentence, List<Found> Found) _scanned = (null, []);

    public ActorIndex(AnnotatedReport report, ActorLexicon lexicon)
    {
        _lexicon = lexicon;
        _text = report.Report.Text;
        foreach (var actor in report.Get(Layers.Actors))
            foreach (var mention in actor.Mentions)
            {
                _mentions.Add((mention, actor));
                _longest = Math.Max(_longest, mention.Span.Length);
            }
        _mentions.Sort((a, b) => a.Mention.Span.CompareTo(b.Mention.Span));
    }

    /// <summary>
    /// The actors whose shortest mention holds an offset; two for "the two countries". With <paramref name="headOnly"/> only
    /// mentions that are headed there.
    /// </summary>
    public IReadOnlyList<Actor> At(int offset, bool headOnly = false)
    {
        List<Actor>? found = null;
        int shortest = int.MaxValue;
        for (int i = FirstFrom(offset - _longest); i < _mentions.Count && _mentions[i].Mention.Span.Start <= offset; i++)
        {
            var (mention, actor) = _mentions[i];
            if (headOnly ? mention.Head != offset : !mention.Span.Contains(offset)) continue;
            if (mention.Span.Length > shortest) continue;
            if (mention.Span.Length < shortest) found = null;
            shortest = mention.Span.Length;
            (found ??= []).Add(actor);
        }
        return found ?? (IReadOnlyList<Actor>)[];
    }

    /// <summary>
    /// Who takes part where an argument is headed by a word: the actor mentioned there, else a role noun with the state and sector its
    /// modifiers give ("protesters in Kyiv"), else the state of a noun's own modifier ("the Kenyan decision"). Empty where nobody does.
    /// </summary>
    public IReadOnlyList<Participant> Participants(Sentence sentence, int word)
    {
        var actors = ActorsOf(sentence, word);
        if (actors.Count > 0) return [.. actors.Select(a => new Participant(a.Id, a.Code, a.Sector))];
        var (sector, isRole) = SectorOf(sentence, word);
        var code = CodeBeside(sentence, word);
        return isRole || code is not null ? [new Participant(null, code, sector)] : [];
    }

    /// <summary>
    /// The actors of an argument headed by a word. A parser that takes "Kenyan" for the head of "Kenyan troops" or of "Kenyan President
    /// Moi" is set right: what follows the adjective is meant.
    /// </summary>
    private IReadOnlyList<Actor> ActorsOf(Sentence sentence, int word)
    {
        int offset = sentence.Words[word].Span.Start;
        var actors = At(offset, headOnly: true);
        if (actors.Count > 0) return actors is [{ Kind: ActorKind.State }] && sentence.Words[word].Upos != Upos.NOUN && Owned(sentence, word) is { Count: > 0 } owned ? owned : actors;
        var around = At(offset);
        if (sentence.Words[word].Upos == Upos.PROPN) return around;
        return around.Count > 0 && around.All(a => a.Kind == ActorKind.Person) ? around : [];
    }

    /// <summary>The group, body or person whose mention begins with a state's adjective or right behind it.</summary>
    private IReadOnlyList<Actor> Owned(Sentence sentence, int word)
    {
        if (sentence.Words[word].Upos != Upos.ADJ && !sentence.Words[word].Is("amod") && !sentence.Words[word].Is("compound") && word + 1 < sentence.Words.Length
            && sentence.Words[word + 1].Upos is not (Upos.NOUN or Upos.PROPN)) return [];
        int offset = sentence.Words[word].Span.Start, next = word + 1 < sentence.Words.Length ? sentence.Words[word + 1].Span.Start : -1;
        List<Actor>? found = null;
        for (int i = FirstFrom(offset - _longest); i < _mentions.Count && _mentions[i].Mention.Span.Start <= Math.Max(offset, next); i++)
        {
            var (mention, actor) = _mentions[i];
            bool owned = mention.Head > offset && (mention.Span.Contains(offset) || mention.Span.Start == next);
            if (owned && actor.Kind != ActorKind.State) (found ??= []).Add(actor);
        }
        return found ?? (IReadOnlyList<Actor>)[];
    }

    /// <summary>The state that a noun's modifiers name: adjective, possessive, "of", "in", "from"; null for none.</summary>
    public string? CodeBeside(Sentence sentence, int word)
    {
        foreach (int child in sentence.Children(word))
        {
            var token = sentence.Words[child];
            if (!token.Is("amod") && !token.Is("compound") && !token.Is("nmod")) continue;
            foreach (var actor in At(token.Span.Start))
                if (actor.Code is { } code) return code;
        }
        return null;
    }

    private (string? Sector, bool IsRole) SectorOf(Sentence sentence, int word)
    {
        if (_scanned.Sentence != sentence) _scanned = (sentence, _lexicon.Names.Scan(_text, sentence));
        int first = Math.Max(0, word - 3);
        foreach (var found in _scanned.Found)
            if (found.First >= first && found.End == word + 1 && found.Entry.Kind == EntryKind.Role) return (found.Entry.Standings[0].Sector, true);
        return (null, false);
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_mentions[middle].Mention.Span.Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
