using System.Net;
using System.Net.Sockets;
using System.Text;
using Chancery.Desk.Fetching;
using Xunit;

namespace Chancery.Tests.Desk;

/// <summary>Addresses: fetched with bounds, and never this machine or a private network unless it is allowed.</summary>
public class FetchTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("9.9.9.9", true)]
    [InlineData("2620:fe::fe", true)]
    public void only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://127.1:{0}/")]
    public void this_machine_is_refused(string address)
    {
        using var server = new Server(_ => "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        var result = CommandLine.Run("read", "--format", "jsonl", string.Format(System.Globalization.CultureInfo.InvariantCulture, address, server.Port));
        Assert.Equal(3, result.Status);
        Assert.Contains("private network", result.Errors, StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public void an_allowed_address_is_read_with_its_address_as_id()
    {
        using var server = new Server(_ => Answer("<html lang=en><title>Chad</title><p>Chad and Niger reopened their border on Monday, officials said.</p></html>"));
        var address = $"http://127.0.0.1:{server.Port}/story";
        var result = CommandLine.Run("read", "--format", "jsonl", "--allow-private", address);
        Assert.Equal("", result.Errors);
        Assert.Contains($"\"id\":\"{address}\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void a_redirect_loop_ends()
    {
        using var server = new Server(port => $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{port}/again\r\nContent-Length: 0\r\n\r\n");
        var result = CommandLine.Run("read", "--format", "jsonl", "--allow-private", $"http://127.0.0.1:{server.Port}/");
        Assert.Equal(3, result.Status);
        Assert.Contains("redirects", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void an_endless_answer_is_cut_off()
    {
        using var server = new Server(_ => null);
        var result = CommandLine.Run("read", "--format", "jsonl", "--allow-private", $"http://127.0.0.1:{server.Port}/");
        Assert.Equal(3, result.Status);
        Assert.Contains("larger than 32 MiB", result.Errors, StringComparison.Ordinal);
        Assert.InRange(server.Sent, 1, 200L << 20);
    }

    [Fact]
    public void a_server_that_is_not_there_is_named()
    {
        int port;
        using (var closed = new Server(_ => "")) port = closed.Port;
        var result = CommandLine.Run("read", "--format", "jsonl", "--allow-private", $"http://127.0.0.1:{port}/");
        Assert.Equal(3, result.Status);
        Assert.Contains($"http://127.0.0.1:{port}/", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    private static string Answer(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    /// <summary>A real server on loopback that gives one answer to every request; a null answer never ends (10 GB announced).</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Func<int, string?> _answer;
        private long _sent;
        private int _requests;

        public Server(Func<int, string?> answer)
        {
            _answer = answer;
            _listener.Start();
            _ = Task.Run(ServeAsync);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
        public long Sent => Interlocked.Read(ref _sent);
        public int Requests => Volatile.Read(ref _requests);

        private async Task ServeAsync()
        {
            int port = Port;
            try
            {
                while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(), port);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // the test is over
            }
        }

        private async Task AnswerAsync(TcpClient client, int port)
        {
            using (client)
            {
                try
                {
                    var stream = client.GetStream();
                    var buffer = new byte[8192];
                    while (await stream.ReadAsync(buffer) > 0)
                    {
                        Interlocked.Increment(ref _requests);
                        if (_answer(port) is { } answer) await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
                        else await SendWithoutEndAsync(stream);
                    }
                }
                catch (IOException)
                {
                    // the client left
                }
            }
        }

        private async Task SendWithoutEndAsync(NetworkStream stream)
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10737418240\r\n\r\n"u8.ToArray());
            var block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            while (true)
            {
                await stream.WriteAsync(block);
                Interlocked.Add(ref _sent, block.Length);
            }
        }

        public void Dispose() => _listener.Dispose();
    }
}
