using System.Text;

namespace Chancery.Desk.Commands;

/// <summary>Asks for a password: on a terminal without showing it, else as the first line of standard input.</summary>
internal static class AskPassword
{
    public static string On(Terminal terminal)
    {
        if (!Console.IsInputRedirected)
        {
            terminal.Errors.Write("Password: ");
            var typed = new StringBuilder();
            while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            {
                if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
                else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
            }
            terminal.Errors.WriteLine();
            return typed.ToString();
        }
        using var input = new StreamReader(terminal.Input());
        return input.ReadLine() ?? "";
    }
}
