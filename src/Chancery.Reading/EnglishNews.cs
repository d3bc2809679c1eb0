using Chancery.Reading.Actors;
using Chancery.Reading.Dating;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Types;
using Chancery.Reading.Measures;
using Chancery.Reading.Relations;
using Chancery.Reading.Statements;
using Chancery.Reading.Syntax;
using Chancery.Reading.Syntax.Lemmas;
using Chancery.Reading.Syntax.Network;
using Chancery.Reading.Syntax.Words;
using Chancery.Reading.Times;
using Chancery.Reports;

namespace Chancery.Reading;

/// <summary>The one list of what reads English news. A new layer is one more line here.</summary>
public static class EnglishNews
{
    /// <exception cref="FileNotFoundException">A model is missing; the message names it.</exception>
    /// <param name="own">Actors of the user's own, which win over ours; see <see cref="ActorFile"/>.</param>
    public static Pipeline Compose(string modelFolder, IEnumerable<(string Form, ActorEntry Entry)>? own = null) =>
        new(Annotators(modelFolder, own));

    /// <summary>The syntax layer alone, as training for the later layers reads with it.</summary>
    internal static ParseSentences Syntax(string modelFolder) => new(
        new SplitSentences(WordModel.Load(Path.Combine(modelFolder, "en-words.model"))),
        SyntaxNetwork.Load(Path.Combine(modelFolder, "en-syntax.model")),
        Lemmatiser.Load(Path.Combine(modelFolder, "en-lemmas.model")));

    private static IEnumerable<Annotator> Annotators(string modelFolder, IEnumerable<(string Form, ActorEntry Entry)>? own)
    {
        // the large ones are loaded beside each other: a report should not wait for one processor
        var actorLexicon = Task.Run(() => ActorLexicon.Load(own));
        var statements = Task.Run(() => FindStatements.Load(Path.Combine(modelFolder, "statements.model")));
        var checkDate = Task.Run(() => new CheckDate(EventCalendar.BuiltIn));
        yield return Syntax(modelFolder);
        yield return new FindTimes(TimeFilter.Load(Path.Combine(modelFolder, "times.model")));
        yield return checkDate.GetAwaiter().GetResult();
        yield return new ResolveTimes(YearChoice.Load(Path.Combine(modelFolder, "times-years.model")));
        var actors = actorLexicon.GetAwaiter().GetResult();
        yield return new FindActors(actors);
        yield return statements.GetAwaiter().GetResult();
        yield return new CodeEvents(actors, TypeModel.Load(Path.Combine(modelFolder, "en-event-types.model")));
        yield return new FindChanges(actors);
        yield return new FindSignals(actors);
    }
}
