using Chancery.Desk.Briefing;
using Chancery.Records.Briefing;
using Chancery.Records.Claims;
using NodaTime;

namespace Chancery.Tests.Briefing;

/// <summary>Three issues as readers get them: a busy evening, a quiet one, and one that was corrected afterwards.</summary>
internal static class MadeIssues
{
    private static readonly LocalDate Evening = new(2022, 3, 18);
    private static readonly Dyad Tanzania = Dyad.Of("SWE", "TZA"), Malawi = Dyad.Of("NOR", "MWI"), Zimbabwe = Dyad.Of("EEC", "ZWE"), Bolivia = Dyad.Of("COL", "BOL");

    public static ReaderIssue Busy => Issue(41,
        Entry(EntryKind.Change, Zimbabwe, Words.Of("Travel bans lifted (European Union → Zimbabwe). Said by Josep Borrell; 3 independent sources."),
            "The European Union removed the travel bans on four senior officials on Friday, its foreign policy chief Josep Borrell said.", "Meridian Wire", 6),
        Entry(EntryKind.Change, Tanzania, "Reinstatement of budget support authorised, not yet in effect (Sweden → Tanzania); it stays suspended since " + Words.Date("2018-11") + ". Said by the Ministry for Foreign Affairs.",
            "The Swedish government has authorized the reinstatement of its budget support for Tanzania, the Ministry for Foreign Affairs in Stockholm said on Friday.", "The Baltic Courier", 5),
        Entry(EntryKind.Change, Tanzania, "Development loans: still suspended (Sweden → Tanzania), since " + Words.Date("2019-01") + ". Said by Ann Linde.",
            "She stressed that the freeze on new loans remains in effect.", "The Baltic Courier", 2),
        Entry(EntryKind.Change, Malawi, Words.Of("Suspension of school meals threatened (Norway → Malawi). Said by Anniken Huitfeldt."),
            "Norway would have to suspend the school meals if the audit did not come by June, Foreign Minister Anniken Huitfeldt warned.", "The Lakeside Post", 2, late: true),
        Entry(EntryKind.Statement, Tanzania, Words.Of("Samia Suluhu Hassan, President (Tanzania) said."),
            "\"We have kept our word,\" she said in a televised address, adding that her government would publish its audit reports by the end of April.", "The Baltic Courier", 3),
        Entry(EntryKind.Turn, Tanzania, "Relations of Sweden and Tanzania thaw, where they froze by the last word of " + Words.Date("2019-01-22") + "; it comes with: reinstatement of budget support authorised.",
            "Relations between the two countries have been thawing since last year, when Linde and her Tanzanian counterpart met in Nairobi.", "The Baltic Courier", 4),
        Entry(EntryKind.Contradiction, Bolivia, Words.Of("Reports disagree on joint border patrols (Colombia → Bolivia): reinstatement (Ministry of Defence), but suspension (La Razon). A person has to decide."),
            "The patrols had not been resumed, whatever Bogota said, the paper wrote.", "Andean Monitor", 3),
        Entry(EntryKind.Correction, Malawi, "Correction to issue 39 of " + Words.Date("2022-03-16") + ", which said: “Food aid cancelled (Norway → Malawi). Said by The Lakeside Post.” That was read wrongly; right is change reduce (Ana Reyes: the report speaks of a third).",
            "Norway cancelled a third of its food aid to Malawi on Tuesday.", "The Lakeside Post", 5),
        Entry(EntryKind.Tomorrow, Zimbabwe, "Arms embargo (European Union → Zimbabwe): expiry tomorrow, " + Words.Date("2022-03-19") + ". Said by the Council of the EU.",
            "The embargo runs until 19 March unless the ministers prolong it.", "Meridian Wire", 2),
        Entry(EntryKind.DateDoubt, Bolivia, "The date of wrong-date.txt, " + Words.Date("2018-06-12") + ", was not believed; it is taken to be of " + Words.Date("2022-03-18") + ": the stated date is the date of a story it points to.",
            "Farmers in Santa Cruz are demanding help after the loss of their largest market. (12.06.2018)", "wrong-date.txt", 1));

    public static ReaderIssue Quiet => Issue(42);

    public static ReaderIssue Corrected
    {
        get
        {
            var wrong = Entry(EntryKind.Change, Malawi, Words.Of("Food aid cancelled (Norway → Malawi). Said by The Lakeside Post."), "Norway cancelled a third of its food aid to Malawi on Tuesday.", "The Lakeside Post", 4);
            var right = Entry(EntryKind.Change, Tanzania, Words.Of("Development loans: still suspended (Sweden → Tanzania). Said by Ann Linde."), "She stressed that the freeze on new loans remains in effect.", "The Baltic Courier", 2);
            return Issue(39, wrong, right) with
            {
                MarkOf = e => ReferenceEquals(e, wrong) ? new CorrectionMark(new LocalDate(2022, 3, 19), "That was read wrongly; right is change reduce (Ana Reyes: the report speaks of a third).") : null,
            };
        }
    }

    private static BriefingEntry Entry(EntryKind kind, Dyad between, Words line, string quote, string source, double novelty, bool late = false) => new(
        kind, between, line, quote, source, late ? Evening.PlusDays(-2) : Evening, 1, ["c1"], [], late, new Score(novelty, 0, 0));

    private static ReaderIssue Issue(long number, params BriefingEntry[] entries) =>
        new(Evening, number, FitReading.To(entries, Interest.Everything), Dates.English, new Uri("https://desk.example"), _ => null);
}
