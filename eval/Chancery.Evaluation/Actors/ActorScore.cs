using Chancery.Reports;

namespace Chancery.Evaluation.Actors;

/// <summary>Counts what was right over documents; with errors told on the way where asked.</summary>
internal sealed class ActorScore(bool tellErrors)
{
    private int _persons, _found, _role, _country, _both, _stateLabels, _statesFound, _stateAnswers, _statesRight;

    public void Add(Report report, IReadOnlyList<Actor> actors, List<ActorLabel> labels)
    {
        foreach (var label in labels.Where(l => l.Kind == LabelKind.Person)) Person(report, actors, label);
        States(report, actors, labels);
    }

    private void Person(Report report, IReadOnlyList<Actor> actors, ActorLabel label)
    {
        var answer = actors.FirstOrDefault(a => a.Kind == ActorKind.Person && a.Mentions.Any(m => m.Span.Overlaps(label.Span)));
        bool role = answer is not null && label.AcceptsRole(answer.Role), country = answer is not null && label.Accepts(answer.Code);
        _persons++;
        if (answer is not null) _found++;
        if (role) _role++;
        if (country) _country++;
        if (role && country) _both++;
        else
            Tell(report, $"person “{label.Span.Cut(report.Text)}” should be {string.Join('/', label.Roles)}, {string.Join('/', label.Codes)}; is "
                + (answer is null ? "not found" : $"{answer.Name}: {answer.Role ?? "-"}, {answer.Code ?? "-"}"));
    }

    private void States(Report report, IReadOnlyList<Actor> actors, List<ActorLabel> labels)
    {
        var answers = actors.Where(a => a.Kind != ActorKind.Person && a.Code is not null)
            .SelectMany(a => a.Mentions.Select(m => (a.Kind, a.Code, m.Span))).ToList();
        foreach (var label in labels.Where(l => l.Kind == LabelKind.State))
        {
            _stateLabels++;
            if (answers.Exists(a => a.Span.Overlaps(label.Span) && label.Accepts(a.Code))) _statesFound++;
            else Tell(report, $"state “{label.Span.Cut(report.Text)}” {label.Codes[0]} at {label.Span} missed");
        }
        foreach (var (kind, code, span) in answers)
        {
            var beside = labels.FindAll(l => l.Kind != LabelKind.Person && l.Span.Overlaps(span));
            if (beside.Exists(l => l.Kind == LabelKind.Skip)) continue;
            if (beside.Count == 0 && (kind != ActorKind.State || !IsName(report.Text, span))) continue;
            bool right = beside.Exists(l => l.Accepts(code));
            if (right && !beside.Exists(l => l.Kind == LabelKind.State)) continue;
            _stateAnswers++;
            if (right) _statesRight++;
            else Tell(report, $"“{span.Cut(report.Text)}” at {span} is no {code}");
        }
    }

    /// <summary>Pronouns and common nouns are mentions too, but no names.</summary>
    private static bool IsName(string text, Span span)
    {
        var words = span.Cut(text).Split(' ');
        return words.All(w => w.Length > 0 && (char.IsUpper(w[0]) || w is "of" or "the" or "and")) && words[^1] is not ("It" or "Its" or "They" or "Their");
    }

    private void Tell(Report report, string error)
    {
        if (tellErrors) Console.WriteLine($"    {report.Id}: {error}");
    }

    private static string Percent(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString()
    {
        double precision = _stateAnswers == 0 ? 0 : (double)_statesRight / _stateAnswers, recall = _stateLabels == 0 ? 0 : (double)_statesFound / _stateLabels;
        double f1 = precision + recall == 0 ? 0 : 200 * precision * recall / (precision + recall);
        return $"persons {_persons}: found {Percent(_found, _persons)}, role {Percent(_role, _persons)}, country {Percent(_country, _persons)}, "
            + $"both {Percent(_both, _persons)}; state codes {_stateLabels}: precision {Percent(_statesRight, _stateAnswers)}, "
            + $"recall {Percent(_statesFound, _stateLabels)}, F1 {f1.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
