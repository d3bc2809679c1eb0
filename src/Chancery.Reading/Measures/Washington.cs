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
            if (clauses.Words[i].Form is "Congress" or "GOP" or "Republican" or "Republicans" or "Democrats" or "Democrat" or "Pentagon" or "Senate" or "Senator" || clauses.Lemma(i) is "legislation" or "administration") return true;
        return false;
    }
}
