using Chancery.Desk.Mail;
using Chancery.Records.Post;
using NodaTime;
using Xunit;

namespace Chancery.Tests.Mail;

/// <summary>What becomes of letters whose sender died.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly MailServer _server = new();
    private readonly PostOffice _post;

    public RecoveryTests() => _post = new PostOffice(_server);

    public void Dispose()
    {
        _post.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData(HandOverPhase.Begun, LetterState.Sent, 1)]
    [InlineData(HandOverPhase.NotTaken, LetterState.Sent, 1)]
    [InlineData(HandOverPhase.Ending, LetterState.Unsure, 0)]
    [InlineData(HandOverPhase.Taken, LetterState.Sent, 0)]
    public void how_far_a_letter_had_come_decides_whether_it_is_sent_again(HandOverPhase phase, LetterState state, int letters)
    {
        var number = Claimed("dead");
        Died("dead", journal =>
        {
            journal.Hold([(1, number)]);
            journal.Mark(0, phase);
        });
        _post.Send();
        Assert.Equal((state, letters), (_post.StateOf(1, "reader@post.example"), _server.CountTaken));
    }

    [Fact]
    public void a_letter_claimed_and_not_yet_written_down_is_sent()
    {
        Claimed("dead");
        Died("dead", _ => { });
        _post.Send();
        Assert.Single(_server.Mailbox);
    }

    [Fact]
    public void a_living_sender_keeps_what_it_holds()
    {
        Claimed("alive");
        using var journal = HandOverJournal.Begin(_post.Folder, "alive", 10);
        _post.Send();
        Assert.Equal(LetterState.Handing, _post.StateOf(1, "reader@post.example"));
    }

    [Fact]
    public void a_sender_of_another_machine_is_taken_for_dead_after_a_while_and_its_letters_are_not_sent_again()
    {
        Claimed("elsewhere");
        _post.Send();
        Assert.Equal(LetterState.Handing, _post.StateOf(1, "reader@post.example"));
        _post.Clock.Now += Duration.FromHours(1);
        _post.Send();
        Assert.Equal((LetterState.Unsure, 0), (_post.StateOf(1, "reader@post.example"), _server.CountTaken));
        _post.Outbox.SendUnsureAgain(_post.Clock.Now);
        _post.Send();
        Assert.Single(_server.Mailbox);
    }

    [Fact]
    public void marks_of_a_machine_that_was_started_anew_are_not_trusted()
    {
        var number = Claimed("dead");
        Died("dead", journal => journal.Hold([(1, number)]));
        var path = Directory.GetFiles(_post.Folder, "*.journal").Single();
        var bytes = File.ReadAllBytes(path);
        bytes[0] ^= 1;
        File.WriteAllBytes(path, bytes);
        _post.Send();
        Assert.Equal(LetterState.Unsure, _post.StateOf(1, "reader@post.example"));
    }

    private long Claimed(string sender)
    {
        _post.Subscribe(["reader@post.example"]);
        _post.Make(new LocalDate(2026, 3, 27));
        _post.HandOver.FillReleased();
        return Assert.Single(_post.Outbox.Claim(10, sender, _post.Clock.Now, _post.Clock.Now)).To.Number;
    }

    /// <summary>Leaves a journal as a killed process does: its file stays, its lock goes.</summary>
    private void Died(string sender, Action<HandOverJournal> before)
    {
        var journal = HandOverJournal.Begin(_post.Folder, sender, 10);
        before(journal);
        journal.Abandon();
    }
}
