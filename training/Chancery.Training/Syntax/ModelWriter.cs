using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Chancery.Reading.Syntax.Network;

namespace Chancery.Training.Syntax;

/// <summary>Writes the sections of a <see cref="ModelFile"/>.</summary>
internal sealed class ModelWriter
{
    private readonly List<(string Name, byte[] Bytes)> _sections = [];

    public void Lines(string name, IEnumerable<string> lines) => Add(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public void Values<T>(string name, ReadOnlySpan<T> values) where T : unmanaged => Add(name, MemoryMarshal.AsBytes(values).ToArray());

    public void Save(string path)
    {
        // the table's length depends on the starts, and they on its length: leave it room enough
        long start = Align(ModelFile.Mark.Length + 2 + _sections.Sum(s => s.Name.Length + 24));
        var table = new StringBuilder(ModelFile.Mark).Append('\n');
        var starts = new List<long>();
        foreach (var (name, bytes) in _sections)
        {
            table.Append(CultureInfo.InvariantCulture, $"{name} {start} {bytes.Length}\n");
            starts.Add(start);
            start = Align(start + bytes.Length);
        }
        using var file = File.Create(path);
        file.Write(Encoding.UTF8.GetBytes(table.Append('\n').ToString()));
        for (int i = 0; i < starts.Count; i++)
        {
            file.Position = starts[i];
            file.Write(_sections[i].Bytes);
        }
    }

    private void Add(string name, byte[] bytes) => _sections.Add((name, bytes));

    private static long Align(long at) => (at + ModelFile.Alignment - 1) / ModelFile.Alignment * ModelFile.Alignment;
}
