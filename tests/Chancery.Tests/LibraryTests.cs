using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Chancery.Tests;

/// <summary>The examples that a reader would copy.</summary>
public class LibraryTests
{
    private const string Around = """
        global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic;
        public static class Console { public static readonly List<string> Lines = []; public static void WriteLine(string line) => Lines.Add(line); }
        """;

    [Fact]
    public void the_ten_lines_of_the_readme_go_from_a_page_to_its_events()
    {
        var lines = Run(Example("front"), Desk.CommandLine.Sample("sanctions-eased.html"));
        Assert.Contains(lines, l => l.StartsWith("2020-02-17 ", StringComparison.Ordinal) && l.Contains("EEC → ZWE", StringComparison.Ordinal));
        Assert.True(Example("front").Split('\n').Count(l => l.Trim().Length > 1 && !l.StartsWith("using", StringComparison.Ordinal)) <= 10);
    }

    [Fact]
    public void the_package_shows_the_same_example() => Assert.Equal(Example("front"), Example("package"));

    private static string Example(string folder)
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, folder, "README.md"));
        int start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static List<string> Run(string program, string argument)
    {
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compiled = CSharpCompilation.Create("example", [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(Around)], known, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var image = new MemoryStream();
        var result = compiled.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        var assembly = Assembly.Load(image.ToArray());
        assembly.EntryPoint!.Invoke(null, [new[] { argument }]);
        return (List<string>)assembly.GetType("Console")!.GetField("Lines")!.GetValue(null)!;
    }
}
