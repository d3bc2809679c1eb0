using System.Runtime.CompilerServices;
using Chancery.Tests.Desk;
using Xunit;

namespace Chancery.Tests.Reports;

/// <summary>
/// The samples read to the view for people, line by line as they were last looked at. After a wanted change run the tests with
/// <c>CHANCERY_ACCEPT=1</c> and read the difference.
/// </summary>
public class GoldenTests
{
    public static TheoryData<string> Samples => [.. CommandLine.Samples.Select(s => Path.GetFileName(s)!)];

    [Theory, MemberData(nameof(Samples))]
    public void a_sample_reads_as_it_was_last_looked_at(string sample)
    {
        var result = CommandLine.RunOn(File.ReadAllBytes(CommandLine.Sample(sample)), "read", "--jobs", "1", "-");
        Assert.Equal(0, result.Status);
        var expected = Path.Combine(Here(), sample + ".expected.txt");
        if (Environment.GetEnvironmentVariable("CHANCERY_ACCEPT") == "1") File.WriteAllText(expected, result.Output);
        Assert.Equal(File.ReadAllText(expected), result.Output);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
