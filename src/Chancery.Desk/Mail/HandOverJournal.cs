using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace Chancery.Desk.Mail;

/// <summary>How far the hand-over of a letter has come.</summary>
public enum HandOverPhase : long
{
    /// <summary>The server has not got it whole: it can be sent again.</summary>
    Begun = 0,

    /// <summary>Its last bytes are on their way: from now on the server may have taken it.</summary>
    Ending = 1,

    /// <summary>The server has said that it took it.</summary>
    Taken = 2,

    /// <summary>The server has said that it did not.</summary>
    NotTaken = 3,
}

/// <summary>
/// What a sender holds and how far it is with each letter, in a file that is mapped into memory: a mark costs one store, and outlives the process however it dies. While the sender
/// lives, the file is locked. A machine that loses its power may lose marks; the machine's own number of this start tells that.
/// </summary>
public sealed class HandOverJournal : IDisposable
{
    private const string Suffix = ".journal";
    private const int Header = 64, Record = 24;
    private readonly FileStream _file;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;

    private HandOverJournal(string path, FileStream file, int most)
    {
        (Path, _file) = (path, file);
        file.SetLength(Header + most * Record);
        _map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor();
        var start = Encoding.ASCII.GetBytes(StartOfMachine());
        _view.WriteArray(0, start, 0, Math.Min(start.Length, Header));
    }

    public string Path { get; }

    public string Sender => System.IO.Path.GetFileNameWithoutExtension(Path);

    public static HandOverJournal Begin(string folder, string sender, int most)
    {
        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, sender + Suffix);
        return new HandOverJournal(path, new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None), most);
    }

    /// <summary>Writes down what is held, nothing of it begun.</summary>
    public void Hold(IReadOnlyList<(long Issue, long Subscriber)> letters)
    {
        for (int i = 0; i < letters.Count; i++)
        {
            _view.Write(At(i) + 16, (long)HandOverPhase.Begun);
            _view.Write(At(i) + 8, letters[i].Subscriber);
            _view.Write(At(i), letters[i].Issue);
        }
    }

    public void Mark(int letter, HandOverPhase phase)
    {
        _view.Write(At(letter) + 16, (long)phase);
        Thread.MemoryBarrier();
    }

    /// <summary>All is settled.</summary>
    public void Release(int letters)
    {
        for (int i = 0; i < letters; i++) _view.Write(At(i) + 8, 0L);
    }

    /// <summary>Opens what a dead sender left; null where it lives, or where nothing was left.</summary>
    public static Left? Take(string folder, string sender)
    {
        var path = System.IO.Path.Combine(folder, sender + Suffix);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(path, bytes);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return new Left(path, Alive: true, false, new Dictionary<(long, long), HandOverPhase>());
        }
    }

    private static Left Read(string path, byte[] bytes)
    {
        var phases = new Dictionary<(long, long), HandOverPhase>();
        for (int at = Header; at + Record <= bytes.Length; at += Record)
        {
            long subscriber = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 8));
            if (subscriber != 0) phases[(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)), subscriber)] = (HandOverPhase)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 16));
        }
        bool sameStart = bytes.Length >= Header && Encoding.ASCII.GetString(bytes, 0, Header).TrimEnd('\0') == StartOfMachine();
        return new Left(path, false, sameStart, phases);
    }

    /// <param name="Reliable">False where the machine has been started anew since: marks may be missing.</param>
    public sealed record Left(string Path, bool Alive, bool Reliable, IReadOnlyDictionary<(long Issue, long Subscriber), HandOverPhase> Phases);

    private static string StartOfMachine()
    {
        const string Linux = "/proc/sys/kernel/random/boot_id";
        return File.Exists(Linux) ? File.ReadAllText(Linux).Trim() : "";
    }

    private static long At(int letter) => Header + (long)letter * Record;

    /// <summary>Leaves it as a killed process does: the file stays, its lock goes.</summary>
    internal void Abandon()
    {
        _view.Dispose();
        _map.Dispose();
        _file.Dispose();
    }

    public void Dispose()
    {
        File.Delete(Path);
        Abandon();
    }
}
