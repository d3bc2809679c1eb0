using Chancery.Reports;

namespace Chancery.Reading.Actors;

/// <summary>A name found in a sentence: words <c>[First, End)</c> and the entries that carry it, the first the likeliest.</summary>
internal readonly record struct Found(int First, int End, IReadOnlyList<ActorEntry> Entries)
{
    public ActorEntry Entry => Entries[0];
}

/// <summary>
/// All names and nouns of a lexicon as one trie over name pieces. Filled once, then read by any number of threads.
/// A sentence is scanned from left to right and the longest match wins, so that no text costs more than its length times the
/// longest name.
/// </summary>
internal sealed class WordTrie
{
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<(ActorEntry Entry, LetterCase Case)>?> _ends = [null];

    private enum LetterCase { Any, Initial, Capitals }

    public void Add(string form, ActorEntry entry)
    {
        int node = 0;
        foreach (var piece in NamePieces.Of(form))
        {
            if (!_pieces.TryGetValue(piece, out int id)) _pieces.Add(piece, id = _pieces.Count);
            long edge = Edge(node, id);
            if (!_edges.TryGetValue(edge, out int next))
            {
                _edges.Add(edge, next = _ends.Count);
                _ends.Add(null);
            }
            node = next;
        }
        if (node == 0) return;
        var end = _ends[node] ??= [];
        if (!end.Exists(e => ReferenceEquals(e.Entry, entry))) end.Add((entry, CaseOf(form, entry)));
    }

    /// <summary>Finds what the lexicon knows in a sentence; matches do not overlap.</summary>
    public List<Found> Scan(string text, Sentence sentence)
    {
        var pieces = Pieces(text, sentence);
        var found = new List<Found>();
        for (int at = 0; at < pieces.Count;)
        {
            int node = 0, best = -1;
            IReadOnlyList<ActorEntry>? entries = null;
            for (int i = at; i < pieces.Count && pieces[i].Id >= 0 && _edges.TryGetValue(Edge(node, pieces[i].Id), out node); i++)
            {
                if (_ends[node] is not { } ends) continue;
                bool whole = (i + 1 == pieces.Count || pieces[i + 1].Word != pieces[i].Word) && (at == 0 || pieces[at - 1].Word != pieces[at].Word);
                var fitting = Fitting(ends, text, pieces[at].Start, pieces[i].End, whole);
                if (fitting.Count > 0) (best, entries) = (i, fitting);
            }
            if (entries is null)
            {
                at++;
                continue;
            }
            found.Add(new Found(pieces[at].Word, pieces[best].Word + 1, entries));
            at = best + 1;
        }
        return found;
    }

    private List<(int Id, int Word, int Start, int End)> Pieces(string text, Sentence sentence)
    {
        var lookup = _pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        var pieces = new List<(int Id, int Word, int Start, int End)>(sentence.Words.Length + 4);
        Span<char> buffer = stackalloc char[64];
        for (int w = 0; w < sentence.Words.Length; w++)
        {
            var word = sentence.Words[w].Span.Of(text);
            int start = sentence.Words[w].Span.Start;
            for (int at = 0, before = 0; NamePieces.Next(word, ref at, buffer, out int length); before = at)
                pieces.Add((lookup.TryGetValue(buffer[..length], out int id) ? id : -1, w, start + before, start + at));
        }
        return pieces;
    }

    /// <param name="whole">False inside a hyphenated word ("pro-Beijing", "US-led"), where only states are looked for.</param>
    private static List<ActorEntry> Fitting(List<(ActorEntry Entry, LetterCase Case)> ends, string text, int start, int end, bool whole)
    {
        var fitting = new List<ActorEntry>(ends.Count);
        foreach (var (entry, letters) in ends)
            if (!whole && entry.Kind is not (EntryKind.State or EntryKind.Adjective or EntryKind.Seat)) continue;
            else if (letters == LetterCase.Any || char.IsUpper(text[start]) && (letters == LetterCase.Initial || AllCapitals(text.AsSpan(start, end - start))))
                fitting.Add(entry);
        return fitting;
    }

    private static LetterCase CaseOf(string form, ActorEntry entry) =>
        char.IsLower(form[0]) || !form.AsSpan().ContainsAnyInRange('A', 'Z') ? LetterCase.Any
        : form.Length <= 6 && form.Length > 1 && AllCapitals(form) ? LetterCase.Capitals
        : LetterCase.Initial;

    private static bool AllCapitals(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static long Edge(int node, int piece) => (long)node << 32 | (uint)piece;
}
