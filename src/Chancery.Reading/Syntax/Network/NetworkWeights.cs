namespace Chancery.Reading.Syntax.Network;

/// <summary>All that a model holds, where it lies in the mapped file, and the store of what forms give to the first layer.</summary>
internal sealed unsafe class NetworkWeights
{
    public NetworkWeights(ModelFile model)
    {
        Name = model.Lines("name")[0];
        Shape = NetworkShape.Parse(model.Lines("shape")[0]);
        Relations = model.Lines("relations");
        Root = Array.IndexOf(Relations, "root");
        if (Root < 0) throw new InvalidDataException("The model has no relation 'root'.");
        Tags = new TagSet(model.Lines("penn"), model.Lines("features"), model.Lines("combinations"));
        Forms = new FormInputs(model, Shape);
        Layers = [.. Enumerable.Range(0, Shape.Layers).Select(layer => Layer(model, NetworkShape.LayerName(layer)))];
        Inputs = [.. Enumerable.Range(1, Shape.Layers - 1)
            .Select(layer => new Dense(model, NetworkShape.LayerName(layer) + ".input", Shape.Shown, Shape.Gates))];
        Parts = new Dense(model, "parts", Shape.Shown, Shape.Parts);
        Arc = new Dense(model, "arc", Shape.Arc, Shape.Arc);
        Tag = new Dense(model, "tag", Shape.Tag, Tags.Scores);
        Label = new Dense(model, "label", Shape.Label, Relations.Length);
        RootArc = model.Values<float>("root.arc", Shape.Arc);
        RootLabel = model.Values<float>("root.label", Shape.Label);
    }

    public string Name { get; }
    public NetworkShape Shape { get; }
    public string[] Relations { get; }

    /// <summary>Which relation is <c>root</c>.</summary>
    public int Root { get; }

    public TagSet Tags { get; }
    public FormInputs Forms { get; }
    public RecurrentLayer[] Layers { get; }

    /// <summary>From what each layer shows to the gates of the next.</summary>
    public Dense[] Inputs { get; }

    /// <summary>From what the layers show of a word to its parts in arcs, relations and tags.</summary>
    public Dense Parts { get; }

    public Dense Arc { get; }
    public Dense Tag { get; }
    public Dense Label { get; }

    /// <summary>The root's part as a head, in arcs and in relations.</summary>
    public float* RootArc { get; }
    public float* RootLabel { get; }

    private RecurrentLayer Layer(ModelFile model, string name)
    {
        int size = Panels.Size(Shape.Hidden, RecurrentLayer.Gates * Shape.Hidden);
        return new RecurrentLayer(
            Shape.Hidden, model.Values<float>(name + ".forward", size), model.Values<float>(name + ".backward", size));
    }
}
