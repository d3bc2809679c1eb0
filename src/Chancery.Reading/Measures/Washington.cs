using Chancery.Reading.Events.Frames;

namespace Chancery.Reading.Measures;

/// <summary>Bodies and people that English news names without a country where they are Washington's.</summary>
internal sealed class Washington(Clauses clauses)
{
    public const string Code = "USA";

    /// <summary>"the administration", where no other is said.</summary>
    public bool IsMeantBy(int word) => clauses.Lemma(word) is "administration" && clauses.HasChild(word, "the") && clauses.Sentence.Child(word, "amod") < 0 && clauses.Sentence.Child(word, "compound") < 0
        && clauses.Sentence.Child(word, "nmod") < 0;

    /// <summary>Whether the sentence speaks of its parliament, parties or ministries.</summary>
    public bool IsSpokenOf()
    {
        for (int i = 0; i < clauses.Words.Length; i++)
            if (clauses.Words[i].Form == "Congress" && !(i > 0 && clauses.Words[i - 1].Upos == Reports.Upos.PROPN && clauses.Words[i - 1].Form is not ("U.S." or "US" or "American")) || clauses.Words[i].Form is "GOP" or "Republican" or "Republicans" or "Democrats" or "Democrat" or "Pentagon" or "Senate" or "Senator" or "Sen." or "Rep." or "Representative" or "Congressman" or "Congresswoman" or "Capitol" || clauses.Lemma(i) is "legislation" or "administration") return true;
        return false;
    }
}
