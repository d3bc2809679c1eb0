using Chancery.Reports;
using Xunit;

namespace Chancery.Tests;

/// <summary>The rules of the house that a machine can hold.</summary>
public class HouseTests
{
    [Fact]
    public void reading_and_records_never_see_each_other()
    {
        Assert.DoesNotContain("Chancery.Records", References(typeof(Reading.EnglishNews)));
        Assert.DoesNotContain("Chancery.Reading", References(typeof(Chancery.Records.Ledger)));
    }

    [Fact]
    public void the_vocabulary_knows_no_package_but_NodaTime() =>
        Assert.All(References(typeof(Report)), name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "NodaTime", name));

    private static IEnumerable<string> References(Type type) => type.Assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
