using Chancery.Tests.Web;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(TheBrowser))]

namespace Chancery.Tests.Web;

/// <summary>One Chromium for all tests, started by the first that needs it. Debian's, which ./test installs.</summary>
public sealed class TheBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--font-render-hinting=none", "--disable-lcd-text",
    ];

    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;

    public TheBrowser() => _browser = new Lazy<Task<IBrowser>>(StartAsync);

    /// <summary>A window of its own: cookies, size, colours. What it asks of other hosts is refused and noted.</summary>
    internal async Task<Window> OpenAsync(Uri home, int width = 1200, bool dark = false, bool script = true)
    {
        var browser = await _browser.Value;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = home.ToString(), ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script, Locale = "en-GB", TimezoneId = "UTC", ReducedMotion = ReducedMotion.Reduce,
        });
        return await Window.OfAsync(context, home);
    }

    private async Task<IBrowser> StartAsync()
    {
        var place = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium is installed; ./test installs it when run as root, else: apt-get install chromium.");
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = place, ChromiumSandbox = false, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated) await (await _browser.Value).CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>A window of the browser that notes what must not be: requests elsewhere, refused scripts and styles, dialogs.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _wrong = [];

    private Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Begins to note anew.</summary>
    public void Forget() => _wrong.Clear();

    public static async Task<Window> OfAsync(IBrowserContext context, Uri home)
    {
        var window = new Window(context, await context.NewPageAsync());
        await context.RouteAsync("**/*", async route =>
        {
            if (new Uri(route.Request.Url).Authority == home.Authority)
            {
                await route.ContinueAsync();
                return;
            }
            window._wrong.Add("asked " + route.Request.Url);
            await route.AbortAsync();
        });
        window.Page.Dialog += async (_, dialog) =>
        {
            window._wrong.Add("dialog " + dialog.Message);
            await dialog.DismissAsync();
        };
        window.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal)) window._wrong.Add("console " + message.Text);
        };
        window.Page.PageError += (_, error) => window._wrong.Add("script " + error);
        return window;
    }

    public async Task SignInAsync(string name, string password)
    {
        await Page.GotoAsync("/sign-in");
        await Page.FillAsync("#name", name);
        await Page.FillAsync("#password", password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/");
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
