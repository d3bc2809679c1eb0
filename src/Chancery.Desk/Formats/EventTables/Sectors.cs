namespace Chancery.Desk.Formats.EventTables;

/// <summary>PLOVER's sectors in words.</summary>
internal static class Sectors
{
    public static string? InWords(string? sector) => sector switch
    {
        null => null,
        "GOV" => "Government", "MIL" => "Military", "REB" => "Rebel", "OPP" => "Opposition", "PTY" => "Parties", "LEG" => "Legislative", "JUD" => "Judicial",
        "COP" => "Police", "CVL" => "Civilian", "REF" => "Refugees", "ELI" => "Elite", "MED" or "JRN" => "Media", "EDU" => "Education", "LAB" => "Labor",
        "BUS" => "Business", "CRM" => "Criminals", "REL" => "Religious", "SPY" => "Intelligence", "UAF" => "Unidentified Forces",
        _ => sector,
    };
}
