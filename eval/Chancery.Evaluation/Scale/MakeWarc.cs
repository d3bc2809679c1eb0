using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Chancery.Evaluation.Scale;

/// <summary>
/// A made web archive of any size, the same bytes every time: pages with some 300 words of news of our own making between menus, scripts and teasers, each record
/// packed by itself as crawlers do, a request and now and then an image or a revisit beside it.
/// </summary>
internal static class MakeWarc
{
    /// <summary>With so many a page is some 50 KB, and 42 KB packed: a GB holds 25,500 pages with 10.9 million words.</summary>
    private const int Scripts = 6;

    private static readonly string[] States = ["Peru", "Laos", "Ghana", "Togo", "Chad", "Sudan", "Kenya", "Somalia", "Chile", "Bolivia", "Norway", "Fiji", "Malta", "Nepal", "Oman", "Cuba"];
    private static readonly string[] Tells =
    [
        "{0} suspended its military aid to {1} on Monday, the foreign ministry said.", "“We have waited long enough,” the defense minister of {0} told reporters in the capital of {1}.",
        "{0} and {1} signed an agreement on fisheries in March 2019 after two years of talks.", "The president of {0} met the prime minister of {1} last week to discuss the border.",
        "{0} lifted its ban on imports from {1}, which had been in force since August 2018.", "Officials in {0} accused {1} of breaking the ceasefire, a charge that {1} denied.",
        "The ministry said {0} would resume training for officers of {1} if talks go on.", "Farmers in {1} are demanding help after {0} raised tariffs on rice by 12 percent.",
        "The weather was fine, and the harvest, officials said, would be the best in {2} years.", "An arms embargo against {1} remains in effect, {0} said in a statement on Friday.",
    ];

    /// <param name="args">The file, and how large it shall be in MiB (1024 where left out).</param>
    public static int Run(string[] args)
    {
        long target = (args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 1024) << 20;
        using var file = new FileStream(args[0], FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        int pages = 0;
        Record(file, "warcinfo", null, "application/warc-fields", "software: chancery make-warc\r\n"u8.ToArray(), 0);
        while (file.Position < target)
        {
            var random = new Random(pages); // a seeded System.Random gives the same numbers everywhere
            var url = string.Create(CultureInfo.InvariantCulture, $"https://news{pages % 40}.example/2021/03/{1 + (pages % 28):00}/story-{pages}.html");
            Record(file, "request", url, "application/http; msgtype=request", Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {new Uri(url).Host}\r\n\r\n"), pages);
            Record(file, "response", url, "application/http; msgtype=response", Http(Page(random, pages)), pages);
            if (pages % 50 == 0) Record(file, "revisit", url, "application/http; msgtype=response", "HTTP/1.1 304 Not Modified\r\n\r\n"u8.ToArray(), pages);
            pages++;
        }
        Console.WriteLine(FormattableString.Invariant($"{args[0]}: {pages:N0} pages, {file.Position:N0} bytes"));
        return 0;
    }

    private static byte[] Http(string page)
    {
        var body = Encoding.UTF8.GetBytes(page);
        return [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
    }

    private static string Page(Random random, int number)
    {
        var html = new StringBuilder();
        string State() => States[random.Next(States.Length)];
        string Sentence() => string.Format(CultureInfo.InvariantCulture, Tells[random.Next(Tells.Length)], State(), State(), random.Next(3, 30));
        var title = $"{State()} and {State()} at odds, report {number}";
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title><meta property=\"article:published_time\" content=\"2021-03-{1 + (number % 28):00}T08:00:00Z\">");
        // What makes real pages heavy and packs badly.
        for (int i = 0; i < Scripts; i++) html.Append("<script>var d").Append(i).Append("=\"").Append(Noise(random, 5000)).Append("\";</script>\n");
        html.Append("</head><body><nav><ul>");
        for (int i = 0; i < 30; i++) html.Append("<li><a href=\"/section/").Append(i).Append("\">Section ").Append(i).Append("</a></li>");
        html.Append("</ul></nav><main><article><h1>").Append(title).Append("</h1><p class=\"byline\">By Ana Quispe</p>\n");
        for (int i = 0; i < 8; i++) html.Append("<p>").AppendJoin(' ', Enumerable.Range(0, 3).Select(_ => Sentence())).Append("</p>\n");
        html.Append("</article></main><aside><h2>Read more</h2><ul>");
        for (int i = 0; i < 6; i++) html.Append("<li><a href=\"/story/").Append(i).Append("\">").Append(Sentence()).Append("</a></li>");
        return html.Append("</ul></aside><footer>© 2021 Meridian. All rights reserved.</footer></body></html>").ToString();
    }

    private static string Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static void Record(Stream file, string type, string? url, string contentType, byte[] content, int number)
    {
        var head = new StringBuilder("WARC/1.0\r\n").Append(CultureInfo.InvariantCulture, $"WARC-Type: {type}\r\nWARC-Record-ID: <urn:chancery:{type}:{number}>\r\n");
        if (url is not null) head.Append("WARC-Target-URI: ").Append(url).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Date: 2021-03-01T00:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {content.Length}\r\n\r\n");
        using var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        packed.Write(Encoding.ASCII.GetBytes(head.ToString()));
        packed.Write(content);
        packed.Write("\r\n\r\n"u8);
    }
}
