using System.Text;
using Chancery.Desk.Commands;
using Xunit;

namespace Chancery.Tests.Desk;

public class OrderTests
{
    [Fact]
    public void the_same_input_gives_the_same_bytes_whatever_the_jobs()
    {
        var input = new StringBuilder();
        for (int i = 0; i < 40; i++) input.Append($"{{\"id\":\"{i}\",\"text\":\"Report {i}: Ghana signed {i + 2} accords with Togo on Monday, a minister said.\"}}\n");
        var bytes = Encoding.UTF8.GetBytes(input.ToString());
        var one = CommandLine.RunOn(bytes, "read", "--format", "jsonl", "--jobs", "1", "-");
        var four = CommandLine.RunOn(bytes, "read", "--format", "jsonl", "--jobs", "4", "-");
        Assert.Equal(40, one.Lines.Length);
        Assert.Equal(one.Output, four.Output);
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("syntax")]
    [InlineData("times")]
    [InlineData("actors")]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("changes")]
    [InlineData("signals")]
    [InlineData("times,signals")]
    public void any_layer_is_read_alone_with_what_it_needs(string layers)
    {
        var result = CommandLine.Run("read", "--format", "jsonl", "--layers", layers, CommandLine.Sample("tariff.txt"));
        Assert.Equal((0, ""), (result.Status, result.Errors));
    }

    [Fact]
    public void results_come_in_the_order_of_the_items_however_long_each_takes()
    {
        var results = InOrder.Map(Enumerable.Range(0, 200), i =>
        {
            Thread.Sleep(i % 7);
            return i;
        }, 8, _ => 1);
        Assert.Equal(Enumerable.Range(0, 200), results);
    }

    [Theory]
    [InlineData(1, 64 * 3)]
    [InlineData(300_000, (4 << 20) / 300_000)]
    [InlineData(20 << 20, 4 * 3)]
    public void no_more_items_are_taken_ahead_than_there_is_room_for(int size, int room)
    {
        int taken = 0, given = 0, most = 0;
        foreach (int i in InOrder.Map(Count(), i => i, 3, _ => size))
        {
            given++;
            most = Math.Max(most, Volatile.Read(ref taken) - given);
        }
        Assert.Equal(500, given);
        Assert.InRange(most, 0, room + 1);

        IEnumerable<int> Count()
        {
            for (int i = 0; i < 500; i++)
            {
                Interlocked.Increment(ref taken);
                yield return i;
            }
        }
    }

    [Fact]
    public void what_follows_a_long_item_is_worked_on_while_it_is_not_done()
    {
        using var followers = new CountdownEvent(50);
        var results = InOrder.Map(Enumerable.Range(0, 100), i =>
        {
            if (i == 0) Assert.True(followers.Wait(TimeSpan.FromMinutes(1)), "the others stood still");
            else if (i <= 50) followers.Signal();
            return i;
        }, 2, _ => 1000);
        Assert.Equal(Enumerable.Range(0, 100), results);
    }

    [Fact]
    public void an_error_in_the_input_reaches_the_reader_after_the_items_before_it()
    {
        var seen = new List<int>();
        Assert.Throws<IOException>(() =>
        {
            foreach (int i in InOrder.Map(Broken(), i => i, 2, _ => 1)) seen.Add(i);
        });
        Assert.Equal([1, 2], seen);

        static IEnumerable<int> Broken()
        {
            yield return 1;
            yield return 2;
            throw new IOException("gone");
        }
    }

    [Fact]
    public void a_reader_may_leave_early()
    {
        Assert.Equal([0, 1, 2], InOrder.Map(Enumerable.Range(0, int.MaxValue), i => i, 2, _ => 1).Take(3));
    }

    [Fact]
    public void results_are_handed_over_together_in_the_order_of_the_items()
    {
        var groups = InOrder.MapTogether(Enumerable.Range(0, 100), i => i, 3, _ => 1, 7, TimeSpan.FromMinutes(1)).ToList();
        Assert.Equal([.. Enumerable.Repeat(7, 14), 2], groups.Select(g => g.Count));
        Assert.Equal(Enumerable.Range(0, 100), groups.SelectMany(g => g));
    }

    [Theory, InlineData(1), InlineData(2)]
    public void a_result_is_handed_over_though_the_input_waits(int jobs)
    {
        using var seen = new SemaphoreSlim(0);
        foreach (var group in InOrder.MapTogether(Waiting(), i => i, jobs, _ => 1, 7, TimeSpan.FromMilliseconds(20))) seen.Release(group.Count);

        IEnumerable<int> Waiting()
        {
            for (int i = 0; i < 5; i++)
            {
                yield return i;
                Assert.True(seen.Wait(TimeSpan.FromMinutes(1)), $"{i} was never handed over");
            }
        }
    }

    [Fact]
    public void what_was_read_before_an_error_is_handed_over_first()
    {
        var seen = new List<int>();
        Assert.Throws<IOException>(() =>
        {
            foreach (var group in InOrder.MapTogether(Enumerable.Range(1, 9), i => i == 5 ? throw new IOException("gone") : i, 2, _ => 1, 3, TimeSpan.FromMinutes(1))) seen.AddRange(group);
        });
        Assert.Equal([1, 2, 3, 4], seen);
    }
}
