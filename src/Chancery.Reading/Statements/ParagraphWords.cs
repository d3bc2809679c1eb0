using Chancery.Reports;

namespace Chancery.Reading.Statements;

/// <summary>
/// The words of one paragraph in a row (of several where a quotation runs through them), over the borders of sentences, with what the decisions ask again and again: hashes of
/// words and relations, how far each subtree reaches, and what stands inside quotation marks.
/// </summary>
internal sealed class ParagraphWords
{
    private readonly int[] _firstChild, _nextSibling;

    public ParagraphWords(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Sentence> sentences, WordClusters clusters)
    {
        Text = text;
        Span = paragraphs[0].Span.Cover(paragraphs[^1].Span);
        Quotations = [.. paragraphs.SelectMany(p => Statements.Quotations.Find(text, p.Span))];
        int count = 0;
        foreach (var s in sentences) count += s.Words.Length;
        Count = count;
        Words = new Token[count];
        Sentence = new int[count];
        Head = new int[count];
        Form = new uint[count];
        Lemma = new uint[count];
        Relation = new uint[count];
        Xpos = new uint[count];
        Cluster = new uint[count];
        WideCluster = new uint[count];
        Left = new int[count];
        Right = new int[count];
        Quoted = new bool[count];
        Subject = new int[count];
        _firstChild = new int[count];
        _nextSibling = new int[count];
        Bounds = new (int, int)[sentences.Count];
        Fill(sentences, clusters);
        Link();
        MarkQuoted();
    }

    public string Text { get; }
    public Span Span { get; }

    /// <summary>Who speaks, where the paragraph is a line of a transcript.</summary>
    public Span? Speaker { get; init; }

    public IReadOnlyList<Span> Quotations { get; }
    public int Count { get; }
    public Token[] Words { get; }

    /// <summary>First word and end of each sentence.</summary>
    public (int From, int To)[] Bounds { get; }

    /// <summary>The sentence of each word, counted inside the paragraph.</summary>
    public int[] Sentence { get; }

    /// <summary>Index in this paragraph; -1 for a sentence's root.</summary>
    public int[] Head { get; }

    public uint[] Form { get; }
    public uint[] Lemma { get; }
    public uint[] Relation { get; }
    public uint[] Xpos { get; }
    public uint[] Cluster { get; }
    public uint[] WideCluster { get; }

    /// <summary>The first and the last word of each word's subtree.</summary>
    public int[] Left { get; }

    /// <inheritdoc cref="Left"/>
    public int[] Right { get; }

    public bool[] Quoted { get; }

    /// <summary>The first subject that hangs on each word, or -1.</summary>
    public int[] Subject { get; }

    public int FirstChild(int word) => _firstChild[word];
    public int NextSibling(int word) => _nextSibling[word];

    public Upos Upos(int word) => Words[word].Upos;

    /// <summary>The universal relation with its subtype, by text.</summary>
    public bool Is(int word, string relation) => Words[word].Is(relation);

    private void Fill(IReadOnlyList<Sentence> sentences, WordClusters clusters)
    {
        int at = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            int from = at;
            foreach (ref readonly var word in sentences[s].Words.AsSpan())
            {
                Words[at] = word;
                Sentence[at] = s;
                Head[at] = word.Head < 0 ? -1 : from + word.Head;
                Form[at] = Hash.OfLower(word.Form);
                Lemma[at] = Hash.OfLower(word.Lemma);
                Relation[at] = Hash.Of(word.Relation);
                Xpos[at] = Hash.Of(word.Xpos);
                (Cluster[at], WideCluster[at]) = clusters.Of(Form[at]);
                at++;
            }
            Bounds[s] = (from, at);
        }
    }

    private void Link()
    {
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        Array.Fill(Subject, -1);
        for (int i = Count - 1; i >= 0; i--)
        {
            (Left[i], Right[i]) = (i, i);
            if (Head[i] < 0) continue;
            _nextSibling[i] = _firstChild[Head[i]];
            _firstChild[Head[i]] = i;
            if (Is(i, "nsubj")) Subject[Head[i]] = i;
        }
        // parents before children, so that walking back carries each extent up once
        var order = new int[Count];
        int filled = 0;
        for (int i = 0; i < Count; i++)
            if (Head[i] < 0) order[filled++] = i;
        for (int next = 0; next < filled; next++)
            for (int c = _firstChild[order[next]]; c >= 0; c = _nextSibling[c]) order[filled++] = c;
        for (int i = filled - 1; i >= 0; i--)
        {
            int word = order[i], head = Head[word];
            if (head < 0) continue;
            Left[head] = Math.Min(Left[head], Left[word]);
            Right[head] = Math.Max(Right[head], Right[word]);
        }
    }

    private void MarkQuoted()
    {
        if (Quotations.Count == 0) return;
        for (int i = 0; i < Count; i++) Quoted[i] = Statements.Quotations.IsInside(Words[i].Span.Start, Quotations);
    }
}
