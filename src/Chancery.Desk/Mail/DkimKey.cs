using System.Text.Json;
using MimeKit;
using MimeKit.Cryptography;

namespace Chancery.Desk.Mail;

/// <summary>Signs letters, so that the receiver knows whose they are (RFC 6376). The headers by which readers leave are signed too.</summary>
public sealed class DkimKey
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.AutoSubmitted,
        HeaderId.ListId, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    private readonly DkimSigner _signer;

    private DkimKey(DkimSigner signer) => _signer = signer;

    /// <summary><c>{"domain": …, "selector": …, "key-file": …}</c>: an RSA or Ed25519 key as PEM.</summary>
    public static DkimKey Read(JsonElement json, string folder)
    {
        if (!json.TryGetProperty("domain", out var domain) || !json.TryGetProperty("selector", out var selector) || !json.TryGetProperty("key-file", out var file))
            throw new FormatException("“dkim” takes domain, selector and key-file");
        var path = Path.Combine(folder, file.GetString()!);
        using var key = File.OpenRead(path);
        try
        {
            return new DkimKey(new DkimSigner(key, domain.GetString()!, selector.GetString()!)
            {
                HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            });
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or Org.BouncyCastle.OpenSsl.PemException)
        {
            throw new FormatException($"{path} holds no private key in PEM form");
        }
    }

    public void Sign(MimeMessage letter) => _signer.Sign(letter, [.. Signed.Where(letter.Headers.Contains)]);
}
