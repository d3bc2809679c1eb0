using System.Globalization;

namespace Chancery.Reading.Syntax.Conllu;

/// <summary>Reads the rows of CoNLL-U (version 2) into sentences.</summary>
public static class ConlluRows
{
    /// <exception cref="FormatException">A row is not CoNLL-U; the message names the line and what is wrong with it.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader input)
    {
        var open = new OpenSentence();
        int number = 0;
        while (input.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (open.Close(number) is { } sentence) yield return sentence;
            }
            else if (line[0] == '#') open.Comment(line);
            else open.Row(line, number);
        }
        if (open.Close(number) is { } last) yield return last;
    }

    private sealed class OpenSentence
    {
        private readonly List<ConlluWord> _words = [];
        private string? _text, _document;
        private bool _paragraph;
        private int _tokenStart, _tokenEnd;   // 1-based numbers of the first and last word of the multiword token last seen
        private bool _tokenSpaceAfter;

        public void Comment(string line)
        {
            var comment = line.AsSpan(1).Trim();
            int equals = comment.IndexOf('=');
            var key = (equals < 0 ? comment : comment[..equals]).Trim();
            var value = equals < 0 ? "" : comment[(equals + 1)..].Trim();
            if (key is "text") _text = value.ToString();
            else if (key is "newdoc id" or "newdoc") (_document, _paragraph) = (value.ToString(), true);
            else if (key is "newpar" or "newpar id") _paragraph = true;
        }

        public void Row(string line, int number)
        {
            var columns = line.Split('\t');
            if (columns.Length != 10) throw Wrong(number, $"{columns.Length} columns, 10 expected");
            if (columns[0].Contains('.')) return;   // an empty node of the enhanced graph
            bool spaceAfter = !columns[9].Split('|').Contains("SpaceAfter=No");
            int dash = columns[0].IndexOf('-');
            if (dash > 0)
            {
                _tokenEnd = Number(columns[0].AsSpan(dash + 1), number);
                _tokenSpaceAfter = spaceAfter;
                if (Number(columns[0].AsSpan(0, dash), number) != _words.Count + 1 || _tokenEnd <= _words.Count + 1)
                    throw Wrong(number, $"the token {columns[0]} is out of order");
                _tokenStart = _words.Count + 1;
                return;
            }
            int id = Number(columns[0], number);
            if (id != _words.Count + 1) throw Wrong(number, $"word {id} is out of order");
            if (columns[1].Length == 0) throw Wrong(number, "the form is empty");
            bool inToken = id <= _tokenEnd;
            int head = columns[6] == "_" ? -1 : Number(columns[6], number) - 1;
            _words.Add(new ConlluWord(columns[1], columns[2], columns[3], columns[4], columns[5], head, columns[7],
                inToken && id > _tokenStart, inToken ? id == _tokenEnd && _tokenSpaceAfter : spaceAfter));
        }

        public ConlluSentence? Close(int number)
        {
            if (_words.Count == 0) return null;
            if (_tokenEnd > _words.Count) throw Wrong(number, $"a token ends at word {_tokenEnd}, the sentence at {_words.Count}");
            foreach (var word in _words)
                if (word.Head >= _words.Count) throw Wrong(number, $"head {word.Head + 1} lies outside the sentence");
            var sentence = new ConlluSentence(_text, _paragraph, _document, _words.ToArray());
            _words.Clear();
            (_text, _document, _paragraph, _tokenStart, _tokenEnd) = (null, null, false, 0, 0);
            return sentence;
        }

        private static int Number(ReadOnlySpan<char> digits, int line) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : throw Wrong(line, $"“{digits}” is not a number");

        private static FormatException Wrong(int line, string what) => new($"line {line}: {what}");
    }
}
