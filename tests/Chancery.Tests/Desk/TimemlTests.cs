using System.Text;
using System.Xml;
using System.Xml.Schema;
using Xunit;

namespace Chancery.Tests.Desk;

public class TimemlTests
{
    private const string Expressions = """
        In the summer of 1998 and the 1980s, the two weeks after Ramadan, envoys met twice a month, every Friday and at 10:30 p.m. on Tuesday.
        About two years later, in the third quarter, the fund of 480 BC lapsed; the past three months were hard, and at the time few cared.
        It met daily, each quarter, last night, over the weekend, for 2 1/2 hours, several decades, half a century and a year and a half.
        In January of the following year the second half of 2014 was told; recently, now, and soon. The next day was Easter Monday, at midnight.
        """;

    [Fact]
    public void timeml_output_is_valid_by_the_definition_of_timex3()
    {
        var inputs = CommandLine.Samples.Where(sample => !sample.EndsWith(".xml", StringComparison.Ordinal)).Select(s => (s, Array.Empty<byte>()))
            .Append(("-", Encoding.UTF8.GetBytes(Expressions)));
        foreach (var (path, bytes) in inputs)
        {
            var result = CommandLine.RunOn(bytes, "read", "--format", "timeml", path);
            Assert.Equal((path, ""), (path, string.Join('\n', Faults(result.Output))));
        }
    }

    [Theory]
    [InlineData("<TimeML><TIMEX3 tid='t1' type='DATE' value='last week'>last week</TIMEX3></TimeML>")]
    [InlineData("<TimeML><TIMEX3 tid='t1' type='DAY' value='2015-03-04'>today</TIMEX3></TimeML>")]
    [InlineData("<TimeML><TIMEX3 tid='t1' type='DATE' value='2015-03-04' anchorTimeID='t9'>today</TIMEX3></TimeML>")]
    [InlineData("<TimeML><TIMEX3 tid='t1' type='DATE' value=''>the time</TIMEX3></TimeML>")]
    [InlineData("<TimeML><TIMEX3 type='DATE' value='2015'>2015</TIMEX3></TimeML>")]
    public void what_timex3_does_not_allow_is_refused(string xml) => Assert.NotEmpty(Faults(xml));

    private static List<string> Faults(string xml)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints };
        settings.Schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "Desk", "timeml.xsd"));
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read()) { }
        return faults;
    }
}
