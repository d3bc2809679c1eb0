using System.Text;
using System.Xml;
using System.Xml.Linq;
using Xunit;

namespace Chancery.Tests.Desk;

public class FormatTests
{
    [Fact]
    public void timeml_holds_the_text_unchanged_and_the_publication_time()
    {
        var text = "Peru & Chile met on Tuesday.\nThey will meet <again> in May 2015, two years after the accord.\u0001";
        var result = CommandLine.RunOn(Encoding.UTF8.GetBytes(text), "read", "--format", "timeml", "--published", "2014-03-06", "-");
        Assert.Equal(0, result.Status);
        var root = XDocument.Parse(result.Output, LoadOptions.PreserveWhitespace).Root!;
        var times = root.Elements("TIMEX3").ToList();
        Assert.Equal(("2014-03-06", "CREATION_TIME"), (times[0].Attribute("value")!.Value, times[0].Attribute("functionInDocument")!.Value));
        Assert.Contains(times, t => t.Value == "Tuesday" && t.Attribute("value")!.Value == "2014-03-04" && t.Attribute("anchorTimeID")!.Value == "t0");
        Assert.Contains(times, t => t.Value == "May 2015" && t.Attribute("value")!.Value == "2015-05");
        Assert.Equal(times.Count, times.Select(t => t.Attribute("tid")!.Value).Distinct().Count());
        Assert.Equal(text.Replace('\u0001', '\uFFFD'), string.Concat(root.Nodes().Skip(1).Select(n => n is XElement e ? e.Value : ((XText)n).Value))[1..]);
    }

    [Fact]
    public void conllu_covers_all_of_the_text_and_reads_back_with_the_same_words()
    {
        var first = CommandLine.Run("read", "--format", "conllu", CommandLine.Sample("tariff.txt"));
        var again = CommandLine.RunOn(Encoding.UTF8.GetBytes(first.Output), "read", "--format", "conllu", "-");
        Assert.Equal(Forms(first.Output), Forms(again.Output));
        var letters = string.Concat(File.ReadAllText(CommandLine.Sample("tariff.txt")).Where(c => !char.IsWhiteSpace(c)));
        Assert.Equal(letters, string.Concat(Tokens(first.Output)).Replace(" ", "", StringComparison.Ordinal));

        static IEnumerable<string> Forms(string conllu) => Rows(conllu).Select(r => r[0] + " " + r[1]);
        static string[][] Rows(string conllu) => [.. conllu.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];
        static IEnumerable<string> Tokens(string conllu)
        {
            int skip = 0;
            foreach (var row in Rows(conllu))
            {
                if (row[0].Split('-') is [var from, var to])
                {
                    skip = int.Parse(to, null) - int.Parse(from, null) + 1;
                    yield return row[1];
                }
                else if (skip > 0) skip--;
                else yield return row[1];
            }
        }
    }

    [Fact]
    public void csv_has_a_row_an_event_under_the_published_columns()
    {
        var result = CommandLine.Run("read", "--format", "csv", CommandLine.Sample("treaty-left.html"));
        Assert.Equal("id,published,date,from,to,type,mode,cameo,score,source,source_sector,target,target_sector,status,main,statement,sentence", result.Lines[0].TrimEnd('\r'));
        Assert.Contains(result.Lines.Skip(1), row => row.Contains("ACCUSE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd, x", "\"'+cmd, x\"")]
    [InlineData("-", "'-")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("a = b", "a = b")]
    public void no_cell_of_a_csv_is_a_formula_to_a_spreadsheet(string value, string cell) => Assert.Equal(cell, Chancery.Desk.Formats.CsvFormat.Cell(value));

    [Fact]
    public void the_view_for_people_fits_eighty_columns_and_has_no_escapes()
    {
        foreach (var sample in CommandLine.Samples)
        {
            var result = CommandLine.Run("read", sample);
            Assert.DoesNotContain('\u001b', result.Output);
            Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 80, $"{sample}: {line}"));
        }
    }

    [Fact]
    public void what_a_page_holds_cannot_steer_the_terminal()
    {
        var result = CommandLine.RunOn("{\"id\":\"x\",\"title\":\"Chad \\u001b[31m\\u202Eclosed\",\"text\":\"Chad closed its border with Sudan on Monday.\"}"u8.ToArray(), "read", "-");
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\u202E', result.Output);
    }
}
