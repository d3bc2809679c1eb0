using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// Finds who said, believes or claims what. Each likely cue proposes a statement; the best proposals that do not share content
/// are kept.
/// </summary>
public sealed class FindStatements : Annotator<Statement>
{
    private readonly StatementModel _model;
    private readonly ProposeStatements _propose;
    private readonly ChooseStatements _choose;

    internal FindStatements(StatementModel model)
    {
        _model = model;
        _propose = new ProposeStatements(model);
        _choose = new ChooseStatements(model.Worth);
    }

    /// <exception cref="FileNotFoundException">The model is missing; the message names it.</exception>
    /// <exception cref="InvalidDataException">The file is not a statement model.</exception>
    public static FindStatements Load(string modelPath) => new(StatementModel.Load(modelPath));

    public override Layer<Statement> Gives => Layers.Statements;
    public override IReadOnlyList<Layer> Needs { get; } = [Layers.Sentences, Layers.Actors];

    public override IReadOnlyList<Statement> Annotate(AnnotatedReport report)
    {
        var scratch = new FeatureList();
        var actors = new ActorsByPlace(report.Get(Layers.Actors));
        var found = new List<Statement>();
        foreach (var p in ReadParagraphs.Of(report, _model.Clusters))
            foreach (var outer in WrittenForms.Of(p) is { } whole ? [whole] : _choose.Choose(p, _propose.All(p, scratch), scratch))
            {
                string id = Tell(p, outer, null);
                foreach (var inner in InnerStatements.BuiltIn.Of(p, outer)) Tell(p, inner, id);
            }
        return found;

        string Tell(ParagraphWords p, Proposal x, string? within)
        {
            string id = $"s{found.Count + 1}";
            found.Add(Told(p, x, id, x.Source is { } run ? actors.Behind(p, run) : null, within));
            return id;
        }
    }

    private static Statement Told(ParagraphWords p, Proposal x, string id, string? actor, string? within)
    {
        var content = Array.ConvertAll([.. x.Content], r => r.SpanIn(p));
        Span[] source = x.Source is { } s ? [s.SpanIn(p)] : [];
        return new Statement(
            id, actor, source, [x.CueRun.SpanIn(p)], content, Quotations.KindOf(p.Text, content, p.Quotations),
            CueCircle.BuiltIn.Medium(p, x), CueCircle.Audience(p, x), within);
    }
}
