using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Chancery.Records.Post;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Chancery.Desk.Mail;

/// <summary>The server wants nothing from us at all, or cannot be trusted: no letter is to blame.</summary>
public sealed class HandOverException(string message, bool fatal) : Exception(message)
{
    /// <summary>Trying again does not help before somebody has changed something.</summary>
    public bool IsFatal { get; } = fatal;
}

/// <summary>What the server said of one letter.</summary>
/// <param name="Suppress">Whether the address itself is no good.</param>
public sealed record Answer(LetterState State, string? Reply, bool Suppress = false);

/// <summary>One connection to the mail server, opened when it is needed and again when it broke. For one thread.</summary>
public sealed class SmtpSession(MailSettings settings) : IDisposable
{
    private const int PatienceMs = 120_000, ConnectPatienceMs = 20_000;
    private static readonly FormatOptions Format = WithDosLines();

    private SmtpClient? _client;
    private MarkedStream? _stream;

    /// <param name="mark">Told when the last bytes are about to leave, and what came of it.</param>
    /// <exception cref="HandOverException">The server could not be reached or did not let us in.</exception>
    public Answer Send(MimeMessage letter, MailboxAddress returnPath, Action<HandOverPhase> mark)
    {
        var client = Connected();
        bool ending = false;
        try
        {
            var reply = client.Send(Format, letter, returnPath, [(MailboxAddress)letter.To[0]], CancellationToken.None, new WhenWritten(() => _stream!.Arm(() =>
            {
                ending = true;
                mark(HandOverPhase.Ending);
            })));
            mark(HandOverPhase.Taken);
            return new Answer(LetterState.Sent, OneLine(reply));
        }
        catch (SmtpCommandException e)
        {
            mark(HandOverPhase.NotTaken);
            if ((int)e.StatusCode == 421) Close();
            return Refusal(e);
        }
        catch (Exception e) when (e is IOException or SocketException or SmtpProtocolException or OperationCanceledException or TimeoutException)
        {
            Close();
            bool silent = e is TimeoutException or OperationCanceledException || e.InnerException is SocketException { SocketErrorCode: SocketError.TimedOut };
            // A server that falls silent over a whole letter may have taken it. One that breaks the line has not said so, and by RFC 5321 has not taken it.
            if (ending && silent) return new Answer(LetterState.Unsure, "no answer came after the letter was handed over");
            mark(HandOverPhase.NotTaken);
            return new Answer(LetterState.Waiting, OneLine(e.Message));
        }
        catch (ServiceNotAuthenticatedException e)
        {
            Close();
            mark(HandOverPhase.NotTaken);
            throw new HandOverException($"{Place}: the server wants a user and a password first ({OneLine(e.Message)}).", fatal: true);
        }
        finally
        {
            _stream?.Disarm();
        }
    }

    private string Place => $"{settings.Smtp.Host}:{Port}";

    private int Port => settings.Smtp.Port > 0 ? settings.Smtp.Port : settings.Smtp.Scheme == "smtps" ? 465 : 587;

    private static Answer Refusal(SmtpCommandException e)
    {
        var reply = $"{(int)e.StatusCode} {OneLine(e.Message)}";
        bool forGood = (int)e.StatusCode >= 500;
        if (!forGood || e.ErrorCode == SmtpErrorCode.SenderNotAccepted) return new Answer(LetterState.Waiting, reply);
        bool noMailbox = e.ErrorCode == SmtpErrorCode.RecipientNotAccepted || e.Message.StartsWith("5.1.", StringComparison.Ordinal) || e.Message.StartsWith("5.2.1", StringComparison.Ordinal);
        return new Answer(LetterState.Refused, reply, noMailbox);
    }

    private SmtpClient Connected()
    {
        if (_client is { IsConnected: true } client) return client;
        Close();
        try
        {
            return _client = Open();
        }
        catch (Exception e) when (e is SocketException or IOException or SmtpProtocolException or SmtpCommandException or TimeoutException or OperationCanceledException)
        {
            Close();
            throw new HandOverException($"{Place}: no mail server lets us in there ({OneLine(e.Message)}).", fatal: false);
        }
        catch (Exception e) when (e is NotSupportedException or SslHandshakeException or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException)
        {
            Close();
            throw new HandOverException(e is NotSupportedException
                ? $"{Place}: the server offers no TLS; letters are not handed over in the open unless the settings say \"tls\": \"none\"."
                : $"{Place}: {OneLine(e.Message)}", fatal: true);
        }
    }

    private SmtpClient Open()
    {
        var client = new SmtpClient { Timeout = PatienceMs, CheckCertificateRevocation = false };
        try
        {
            if (settings.CertificateAuthority is { } file) client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsSignedBy(file, certificate, errors);
            _stream = new MarkedStream(Connect());
            client.Connect(_stream, settings.Smtp.Host, Port, settings.NoTls ? SecureSocketOptions.None : settings.Smtp.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);
            // The end of a letter is told by its last bytes, not by its length.
            client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime);
            if (settings.Smtp.UserInfo.Length > 0) client.Authenticate(Uri.UnescapeDataString(settings.Smtp.UserInfo), settings.Password ?? "");
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private NetworkStream Connect()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (!socket.ConnectAsync(settings.Smtp.Host, Port).Wait(ConnectPatienceMs)) throw new TimeoutException("it does not answer");
            return new NetworkStream(socket, ownsSocket: true) { ReadTimeout = PatienceMs, WriteTimeout = PatienceMs };
        }
        catch (AggregateException e) when (e.InnerException is SocketException inner)
        {
            socket.Dispose();
            throw inner;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsSignedBy(string file, X509Certificate? certificate, System.Net.Security.SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch)) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        using var known = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(known);
    }

    private static FormatOptions WithDosLines()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }

    private static string OneLine(string words) => words.ReplaceLineEndings(" ") is { Length: > 300 } longer ? longer[..300] : words.ReplaceLineEndings(" ");

    private void Close()
    {
        _client?.Dispose();
        _client = null;
        _stream?.Dispose();
        _stream = null;
    }

    public void Dispose()
    {
        if (_client is { IsConnected: true })
        {
            try
            {
                _client.Disconnect(quit: true);
            }
            catch (Exception e) when (e is IOException or SocketException or SmtpProtocolException or SmtpCommandException or TimeoutException)
            {
                // It has hung up first.
            }
        }
        Close();
    }

    /// <summary>Tells when all of a letter but its end has been written.</summary>
    private sealed class WhenWritten(Action written) : ITransferProgress
    {
        public void Report(long bytesTransferred, long totalSize)
        {
            if (bytesTransferred >= totalSize) written();
        }

        public void Report(long bytesTransferred)
        {
        }
    }
}
