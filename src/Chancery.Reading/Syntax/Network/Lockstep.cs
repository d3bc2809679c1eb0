namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// Sentences side by side, the longest first, so that step t holds the word t of every sentence that has one. Its rows are the
/// words of step 0, then those of step 1, and so on: no row is padding, and the sentences still running are always the first ones.
/// </summary>
internal sealed class Lockstep
{
    private int[] _starts = [0];

    /// <summary>How many words the longest sentence has.</summary>
    public int Steps { get; private set; }

    /// <summary>How many words all sentences have.</summary>
    public int Rows { get; private set; }

    /// <summary>How many sentences have a word at a step.</summary>
    public int Active(int step) => step < Steps ? _starts[step + 1] - _starts[step] : 0;

    /// <summary>The row of a step's first word.</summary>
    public int Start(int step) => _starts[step];

    /// <summary>The row of a word.</summary>
    public int Row(int sentence, int word) => _starts[word] + sentence;

    /// <param name="lengths">Words of each sentence, none longer than the one before it.</param>
    public void Arrange(ReadOnlySpan<int> lengths)
    {
        Steps = lengths.Length == 0 ? 0 : lengths[0];
        if (_starts.Length <= Steps) _starts = new int[Math.Max(Steps + 1, 2 * _starts.Length)];
        Rows = 0;
        int active = lengths.Length;
        for (int step = 0; step < Steps; step++)
        {
            while (lengths[active - 1] <= step) active--;
            _starts[step] = Rows;
            Rows += active;
        }
        _starts[Steps] = Rows;
    }
}
