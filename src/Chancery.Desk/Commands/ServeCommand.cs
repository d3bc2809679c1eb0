using System.CommandLine;
using System.Runtime.CompilerServices;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.Hosting;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery serve</c>: the desk in the browser.</summary>
public static class ServeCommand
{
    private const string Default = "http://127.0.0.1:5080";
    private const int Threads = 32;

    public static Command Create(Func<Terminal> terminal)
    {
        var urls = new Option<string[]>("--urls")
        {
            Description = $"Addresses to listen on (default: {Default}, this machine only).", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [Default],
        };
        var record = RecordOption.Create();
        var data = DataFolder.Create();
        var reading = new Option<string>("--reading") { Description = "open: anybody who reaches the desk may read. closed: only who has an account.", DefaultValueFactory = _ => "open" };
        reading.AcceptOnlyFromAmong("open", "closed");
        var hosts = new Option<string[]>("--host") { Description = "A name under which browsers may ask for the desk, beside those of this machine.", DefaultValueFactory = _ => [] };
        var allowPrivate = CommonOptions.AllowPrivate();
        var provider = new Option<string?>("--openid") { Description = "Address of an OpenID provider that signs people in beside the desk's own accounts. Its secret for the desk is read from $CHANCERY_OPENID_SECRET." };
        var client = new Option<string>("--openid-client") { Description = "What the provider knows the desk as.", DefaultValueFactory = _ => "chancery" };
        var role = new Option<string>("--openid-role") { Description = "What somebody may do whom the provider signs in for the first time: nobody (until an admin says so), reader, reviewer.", DefaultValueFactory = _ => "nobody" };
        role.AcceptOnlyFromAmong("nobody", "reader", "reviewer");
        var command = new Command("serve", "Serve the desk: pages for people, an API for programs.") { urls, record, data, reading, hosts, allowPrivate, provider, client, role };
        command.SetAction(parsed => Serve(
            new ServeOptions(
                parsed.GetValue(urls)!, parsed.GetValue(record), DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record)), parsed.GetValue(reading) == "open",
                parsed.GetValue(hosts)!, parsed.GetValue(allowPrivate), ProviderOf(parsed.GetValue(provider), parsed.GetValue(client)!, parsed.GetValue(role)!)),
            terminal()));
        return command;
    }

    private static OpenIdProvider? ProviderOf(string? address, string client, string role)
    {
        if (address is null) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var authority) || authority.Scheme != Uri.UriSchemeHttps && !(authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            throw new UsageException($"--openid takes an https address such as https://login.example/, not “{address}”.");
        return new OpenIdProvider(authority, client, Environment.GetEnvironmentVariable("CHANCERY_OPENID_SECRET"), Enum.Parse<Role>(role, ignoreCase: true));
    }

    // Apart, so that the web parts are loaded only here: the other commands start without them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Serve(ServeOptions options, Terminal terminal)
    {
        foreach (var url in options.Urls)
            if (!Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new UsageException($"--urls takes addresses such as {Default}, not “{url}”.");
        // A mistake in the record's place is said before anything listens.
        RecordOption.OfThisProcess.Open(options.Record).Dispose();
        try
        {
            ServeAsync(options, terminal).GetAwaiter().GetResult();
        }
        catch (IOException e)
        {
            throw new UsageException($"the desk cannot listen: {e.Message.ReplaceLineEndings(" ")} Name another address with --urls.");
        }
        return 0;
    }

    private static async Task ServeAsync(ServeOptions options, Terminal terminal)
    {
        // Requests wait for the record on their threads; with one a core, two slow ones would hold up all others.
        ThreadPool.SetMinThreads(Threads, Threads);
        var server = await DeskServer.StartAsync(options, () => RecordOption.OfThisProcess.Open(options.Record), terminal.Errors, TimeProvider.System).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            foreach (var address in server.Addresses) terminal.Errors.WriteLine($"chancery: the desk is at {address} (Ctrl+C ends it)");
            await server.WaitForShutdownAsync().ConfigureAwait(false);
        }
    }
}
