using Microsoft.Playwright;

namespace Chancery.Tests.Web;

/// <summary>Pictures of pages for the documents: made anew with CHANCERY_ACCEPT=1 (and CHANCERY_PICTURES naming docs/desk), to be looked at before they are committed.</summary>
internal static class Pictures
{
    private const int MostHeight = 1500;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("CHANCERY_PICTURES");

    public static async Task KeepAsync(IPage page, string name)
    {
        if (Folder is null) return;
        int width = await page.EvaluateAsync<int>("innerWidth"), height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder, name + ".jpg"), Type = ScreenshotType.Jpeg, Quality = 70, FullPage = true,
            Clip = new Clip { X = 0, Y = 0, Width = width, Height = Math.Min(height, MostHeight) },
        });
    }
}
