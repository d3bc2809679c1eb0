using System.Security.Cryptography;
using Chancery.Desk.Commands;
using Xunit;

namespace Chancery.Tests;

public class ModelTests
{
    [Fact]
    public void the_manifest_names_every_model_with_its_hash()
    {
        var listed = File.ReadLines(Path.Combine(ReadSetup.ModelFolder, "manifest.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t'))
            .ToDictionary(r => r[0], r => r[2], StringComparer.Ordinal);
        var present = Directory.GetFiles(ReadSetup.ModelFolder, "*.model");
        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), present.Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
        Assert.All(present, file => Assert.Equal(listed[Path.GetFileName(file)], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));
    }
}
