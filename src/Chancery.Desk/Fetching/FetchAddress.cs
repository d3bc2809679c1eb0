using System.Net;
using System.Net.Sockets;
using Chancery.Reading.Pages;

namespace Chancery.Desk.Fetching;

/// <summary>An address could not be fetched; the message is one line for people.</summary>
/// <param name="status">What the server answered, or null where none did.</param>
/// <param name="retryAfter">How long it asks to wait, or null.</param>
public sealed class FetchException(string message, int? status = null, TimeSpan? retryAfter = null) : IOException(message)
{
    public int? Status { get; } = status;
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>What a server answered.</summary>
/// <param name="Address">Where it came from at last.</param>
/// <param name="Tag">Its ETag, <paramref name="Modified"/> its Last-Modified, to be named next time.</param>
/// <param name="IsUnchanged">Whether it is as it was under the tag or day that was named; then there is no body.</param>
public sealed record FetchedPage(byte[] Body, string Address, string? Charset, string? Tag, string? Modified, bool IsUnchanged);

/// <summary>
/// Fetches an http(s) address. Every connection, also after a redirect, is refused unless it goes to a public address
/// (<c>--allow-private</c> lifts that); the check is made on the very address that is connected to, so a name that resolves
/// twice gains nothing. Bodies are bounded by <see cref="InputLimits.PageBytes"/> compressed, and the whole fetch by a minute.
/// </summary>
public sealed class FetchAddress : IDisposable
{
    private const int MaxRedirects = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client;

    public FetchAddress(bool allowPrivate, string version)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = true,
            MaxAutomaticRedirections = MaxRedirects,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 64,
            ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancel),
        };
        _client = new HttpClient(handler) { Timeout = Patience };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd($"Chancery/{version}");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    /// <returns>The whole body, at most <see cref="InputLimits.LineBytes"/>, the address it came from at last, and the declared charset.</returns>
    /// <exception cref="FetchException">With a reason in one line.</exception>
    public (byte[] Body, string Address, string? Charset) Fetch(Uri address)
    {
        var page = FetchIfChanged(address, null, null);
        return (page.Body, page.Address, page.Charset);
    }

    /// <param name="tag">The ETag it had last time; <paramref name="modified"/> the Last-Modified.</param>
    /// <exception cref="FetchException">With a reason in one line.</exception>
    public FetchedPage FetchIfChanged(Uri address, string? tag, string? modified)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (modified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            return FetchAsync(request, patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new FetchException($"no full answer within {Patience.TotalSeconds:0} s");
        }
        catch (HttpRequestException e)
        {
            throw new FetchException((e.InnerException is FetchException inner ? inner.Message : e.Message).ReplaceLineEndings(" "));
        }
        catch (IOException e) when (e is not FetchException)
        {
            throw new FetchException("the connection broke off: " + e.Message.ReplaceLineEndings(" "));
        }
    }

    private async Task<FetchedPage> FetchAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
        var from = (answer.RequestMessage?.RequestUri ?? request.RequestUri)!.ToString();
        if (answer.StatusCode == HttpStatusCode.NotModified) return new FetchedPage([], from, null, null, null, IsUnchanged: true);
        if ((int)answer.StatusCode is >= 300 and < 400) throw new FetchException($"more than {MaxRedirects} redirects, or one to another scheme");
        if (!answer.IsSuccessStatusCode) throw new FetchException($"the server answers {(int)answer.StatusCode} {answer.ReasonPhrase}", (int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);
        var stream = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var body = new MemoryStream();
            var buffer = new byte[64 << 10];
            while (await stream.ReadAsync(buffer, cancel).ConfigureAwait(false) is var n and > 0)
            {
                if (body.Length + n > InputLimits.PageBytes) throw new FetchException($"larger than {InputLimits.PageBytes >> 20} MiB");
                body.Write(buffer, 0, n);
            }
            return new FetchedPage(body.ToArray(), from, answer.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
                answer.Headers.ETag?.ToString(), Named(answer, "Last-Modified"), IsUnchanged: false);
        }
    }

    private static string? Named(HttpResponseMessage answer, string header) => answer.Content.Headers.TryGetValues(header, out var values) ? values.FirstOrDefault() : null;

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowPrivate, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(host.Host.Trim('[', ']'), out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(host.Host, cancel).ConfigureAwait(false);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0)
        {
            throw new FetchException(addresses.Length == 0
                ? $"{host.Host} has no address"
                : $"{host.Host} points at this machine or a private network; --allow-private reads it all the same");
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => _client.Dispose();
}
