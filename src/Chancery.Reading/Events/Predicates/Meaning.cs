namespace Chancery.Reading.Events.Predicates;

/// <summary>What an event is: PLOVER type and mode (empty for none) and the CAMEO code that fits best.</summary>
/// <remarks>Compared by reference: there are as many as the tables have lines.</remarks>
public sealed class Meaning(string type, string mode, string? cameo)
{
    public string Type { get; } = type;
    public string Mode { get; } = mode;
    public string? Cameo { get; } = cameo;

    /// <summary>Parses <c>TYPE/mode:CAMEO</c>; mode and code may be empty.</summary>
    public static Meaning Parse(string text)
    {
        int slash = text.IndexOf('/'), colon = text.IndexOf(':');
        if (slash < 0) throw new FormatException($"“{text}” is no event: it should be TYPE/mode:CAMEO.");
        var mode = colon < 0 ? text[(slash + 1)..] : text[(slash + 1)..colon];
        var cameo = colon < 0 || colon == text.Length - 1 ? null : text[(colon + 1)..];
        return new Meaning(text[..slash], mode, cameo);
    }

    public override string ToString() => Mode.Length == 0 ? Type : $"{Type}/{Mode}";
}
