using System.Diagnostics;
using System.Text;
using Xunit;

namespace Chancery.Tests.Desk.Formats;

/// <summary>Web Annotations, understood by a JSON-LD processor (PyLD) that nobody here wrote.</summary>
public class WebAnnotationTests
{
    private const string Oa = "http://www.w3.org/ns/oa#";

    [Fact]
    public void a_processor_finds_the_words_and_their_place()
    {
        const string text = "Peru 𝔞 suspended its “flood aid” to Laos on Monday.";
        var result = CommandLine.RunOn(Encoding.UTF8.GetBytes("{\"id\":\"r 1\",\"published\":\"2021-03-05\",\"text\":\"" + text + "\"}"), "read", "--format", "jsonld", "-");
        Assert.Equal(0, result.Status);
        var quads = Quads(result.Output);
        Assert.Contains(quads, q => q.Contains($"<{Oa}hasSource> <urn:chancery:report:r%201>", StringComparison.Ordinal));
        Assert.Contains(quads, q => q.StartsWith("<urn:chancery:report:r%201#c1>", StringComparison.Ordinal) && q.Contains($"<{Oa}motivatedBy> <{Oa}classifying>", StringComparison.Ordinal));
        Assert.Contains(quads, q => q.Contains("<urn:chancery:change> \"suspend\"", StringComparison.Ordinal));
        Assert.Contains(quads, q => q.Contains("<urn:chancery:target> \"LAO\"", StringComparison.Ordinal));
        int suspended = text.IndexOf("suspended", StringComparison.Ordinal) - 1;
        Assert.Contains(quads, q => q.Contains($"<{Oa}start> \"{suspended}\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>", StringComparison.Ordinal));
        Assert.Contains(quads, q => q.Contains($"<{Oa}exact> \"suspended", StringComparison.Ordinal));
    }

    [Fact]
    public void every_annotation_of_the_samples_has_a_body_and_a_target()
    {
        var quads = Quads(CommandLine.Run(["read", "--format", "jsonld", .. CommandLine.Samples]).Output);
        int annotations = quads.Count(q => q.Contains($"<{Oa}Annotation>", StringComparison.Ordinal));
        Assert.True(annotations > 50);
        Assert.Equal(annotations, quads.Count(q => q.Contains($"<{Oa}hasBody>", StringComparison.Ordinal)));
        Assert.True(quads.Count(q => q.Contains($"<{Oa}hasTarget>", StringComparison.Ordinal)) >= annotations);
    }

    internal static List<string> Quads(string document)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Desk", "Formats", "annotations.py")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(document);
        process.StandardInput.Close();
        var quads = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"PyLD (Debian: python3-pyld) refused it: {errors.GetAwaiter().GetResult()}");
        return [.. quads.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
