using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Chancery.Desk.Mail;
using MimeKit.Cryptography;
using NodaTime;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>What mail programs and servers read of a letter.</summary>
public sealed class LetterHeaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void a_letter_says_whose_list_it_is_and_how_to_leave_by_one_click()
    {
        using var server = new MailServer();
        using var post = new PostOffice(server);
        post.Subscribe(["reader@post.example"]);
        post.Make(new LocalDate(2026, 3, 27));
        post.Send();
        var (from, _, letter) = Assert.Single(server.Mailbox);
        Assert.Equal("The evening briefing <briefing.desk.example>", letter.Headers["List-Id"]);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
        Assert.Matches(@"^<https://desk\.example/briefings/leave\?t=[\w-]+>,\s+<mailto:bounces@desk\.example\?subject=leave%20[\w-]+>$", letter.Headers["List-Unsubscribe"]!);
        Assert.Equal("auto-generated", letter.Headers["Auto-Submitted"]);
        Assert.Matches(@"^bounces\+[0-9a-f]+@desk\.example$", from);
        Assert.DoesNotContain("reader", letter.Headers["List-Unsubscribe"]! + from + letter.MessageId, StringComparison.Ordinal);
        Assert.Equal("multipart/alternative", letter.Body!.ContentType.MimeType);
        Assert.All(letter.TextBody!.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 76 || line.StartsWith("https://", StringComparison.Ordinal), line));
        Assert.DoesNotContain("<img", letter.HtmlBody!, StringComparison.Ordinal);
        var tokens = Tokens.Of(post.Ledger);
        var letters = new[] { 1, 2 }.Select(_ => new ComposeLetter(post.Settings, tokens, n => post.Issues.Of(n)!, i => i.Entries)
            .Of(new Chancery.Records.Post.Letter(1, post.Subscribers.Of("reader@post.example")!, post.Clock.Now, 1)).ToString());
        Assert.Single(letters.Distinct());
    }

    [Fact]
    public void a_signed_letter_is_found_to_be_ours_and_a_changed_one_is_not()
    {
        using var rsa = RSA.Create(2048);
        File.WriteAllText(Path.Combine(_folder, "key.pem"), rsa.ExportRSAPrivateKeyPem());
        using var json = JsonDocument.Parse("""{"domain": "desk.example", "selector": "evening", "key-file": "key.pem"}""");
        using var server = new MailServer();
        using var post = new PostOffice(server);
        post.Settings = post.Settings with { Dkim = DkimKey.Read(json.RootElement, _folder) };
        post.Subscribe(["reader@post.example"]);
        post.Make(new LocalDate(2026, 3, 27));
        post.Send();
        var letter = Assert.Single(server.Mailbox).Message;
        var verifier = new DkimVerifier(new KeyOf(rsa));
        var signature = letter.Headers[letter.Headers.IndexOf(MimeKit.HeaderId.DkimSignature)];
        Assert.Contains("List-Unsubscribe-Post", signature.Value, StringComparison.OrdinalIgnoreCase);
        Assert.True(verifier.Verify(letter, signature));
        letter.Headers[MimeKit.HeaderId.ListUnsubscribe] = "<https://evil.example/>";
        Assert.False(verifier.Verify(letter, signature));
    }

    [Fact]
    public void nothing_is_handed_over_in_the_open_unless_the_desk_says_so()
    {
        using var server = new MailServer();
        using var post = new PostOffice(server);
        post.Settings = post.Settings with { NoTls = false };
        post.Subscribe(["reader@post.example"]);
        post.Make(new LocalDate(2026, 3, 27));
        var result = post.Send();
        Assert.True(result.IsFatal);
        Assert.Contains("no TLS", result.Trouble, StringComparison.Ordinal);
        Assert.Empty(server.Mailbox);
    }

    [Fact]
    public void letters_go_by_tls_to_a_server_that_is_known_and_to_no_other()
    {
        var pem = Certificate("localhost");
        using var server = new MailServer(certificate: pem);
        using var post = new PostOffice(server);
        post.Subscribe(["reader@post.example"]);
        post.Make(new LocalDate(2026, 3, 27));
        post.Settings = post.Settings with { NoTls = false, Smtp = new Uri($"smtp://localhost:{server.Port}") };
        Assert.True(post.Send().IsFatal);
        post.Clock.Now += Duration.FromMinutes(5);
        post.Settings = post.Settings with { CertificateAuthority = pem };
        Assert.Equal(1, post.Send().Sent);
        Assert.Single(server.Mailbox);
    }

    [Fact]
    public void settings_that_cannot_be_are_told_in_one_sentence()
    {
        var file = Path.Combine(_folder, "mail.json");
        foreach (var (text, words) in new[]
                 {
                     ("{", "mail.json"), ("""{"form": "x"}""", "no setting"), ("""{"from": "nobody"}""", "mail address"),
                     ("""{"from": "a@b.example", "site": "ftp://x"}""", "begins with"), ("""{"from": "a@b.example", "site": "https://x", "smtp": "smtp://x", "zone": "Mars/Base"}""", "no time zone"),
                 })
        {
            File.WriteAllText(file, text);
            Assert.Contains(words, Assert.Throws<Chancery.Desk.Commands.UsageException>(() => MailSettings.Read(file)).Message, StringComparison.Ordinal);
        }
    }

    private string Certificate(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(_folder, "server.pem");
        File.WriteAllText(file, key.ExportRSAPrivateKeyPem() + "\n" + certificate.ExportCertificatePem());
        return file;
    }

    private sealed class KeyOf(RSA rsa) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancel = default) => DotNetUtilities.GetRsaPublicKey(rsa);
        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancel = default) => Task.FromResult(LocatePublicKey(methods, domain, selector, cancel));
    }
}
