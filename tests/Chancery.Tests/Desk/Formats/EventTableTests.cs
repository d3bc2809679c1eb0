using Chancery.Desk.Formats.EventTables;
using Xunit;

namespace Chancery.Tests.Desk.Formats;

/// <summary>Events in the tables of other coders, opened by DuckDB as it opens theirs.</summary>
public sealed class EventTableTests : IDisposable
{
    private const string Report = """{"id":"r1","published":"2021-03-05","url":"https://news.example/r1","text":"Peru accused Chile of espionage on 3 March 2021.\n\nKenyan President Uhuru Kenyatta met Somali President Mohamed Farmaajo in Nairobi on Thursday.\n\nGhana has denied that it expelled Togo's ambassador."}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-tables-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Written(string format)
    {
        var result = CommandLine.RunOn(System.Text.Encoding.UTF8.GetBytes(Report), "read", "--format", format, "-");
        Assert.Equal(0, result.Status);
        var path = Path.Combine(_folder, format);
        File.WriteAllText(path, result.Output);
        return path;
    }

    [Fact]
    public void polecat_rows_have_plovers_words()
    {
        var rows = DuckDb.Rows($"""SELECT "Event Date", "Event Type", "Quad Code", "Actor Country", "Recipient Country", "Publication Date" FROM read_csv('{Written("polecat")}', header=true) WHERE "Event Type" = 'ACCUSE'""");
        Assert.Equal([new DateOnly(2021, 3, 3), "ACCUSE", "VERBAL CONFLICT", "PER", "CHL", new DateOnly(2021, 3, 5)], Assert.Single(rows));
    }

    [Fact]
    public void icews_rows_have_the_twenty_columns_of_the_original()
    {
        var rows = DuckDb.Rows($"""SELECT "Event Date", "Source Country", "Event Text", "CAMEO Code", "Target Country", "Story ID", "Sentence Number" FROM read_csv('{Written("icews")}', delim='\t', header=true, quote='', all_varchar=true) WHERE "CAMEO Code" LIKE '112%'""");
        Assert.Equal(["2021-03-03", "Peru", Cameo.NameOf((string)rows[0][3]!), rows[0][3], "Chile", "r1", "1"], Assert.Single(rows));
        Assert.Equal(20, File.ReadLines(Path.Combine(_folder, "icews")).First().Split('\t').Length);
    }

    [Fact]
    public void gdelt_rows_have_the_sixty_one_columns_of_the_original_by_place()
    {
        var rows = DuckDb.Rows($"SELECT column01, column05, column15, column26, column29, column60 FROM read_csv('{Written("gdelt")}', delim='\t', header=false, quote='', all_varchar=true) WHERE column26 LIKE '112%'");
        Assert.Equal(["20210303", "PER", "CHL", rows[0][3], "3", "https://news.example/r1"], Assert.Single(rows));
        Assert.All(File.ReadLines(Path.Combine(_folder, "gdelt")), line => Assert.Equal(61, line.Split('\t').Length));
    }

    [Fact]
    public void petrarch_rows_have_date_source_target_and_code()
    {
        var rows = DuckDb.Rows($"SELECT column0, column1, column2, column3, column4 FROM read_csv('{Written("petrarch")}', delim='\t', header=false, quote='', all_varchar=true) WHERE column3 LIKE '112%'");
        Assert.Equal(["20210303", "PER", "CHL", rows[0][3], "r1_1"], Assert.Single(rows));
    }

    [Fact]
    public void a_meeting_is_told_from_both_sides_with_an_id_each()
    {
        var rows = DuckDb.Rows($"""SELECT "Event ID", "Source Country", "Target Country" FROM read_csv('{Written("icews")}', delim='\t', header=true, quote='') WHERE "CAMEO Code" LIKE '04%' ORDER BY ALL""");
        Assert.Contains(rows, r => (string?)r[1] == "Kenya" && (string?)r[2] == "Somalia");
        Assert.Contains(rows, r => (string?)r[1] == "Somalia" && (string?)r[2] == "Kenya");
        Assert.Equal(rows.Count, rows.Select(r => r[0]).Distinct().Count());
        Assert.All(rows, r => Assert.InRange(Convert.ToInt64(r[0], null), 0, 1L << 53));
    }

    [Theory]
    [InlineData("polecat")]
    [InlineData("icews")]
    [InlineData("gdelt")]
    [InlineData("petrarch")]
    public void what_was_denied_is_in_no_such_table(string format) =>
        Assert.DoesNotContain("TGO", File.ReadAllText(Written(format)), StringComparison.Ordinal);

    [Fact]
    public void every_code_of_the_coder_has_a_name()
    {
        var coded = typeof(Reading.EnglishNews).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Events/Predicates/", StringComparison.Ordinal) && n.EndsWith(".tsv", StringComparison.Ordinal))
            .SelectMany(Words).Where(w => w.Length is 3 or 4 && w.All(char.IsAsciiDigit)).Distinct();
        Assert.Equal([], coded.Except(Cameo.Codes));

        static IEnumerable<string> Words(string name)
        {
            using var reader = new StreamReader(typeof(Reading.EnglishNews).Assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd().Split('\t', '\n', ':', ' ', ',');
        }
    }
}
