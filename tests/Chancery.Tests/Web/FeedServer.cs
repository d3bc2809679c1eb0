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
    public IReadOnlyList<string> Asked => [.. _asked];
    public string? LastTag { get; private set; }

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
        bool isRobots = http.Request.RawUrl == "/robots.txt";
        http.Response.Headers["ETag"] = "\"one\"";
        if (!isRobots && LastTag == "\"one\"") http.Response.StatusCode = 304;
        else if (!isRobots && Status != 200)
        {
            http.Response.StatusCode = Status;
            if (RetryAfter is not null) http.Response.Headers["Retry-After"] = RetryAfter;
        }
        else http.Response.OutputStream.Write(Encoding.UTF8.GetBytes(isRobots ? Robots : Feed));
        http.Response.Close();
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();
}
