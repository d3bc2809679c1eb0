namespace Chancery.Records.Sql;

/// <summary>The SQL files that are part of this assembly.</summary>
internal static class SqlFiles
{
    public static string One(string name) => Of(name).Single();

    /// <summary>The texts of a folder's files in ordinal order of their names.</summary>
    public static IEnumerable<string> Of(string folder)
    {
        var assembly = typeof(SqlFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
