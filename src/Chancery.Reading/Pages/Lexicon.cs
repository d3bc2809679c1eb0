using System.Reflection;

namespace Chancery.Reading.Pages;

/// <summary>Word lists that stand beside the code as tables: tab-separated, <c>#</c> begins a remark line.</summary>
internal static class Lexicon
{
    /// <exception cref="InvalidOperationException">The list does not travel with the assembly; the message names it.</exception>
    public static string Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string[]> Rows(string text) => text.Split('\n')
        .Select(line => line.TrimEnd('\r'))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'));
}
