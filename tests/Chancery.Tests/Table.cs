using Xunit;

namespace Chancery.Tests;

/// <summary>Cases that stand in a table beside the tests: tab-separated, '#' begins a remark.</summary>
internal static class Table
{
    public static TheoryData<string, string> Of(string path)
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, path)))
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is { Length: 2 } cells) cases.Add(cells[0], cells[1]);
        return cases;
    }
}
