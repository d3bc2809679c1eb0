using System.CommandLine;
using Chancery.Records;

namespace Chancery.Desk.Commands;

/// <summary>Where the desk keeps what is no part of the record: accounts, followed feeds, the keys of its cookies.</summary>
public static class DataFolder
{
    public static Option<string?> Create() => new("--data")
    {
        Description = "The folder of accounts, followed feeds and keys (default: chancery-desk beside the record's file, else in your data folder).",
    };

    /// <param name="record">The record as asked for, or null.</param>
    /// <exception cref="RecordException">It cannot be made.</exception>
    public static string Of(string? asked, string? record)
    {
        var folder = asked ?? Path.Combine(Beside(record), "chancery-desk");
        try
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{folder}: the folder of the desk cannot be made ({e.Message}); name another with --data.", e);
        }
    }

    private static string Beside(string? record)
    {
        record ??= Environment.GetEnvironmentVariable("CHANCERY_RECORD");
        if (!string.IsNullOrEmpty(record) && !record.Contains("://", StringComparison.Ordinal)) return Path.GetDirectoryName(Path.GetFullPath(record))!;
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return Path.Combine(!string.IsNullOrEmpty(data) ? data : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "chancery");
    }
}
