using System.Collections.Immutable;

namespace Chancery.Reports;

/// <summary>Universal part of speech (UD v2). The names are the ones of CoNLL-U.</summary>
public enum Upos : byte { ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X }

/// <summary>
/// One syntactic word. <see cref="Head"/> is the index of its head in the sentence, -1 for the root.
/// </summary>
/// <param name="Span">The word's own characters; the parts of a multiword token ("do" + "n't") share no character.</param>
/// <param name="ContinuesToken">True where the word is a further part of the surface token begun by the word before it.</param>
/// <param name="Xpos">Penn Treebank tag, as EWT has it.</param>
/// <param name="Features">CoNLL-U features in alphabetical order, <c>_</c> for none.</param>
/// <param name="Relation">UD relation with subtype: <c>nsubj:pass</c>.</param>
public readonly record struct Token(
    Span Span, string Form, string Lemma, Upos Upos, string Xpos, string Features, int Head, string Relation, bool ContinuesToken)
{
    /// <summary>The relation without its subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public string UniversalRelation
    {
        get
        {
            int colon = Relation.IndexOf(':');
            return colon < 0 ? Relation : Relation[..colon];
        }
    }

    /// <summary>Whether the relation is the given one, with any subtype.</summary>
    public bool Is(string relation) =>
        Relation.StartsWith(relation, StringComparison.Ordinal)
        && (Relation.Length == relation.Length || Relation[relation.Length] == ':');
}

/// <summary>
/// One sentence: a well-formed tree over its words (one root, no cycle). It lies inside one paragraph.
/// </summary>
public sealed class Sentence
{
    private readonly int[] _firstChild, _nextSibling;

    public Sentence(Span span, ImmutableArray<Token> words)
    {
        Span = span;
        Words = words;
        _firstChild = new int[words.Length];
        _nextSibling = new int[words.Length];
        Array.Fill(_firstChild, -1);
        Root = -1;
        for (int i = words.Length - 1; i >= 0; i--)
        {
            int head = words[i].Head;
            if (head < 0)
            {
                Root = i;
                _nextSibling[i] = -1;
                continue;
            }
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
    }

    public Span Span { get; }
    public ImmutableArray<Token> Words { get; }

    /// <summary>Index of the root word; -1 only in a sentence without words.</summary>
    public int Root { get; }

    /// <summary>The words that hang on a word, from left to right.</summary>
    public ChildList Children(int word) => new(this, _firstChild[word]);

    /// <summary>The first child with a relation (subtypes included), or -1.</summary>
    public int Child(int word, string relation)
    {
        foreach (int c in Children(word))
            if (Words[c].Is(relation)) return c;
        return -1;
    }

    /// <summary>Indices of a word and all below it, in text order.</summary>
    public List<int> Subtree(int word)
    {
        var found = new List<int>();
        var open = new Stack<int>();
        open.Push(word);
        while (open.TryPop(out int i))
        {
            found.Add(i);
            foreach (int c in Children(i)) open.Push(c);
        }
        found.Sort();
        return found;
    }

    /// <summary>The index of the word that holds a text offset, or -1.</summary>
    public int WordAt(int offset)
    {
        int low = 0, high = Words.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (offset < Words[middle].Span.Start) high = middle - 1;
            else if (offset >= Words[middle].Span.End) low = middle + 1;
            else return middle;
        }
        return -1;
    }

    /// <summary>The children of a word without allocation.</summary>
    public readonly struct ChildList(Sentence sentence, int first)
    {
        public Enumerator GetEnumerator() => new(sentence, first);

        public struct Enumerator(Sentence sentence, int first)
        {
            private int _next = first;
            public int Current { get; private set; } = -1;

            public bool MoveNext()
            {
                if (_next < 0) return false;
                Current = _next;
                _next = sentence._nextSibling[_next];
                return true;
            }
        }
    }
}
