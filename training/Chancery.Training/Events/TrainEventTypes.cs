using System.IO.Compression;
using Chancery.Reading;
using Chancery.Reading.Actors;
using Chancery.Reading.Events;
using Chancery.Reading.Events.Types;
using Chancery.Reports;

namespace Chancery.Training.Events;

/// <summary>
/// The model of event types: gsr and plv development gold count fully, headlines written for NGEC little (PETRARCH's tests not at all: their codes are its
/// test dictionary's), and
/// sentences of reviews, mails and questions (English Web Treebank) stand for what is no political event.
/// </summary>
internal sealed class TrainEventTypes
{
    private readonly List<TypeExample> _examples = [];

    /// <param name="corpora">The folder that holds <c>events</c> and <c>treebank</c>.</param>
    /// <param name="models">The folder of the syntax models.</param>
    public TrainEventTypes(string corpora, string models)
    {
        var own = Path.Combine(models, "en-event-types.model");
        if (!File.Exists(own)) new TypeModel(new sbyte[TypeModel.Size], 1).Save(own); // the reading is composed with one; a blank one serves to begin with
        Actors = ActorLexicon.Load();
        Coder = new CodeEvents(Actors, null);
        Pipeline = EnglishNews.Compose(models).For([Layers.Actors]);
        var reader = new TypeExamples(Pipeline, Coder, Actors);
        var events = Path.Combine(corpora, "events");
        _examples.AddRange(reader.Read(events, "gsr", 1f));
        _examples.AddRange(reader.Read(events, "plv", 1f));
        _examples.AddRange(reader.Read(events, "ngec", 0.05f, firstLineOnly: true));
        _examples.AddRange(reader.Nothing(Everyday(Path.Combine(corpora, "treebank", "en_ewt", "train.conllu.gz")), 0.3f));
    }

    public ActorLexicon Actors { get; }
    public CodeEvents Coder { get; }
    public Pipeline Pipeline { get; }

    /// <summary>The model of all examples.</summary>
    public TypeModel All() => SoftmaxTrainer.Train(_examples);

    /// <summary>The model that has not seen a fold.</summary>
    public TypeModel Without(int fold) => SoftmaxTrainer.Train([.. _examples.Where(e => e.Fold != fold)]);

    /// <summary>Every third sentence of the treebank's mails, reviews and questions.</summary>
    private static IEnumerable<string> Everyday(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        bool everyday = false;
        int seen = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                everyday = line[12..].StartsWith("email", StringComparison.Ordinal) || line[12..].StartsWith("reviews", StringComparison.Ordinal)
                    || line[12..].StartsWith("answers", StringComparison.Ordinal);
            else if (everyday && line.StartsWith("# text = ", StringComparison.Ordinal) && line.Length > 40 && seen++ % 3 == 0) yield return line[9..];
        }
    }
}
