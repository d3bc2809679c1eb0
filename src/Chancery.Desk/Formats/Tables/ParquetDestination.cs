using System.Globalization;
using Chancery.Desk.Commands;
using Chancery.Reports;

namespace Chancery.Desk.Formats.Tables;

/// <summary>
/// A folder with a folder a table, in which the rows lie in numbered parts: <c>events/part-00001.parquet</c>. A part is closed after so many items of the
/// input, or so much text, whatever the clock says, so that the same input gives the same files.
/// </summary>
internal sealed class ParquetDestination(string folder, ReaderInfo reader) : Destination
{
    private const int ItemsOfPart = 5000, CharactersOfPart = 64 << 20;

    private readonly string _reader = $"{reader.Name} {reader.Version}";
    private readonly List<object?[]>[] _rows = [.. ReadingTables.All.Select(_ => new List<object?[]>())];
    private int _items;
    private long _characters, _parts;

    public override IReadOnlyList<Layer> Needs => [Layers.Events, Layers.Changes, Layers.Statements];

    public override void Begin(long? position)
    {
        _parts = position ?? 0;
        try
        {
            foreach (var table in ReadingTables.All)
            {
                Directory.CreateDirectory(Path.Combine(folder, table.Name));
                foreach (var later in Directory.GetFiles(Path.Combine(folder, table.Name), "part-*").Where(f => NumberOf(f) > _parts)) File.Delete(later);
                if (_parts > 0 && !File.Exists(Part(table, _parts))) throw new UsageException($"{folder}: holds less than the run left there; begin anew with another --resume file.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--output {folder}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    public override Action Prepare(ReadPage.Outcome outcome)
    {
        var rows = ReadingTables.Rows(outcome, _reader);
        int characters = rows.Sum(table => table.Sum(row => row.Sum(cell => (cell as string)?.Length ?? 8)));
        return () =>
        {
            for (int i = 0; i < rows.Length; i++) _rows[i].AddRange(rows[i]);
            _characters += characters;
            if (++_items >= ItemsOfPart || _characters >= CharactersOfPart) ClosePart();
        };
    }

    public override bool IsAtRest => _items == 0;

    public override long Secure() => _parts;

    public override void Finish()
    {
        if (_items > 0 || _parts == 0) ClosePart();
    }

    private void ClosePart()
    {
        _parts++;
        for (int i = 0; i < _rows.Length; i++)
        {
            using (var file = File.Create(Part(ReadingTables.All[i], _parts)))
            {
                ReadingTables.All[i].Write(_rows[i], file).GetAwaiter().GetResult();
                if (file.CanWrite) file.Flush(flushToDisk: true);
            }
            _rows[i].Clear();
        }
        (_items, _characters) = (0, 0);
    }

    private string Part(Table table, long number) => Path.Combine(folder, table.Name, string.Create(CultureInfo.InvariantCulture, $"part-{number:00000}.parquet"));

    private static long NumberOf(string part) =>
        long.TryParse(Path.GetFileNameWithoutExtension(part).AsSpan("part-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
}
