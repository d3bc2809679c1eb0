using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Chancery.Tests.Web;

/// <summary>A real server on loopback that gives a feed with an ETag, and answers as it is told.</summary>
internal sealed class FeedServer : IDisposable
{
    public const string Feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Lake Post</title><item><guid>lake-1</guid><title>Peru lifts ban</title><pubDate>Mon, 02 May 2022 10:00:00 GMT</pubDate>
        <description>Peru lifted its ban on imports of beef from Uruguay on Monday.</description></item></channel></rss>
        """;

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<string> _asked = new();

    public FeedServer()
    {
        // A free port: taken and let go again just before.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Address { get; }
    public string Robots { get; set; } = "User-agent: *\nDisallow: /private/\n";
    public int Status { get; set; } = 200;
    public string? RetryAfter { get; set; }

    /// <summary>How many articles <c>teasers.xml</c> leads to; of them the eighth is forbidden and the ninth is gone.</summary>
    public int Articles { get; set; }
    public IReadOnlyList<string> Asked => [.. _asked];
    public string? LastTag { get; private set; }

    private readonly ConcurrentDictionary<string, string?> _tags = new();

    public string? TagOf(string path) => _tags[path];

    private async Task ServeAsync()
    {
        try
        {
            while (true) Answer(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private void Answer(HttpListenerContext http)
    {
        _asked.Enqueue(http.Request.RawUrl!);
        LastTag = http.Request.Headers["If-None-Match"];
        _tags[http.Request.RawUrl!] = LastTag;
        if (http.Request.RawUrl == "/articles/9.html")
        {
            http.Response.StatusCode = 404;
            http.Response.Close();
            return;
        }
        bool isRobots = http.Request.RawUrl == "/robots.txt";
        http.Response.Headers["ETag"] = "\"one\"";
        if (!isRobots && LastTag == "\"one\"") http.Response.StatusCode = 304;
        else if (!isRobots && Status != 200)
        {
            http.Response.StatusCode = Status;
            if (RetryAfter is not null) http.Response.Headers["Retry-After"] = RetryAfter;
        }
        else http.Response.OutputStream.Write(Encoding.UTF8.GetBytes(isRobots ? Robots : ContentOf(http.Request.RawUrl!)));
        http.Response.Close();
    }

    private string ContentOf(string path)
    {
        if (path.StartsWith("/articles/", StringComparison.Ordinal))
            return $"<html><body><article><h1>Peru</h1><p>The whole of article {path["/articles/".Length..^".html".Length]}: Peru lifted its ban on imports of beef from Uruguay.</p></article></body></html>";
        if (path != "/teasers.xml") return Feed;
        var items = Enumerable.Range(1, Articles).Select(i => $"<item><guid>t-{i}</guid><title>Peru {i}</title><link>{Address}{(i == 8 ? "private" : "articles")}/{i}.html</link><description>Teaser {i}.</description></item>");
        return $"""<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Post</title>{string.Concat(items)}</channel></rss>""";
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();
}
