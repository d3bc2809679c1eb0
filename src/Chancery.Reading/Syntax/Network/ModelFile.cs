using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// A file of named sections, mapped and used as it lies there: nothing is copied or unpacked, and processes on one machine share it.
/// It begins with its mark and a table of lines <c>name start length</c>; every section begins on a multiple of 64 bytes. Numbers are
/// little-endian.
/// </summary>
internal sealed unsafe class ModelFile : IDisposable
{
    public const string Mark = "chancery-model 1";
    public const int Alignment = 64;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Dictionary<string, (long Start, long Length)> _sections = new(StringComparer.Ordinal);
    private readonly byte* _bytes;

    /// <exception cref="InvalidDataException">The file is not a model, or is cut short.</exception>
    public ModelFile(string path)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Models are little-endian; this machine is not.");
        long size = new FileInfo(path).Length;
        if (size == 0) throw new InvalidDataException($"{path} is empty.");
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _bytes);
        ReadTable(path, size);
    }

    public ReadOnlySpan<byte> Bytes(string section)
    {
        var (start, length) = Find(section);
        return new ReadOnlySpan<byte>(_bytes + start, checked((int)length));
    }

    public string[] Lines(string section) => Encoding.UTF8.GetString(Bytes(section)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The address of a section of exactly so many values, which stays where it is until the file is disposed of.</summary>
    public T* Values<T>(string section, long count) where T : unmanaged
    {
        var (start, length) = Find(section);
        if (length != count * sizeof(T)) throw new InvalidDataException($"Section '{section}' has {length} bytes, not {count * sizeof(T)}.");
        return (T*)(_bytes + start);
    }

    public int Count<T>(string section) where T : unmanaged => checked((int)(Find(section).Length / sizeof(T)));

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private (long Start, long Length) Find(string section) => _sections.TryGetValue(section, out var found)
        ? found
        : throw new InvalidDataException($"The model has no section '{section}'.");

    private void ReadTable(string path, long size)
    {
        using var reader = new StreamReader(new UnmanagedMemoryStream(_bytes, size), Encoding.UTF8);
        if (reader.ReadLine() != Mark) throw new InvalidDataException($"{path} is not a model of this kind.");
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var parts = line.Split(' ');
            long start = long.Parse(parts[1], CultureInfo.InvariantCulture), length = long.Parse(parts[2], CultureInfo.InvariantCulture);
            if (start < 0 || length < 0 || start + length > size) throw new InvalidDataException($"{path} is cut short in '{parts[0]}'.");
            _sections.Add(parts[0], (start, length));
        }
    }
}
