namespace Chancery.Desk.Commands;

/// <summary>Writes a file whole or not at all: beside its place first, and moved there when all of it is on the disk.</summary>
public static class WholeFile
{
    /// <exception cref="UsageException">It cannot be written; what stood there before still does.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
            throw new UsageException($"{path}: cannot be written ({e.Message.ReplaceLineEndings(" ")}).");
        }
        catch
        {
            Remove(beside);
            throw;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first trouble is the one to tell.
        }
    }
}
