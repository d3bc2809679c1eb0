using Chancery.Reports;

namespace Chancery.Reading.Syntax.Words;

/// <summary>
/// Cuts a stretch of text into syntactic words by the conventions of UD English. White space always cuts; inside a chunk a learned
/// choice is made wherever the kind of character changes and inside the contractions that are written as one ("cannot").
/// </summary>
internal sealed class FindWords(WordModel model)
{
    /// <summary>What may happen between two characters: nothing, a new token, a further word of the same token.</summary>
    public const int Join = 0, Cut = 1, Continue = 2;

    public void In(string text, Span paragraph, List<WordPiece> words)
    {
        int at = paragraph.Start;
        while (at < paragraph.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            int end = at + 1;
            bool letters = CharKinds.Of(text[at]).IsLetter();
            for (; end < paragraph.End && CharKinds.Of(text[end]) is var kind and not CharKind.Space; end++) letters &= kind.IsLetter();
            if (end == at + 1 || (letters && !model.IsContraction(text.AsSpan(at, end - at)))) words.Add(new WordPiece(at, end, false));
            else CutChunk(text, paragraph, at, end, words);
            at = end;
        }
    }

    private void CutChunk(string text, Span paragraph, int start, int end, List<WordPiece> words)
    {
        Span<uint> features = stackalloc uint[JoinFeatures.Count];
        var chunk = new JoinFeatures(text, paragraph, start, end);
        var address = FindAddress.In(text, start, end);
        int word = start;
        bool continues = false;
        foreach (int at in Candidates(text, start, end))
        {
            if (address.Start < at && at < address.End) continue;
            chunk.Fill(word, at, !address.IsEmpty && (at == address.Start || at == address.End), features);
            var (join, cut, further) = model.Joins.Score(features);
            if (join >= cut && join >= further) continue;
            words.Add(new WordPiece(word, at, continues));
            (word, continues) = (at, further > cut);
        }
        words.Add(new WordPiece(word, end, continues));
    }

    /// <summary>The places inside a chunk where a word may begin.</summary>
    public IEnumerable<int> Candidates(string text, int start, int end)
    {
        int runStart = start;
        for (int at = start + 1; at < end; at++)
        {
            if (!CharKinds.MayPart(text[at - 1], text[at])) continue;
            CharKind before = CharKinds.Of(text[at - 1]), after = CharKinds.Of(text[at]);
            bool letters = before.IsLetter() && after.IsLetter();
            if (!letters && (before != CharKind.Digit || after != CharKind.Digit)) yield return at;
            if (!letters) runStart = at;
            else if (model.PartsAt(text, runStart, at, end)) yield return at;
        }
    }
}
