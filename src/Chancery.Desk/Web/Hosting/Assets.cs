using System.Reflection;
using System.Security.Cryptography;

namespace Chancery.Desk.Web.Hosting;

/// <summary>A file that browsers get: style, script, picture. Its name holds the hash of its content.</summary>
public sealed record Asset(string Name, string ContentType, byte[] Content);

/// <summary>The files of <c>Web/Assets</c>, which travel inside the assembly.</summary>
public sealed class Assets
{
    private const string Prefix = "Assets/";
    private const int Digits = 12;

    private readonly Dictionary<string, Asset> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public Assets()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            Add(resource[Prefix.Length..], content);
        }
    }

    /// <summary>The name under which a file is served: <c>desk.css</c> is <c>desk.3f9a….css</c>.</summary>
    public string NameOf(string file) => _names[file];

    /// <summary>The content of a file that is served under an address of its own.</summary>
    public byte[] Text(string file) => _byName[_names[file]].Content;

    public Asset? Find(string name) => _byName.GetValueOrDefault(name);

    private void Add(string file, byte[] content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..Digits];
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{hash}{Path.GetExtension(file)}";
        _names.Add(file, name);
        _byName.Add(name, new Asset(name, TypeOf(Path.GetExtension(file)), content));
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json",
        _ => throw new NotSupportedException(extension),
    };
}
