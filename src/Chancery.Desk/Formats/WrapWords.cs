using System.Text;

namespace Chancery.Desk.Formats;

/// <summary>Breaks words into lines.</summary>
internal static class WrapWords
{
    /// <summary>Lines of at most so many characters, broken between words; a longer word stands alone in its line.</summary>
    public static IEnumerable<string> Into(int width, IEnumerable<string> words)
    {
        var line = new StringBuilder();
        foreach (var word in words)
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
