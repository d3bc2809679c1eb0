using System.CommandLine;
using System.Runtime.CompilerServices;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.State;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery key</c>: keys with which programs read a desk whose reading is closed.</summary>
public static class KeyCommand
{
    public static Command Create(Func<Terminal> terminal) => new("key", "Say which programs may read a desk whose reading is closed.")
    {
        Named("create", "Make a key and print it, this once. A program sends it as: Authorization: Bearer KEY", (folder, name) => Make(terminal(), folder, name)),
        Named("revoke", "Take a key away.", (folder, name) => Revoke(terminal(), folder, name)),
        All(terminal),
    };

    private static Command Named(string what, string does, Func<string, string, int> act)
    {
        var name = new Argument<string>("name") { Description = "What the key is called: the program it is for." };
        var (data, record) = (DataFolder.Create(), RecordOption.Create());
        var command = new Command(what, does) { name, data, record };
        command.SetAction(parsed => act(DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record)), parsed.GetValue(name)!));
        return command;
    }

    private static Command All(Func<Terminal> terminal)
    {
        var (data, record) = (DataFolder.Create(), RecordOption.Create());
        var command = new Command("list", "Show all keys: name, when made, when last used.") { data, record };
        command.SetAction(parsed => List(terminal(), DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record))));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Make(Terminal terminal, string folder, string name)
    {
        var key = Keys(folder).Create(name);
        using var output = new StreamWriter(terminal.Output());
        output.Write(key + "\n");
        terminal.Errors.WriteLine($"chancery: {name} may read; the key is kept nowhere and shown only now");
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Revoke(Terminal terminal, string folder, string name)
    {
        if (!Keys(folder).Revoke(name)) throw new UsageException($"there is no key “{name}”; chancery key list shows all.");
        terminal.Errors.WriteLine($"chancery: {name} may read no more");
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int List(Terminal terminal, string folder)
    {
        using var output = new StreamWriter(terminal.Output());
        foreach (var key in Keys(folder).All()) output.Write($"{key.Name}\t{key.Created}\t{key.Used?.ToString() ?? "never"}\n");
        return 0;
    }

    private static ApiKeys Keys(string folder) => new(new DeskFile(folder), TimeProvider.System);
}
