using System.Diagnostics;
using System.Globalization;
using System.Text;
using MimeKit;

namespace Chancery.Tests.Mail;

/// <summary>A letter as the server took it.</summary>
internal sealed record TakenLetter(string From, string To, MimeMessage Message);

/// <summary>A real SMTP server on this machine (Debian's python3-aiosmtpd, see mail-server.py), which can be killed and started again on the same port.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-mailbox-").FullName;
    private readonly string[] _arguments;
    private Process _process;

    /// <param name="pause">Seconds it thinks over each letter: with it stored, or, where negative, before it stores it.</param>
    /// <param name="certificate">A PEM file with key and certificate: then it wants STARTTLS.</param>
    public MailServer(double pause = 0, string? certificate = null)
    {
        _arguments = [pause.ToString(CultureInfo.InvariantCulture), .. certificate is null ? Array.Empty<string>() : [certificate]];
        _process = Start(0);
    }

    public int Port { get; private set; }

    public int CountTaken => Directory.EnumerateFiles(_folder, "*.eml").Count();

    public IReadOnlyList<TakenLetter> Mailbox => [.. Directory.GetFiles(_folder, "*.eml").Select(Read).OrderBy(l => l.Message.Date)];

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void StartAgain() => _process = Start(Port);

    private Process Start(int port)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Mail", "mail-server.py"), _folder, port.ToString(CultureInfo.InvariantCulture) }.Concat(_arguments)) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        if (process.StandardOutput.ReadLine() is not { } line || !line.StartsWith("ready ", StringComparison.Ordinal))
            throw new InvalidOperationException("The mail server did not start (apt-get install python3-aiosmtpd): " + process.StandardError.ReadToEnd());
        Port = int.Parse(line.AsSpan(6), CultureInfo.InvariantCulture);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static TakenLetter Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        int first = Array.IndexOf(bytes, (byte)'\n'), second = Array.IndexOf(bytes, (byte)'\n', first + 1);
        using var letter = new MemoryStream(bytes, second + 1, bytes.Length - second - 1);
        return new TakenLetter(Encoding.UTF8.GetString(bytes, 0, first), Encoding.UTF8.GetString(bytes, first + 1, second - first - 1), MimeMessage.Load(letter));
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
