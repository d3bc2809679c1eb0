using Chancery.Reading.Syntax;
using Chancery.Reading.Syntax.Network;
using Xunit;

namespace Chancery.Tests.Syntax.Network;

public class SyntaxNetworkTests
{
    private static readonly SyntaxNetwork Network = SyntaxNetwork.Load(Path.Combine(AppContext.BaseDirectory, "models", "en-syntax.model"));

    private static readonly string[][] Sentences =
    [
        "Kenya and Norway signed the fishing treaty in March .".Split(' '),
        "It was lifted .".Split(' '),
        "The minister , who had promised to resign , told reporters that Chile would not pay .".Split(' '),
        ["No"],
        [],
        "\" We will see , \" she said .".Split(' '),
    ];

    [Fact]
    public void a_sentence_is_read_alike_alone_and_in_company()
    {
        var together = Network.Analyse(Sentences);
        for (int i = 0; i < Sentences.Length; i++) Assert.Equal(together[i], Network.Analyse([Sentences[i]])[0]);
    }

    [Fact]
    public void many_threads_read_what_one_reads()
    {
        var alone = Network.Analyse(Sentences);
        Parallel.For(0, 16, _ => Assert.Equal(alone, Network.Analyse(Sentences)));
    }

    [Fact]
    public void a_passive_has_its_subject_and_auxiliary()
    {
        var words = Network.Analyse([Sentences[1]])[0];
        Assert.Equal(["nsubj:pass", "aux:pass", "root", "punct"], words.Select(w => w.Relation));
        Assert.Equal([2, 2, -1, 2], words.Select(w => w.Head));
    }

    [Fact]
    public void a_sentence_without_end_is_read_in_stretches_under_one_root()
    {
        var words = Enumerable.Range(0, 100_000).Select(i => i % 7 == 0 ? "and" : "treaty").ToArray();
        var parsed = Network.Analyse([words])[0];
        Assert.Single(parsed, word => word.Head < 0);
        AssertTree(parsed);
    }

    [Fact]
    public void a_file_that_is_no_model_is_refused_by_name()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "not a model\n");
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => SyntaxNetwork.Load(path)).Message);
        File.Delete(path);
    }

    private static void AssertTree(WordAnalysis[] words)
    {
        var safe = new bool[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            var walk = new HashSet<int>();
            for (int at = i; at >= 0 && !safe[at]; at = words[at].Head) Assert.True(walk.Add(at), $"a cycle at word {at}");
            foreach (int at in walk) safe[at] = true;
        }
    }
}
