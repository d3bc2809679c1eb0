using System.Security.Cryptography;
using System.Text.Json;

namespace Chancery.Records.Sql;

/// <summary>Reads an archive (<see cref="Archive"/>) and refuses one that is cut off, changed or of another make.</summary>
internal sealed class ReadArchive
{
    /// <summary>A report's page and its reading stand in one line.</summary>
    private const int LongestLine = 512 << 20;

    private readonly Stream _input;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<string, RecordTable> _tables;
    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;

    private ReadArchive(Stream input, IEnumerable<RecordTable> tables) => (_input, _tables) = (input, tables.ToDictionary(t => t.Name, StringComparer.Ordinal));

    /// <summary>The rows in the order of the archive. Only when the last was given is it known that the archive is whole.</summary>
    /// <param name="tables">All that this record has, with their columns.</param>
    /// <exception cref="RecordException">It is no archive, is damaged, or is of a newer version.</exception>
    public static IEnumerable<Row> Rows(Stream input, IEnumerable<RecordTable> tables)
    {
        var archive = new ReadArchive(input, tables);
        archive.ReadHead();
        long count = 0;
        while (archive.Next() is { } line)
        {
            if (line.Span[0] == (byte)'{')
            {
                archive.ReadEnd(line, count);
                yield break;
            }
            archive._hash.AppendData(line.Span);
            count++;
            yield return archive.ReadRow(line);
        }
        throw Damaged("it is cut off");
    }

    private void ReadHead()
    {
        var line = Next() ?? throw new RecordException("The backup is empty.");
        using var head = Parse(line);
        if (head.RootElement.ValueKind != JsonValueKind.Object || !head.RootElement.TryGetProperty("chancery-record", out var version)) throw new RecordException("The file is no backup of a record.");
        if (version.GetInt32() != Archive.Version) throw new RecordException($"The backup is of another version ({version.GetInt32()}); this Chancery reads version {Archive.Version}.");
        foreach (var table in _tables.Values)
            if (!head.RootElement.GetProperty("tables").TryGetProperty(table.Name, out var columns) || !columns.EnumerateArray().Select(c => c.GetString()).SequenceEqual(table.Columns))
                throw new RecordException($"The backup keeps {table.Name} in other columns; restore it with the Chancery that made it.");
        _hash.AppendData(line.Span);
    }

    private void ReadEnd(ReadOnlyMemory<byte> line, long count)
    {
        using var end = Parse(line);
        if (!end.RootElement.TryGetProperty("sha256", out var sum) || sum.GetString() != Convert.ToHexStringLower(_hash.GetCurrentHash())) throw Damaged("its checksum does not fit");
        if (!end.RootElement.TryGetProperty("rows", out var rows) || rows.GetInt64() != count) throw Damaged("it holds another number of rows than it says");
    }

    private Row ReadRow(ReadOnlyMemory<byte> line)
    {
        using var json = Parse(line);
        if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() == 0 || !_tables.TryGetValue(json.RootElement[0].ToString(), out var table)
            || json.RootElement.GetArrayLength() != table.Columns.Length + 1) throw Damaged("a line is no row");
        var cells = new object?[table.Columns.Length];
        for (int i = 0; i < cells.Length; i++) cells[i] = Cell(json.RootElement[i + 1], isReal: table.Columns[i] == "score");
        return new Row(table, cells);
    }

    private static object? Cell(JsonElement cell, bool isReal) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => cell.GetString(),
        JsonValueKind.Number when isReal => cell.GetDouble(),
        JsonValueKind.Number when cell.TryGetInt64(out long whole) => whole,
        JsonValueKind.Object when cell.TryGetProperty("base64", out var bytes) && bytes.TryGetBytesFromBase64(out var value) => value,
        _ => throw Damaged("a cell holds what no cell holds"),
    };

    private static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            throw Damaged("a line is not JSON");
        }
    }

    /// <summary>The next line with its end; null where the input ends.</summary>
    private ReadOnlyMemory<byte>? Next()
    {
        int searched = _start;
        while (true)
        {
            int at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + at + 1 - _start);
                _start = searched + at + 1;
                return line;
            }
            searched = _end - _start;
            if (_start > 0)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }
            if (_end == LongestLine) throw Damaged("a line is too long");
            if (_end == _buffer.Length) Array.Resize(ref _buffer, Math.Min(LongestLine, _buffer.Length * 2));
            int read = Read();
            if (read == 0) return _end > 0 ? throw Damaged("it is cut off") : null;
            _end += read;
        }
    }

    private int Read()
    {
        try
        {
            return _input.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException)
        {
            throw Damaged("it cannot be unpacked");
        }
    }

    private static RecordException Damaged(string how) => new($"The backup is damaged: {how}. Nothing was restored.");
}
