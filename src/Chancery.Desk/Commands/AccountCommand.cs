using System.CommandLine;
using System.Runtime.CompilerServices;
using Chancery.Desk.Web.Accounts;
using Chancery.Desk.Web.State;

namespace Chancery.Desk.Commands;

/// <summary><c>chancery account</c>: who may sign in at the desk.</summary>
public static class AccountCommand
{
    private static readonly string[] Roles = ["reader", "reviewer", "admin"];

    public static Command Create(Func<Terminal> terminal) => new("account", "Say who may sign in at the desk, and what they may do there.") { Add(terminal), Remove(terminal), List(terminal) };

    private static Command Add(Func<Terminal> terminal)
    {
        var name = new Argument<string>("name") { Description = "The person's name: it stands with every decision." };
        var role = new Option<string>("--role") { Description = "reader (reads), reviewer (also decides and adds), admin (also changes accounts).", DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong(Roles);
        var (data, record) = (DataFolder.Create(), RecordOption.Create());
        var command = new Command("add", "Make an account, or give one another password and role. The password is asked for, or is the first line of standard input.") { name, role, data, record };
        command.SetAction(parsed => Add(terminal(), DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record)), parsed.GetValue(name)!, parsed.GetValue(role)!));
        return command;
    }

    private static Command Remove(Func<Terminal> terminal)
    {
        var name = new Argument<string>("name") { Description = "The person's name." };
        var (data, record) = (DataFolder.Create(), RecordOption.Create());
        var command = new Command("remove", "Take an account away: whoever is signed in with it is signed out. Decisions stay.") { name, data, record };
        command.SetAction(parsed => Remove(terminal(), DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record)), parsed.GetValue(name)!));
        return command;
    }

    private static Command List(Func<Terminal> terminal)
    {
        var (data, record) = (DataFolder.Create(), RecordOption.Create());
        var command = new Command("list", "Show all accounts.") { data, record };
        command.SetAction(parsed => List(terminal(), DataFolder.Of(parsed.GetValue(data), parsed.GetValue(record))));
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Add(Terminal terminal, string folder, string name, string role)
    {
        var accounts = new AccountBook(new DeskFile(folder), TimeProvider.System);
        accounts.Put(name, Enum.Parse<Role>(role, ignoreCase: true), AskPassword.On(terminal));
        terminal.Errors.WriteLine($"chancery: {name} may sign in as {role}");
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Remove(Terminal terminal, string folder, string name)
    {
        if (!new AccountBook(new DeskFile(folder), TimeProvider.System).Remove(name)) throw new UsageException($"there is no account “{name}”; chancery account list shows all.");
        terminal.Errors.WriteLine($"chancery: {name} may sign in no more");
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int List(Terminal terminal, string folder)
    {
        using var output = new StreamWriter(terminal.Output());
        foreach (var account in new AccountBook(new DeskFile(folder), TimeProvider.System).All()) output.Write($"{account.Name}\t{account.Role.ToString().ToLowerInvariant()}\n");
        return 0;
    }
}
