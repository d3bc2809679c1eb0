using Chancery.Reading;
using Chancery.Reports;
using Chancery.Training;
using Chancery.Training.Events;
using Chancery.Training.Headlines;
using Chancery.Training.Lemmas;
using Chancery.Training.Pages;
using Chancery.Training.Statements;
using Chancery.Training.Syntax;
using Chancery.Training.Times;
using Chancery.Training.Tokens;

// chancery-training RECIPE TREEBANK MODEL: the same recipe over the same treebank gives the same bytes.
switch (args)
{
    case ["words", var folder, var model]:
        LearnWords.Run(new Treebank(folder), model);
        return 0;
    case ["lemmas", var folder, var wordNet, var model]:
        LearnLemmas.Run(new Treebank(folder), wordNet, model);
        return 0;
    case ["times", var folder, var model]:
        TimeFilterRecipe.Write(TimedText.Corpora.SelectMany(name => TimedText.Load(Path.Combine(folder, name))), model);
        return 0;
    case ["times-years", var folder, var models, var model]:
        var sentences = new Pipeline([EnglishNews.Syntax(models)]);
        YearChoiceRecipe.Write(TimedText.Corpora.SelectMany(name => TimedText.Load(Path.Combine(folder, name))).Select(t => (t, sentences.Read(t.Report).Reading!)), model);
        return 0;
    case ["syntax", var folder, var model, var vectors, .. var settings]:
        return TrainSyntax.Run(new Treebank(folder), model, vectors, settings);
    case ["syntax-further", var folder, var from, var model, .. var settings]:
        return TrainSyntax.Further(new Treebank(folder), from, model, settings);
    case ["headlines", var count, var seed]:
        WriteHeadlines.Print(Console.Out, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["page-blocks", ..]:
        return TrainBlocks.Run(args[1..]);
    case ["event-types", var corpora, var models, var model]:
        new TrainEventTypes(corpora, models).All().Save(model);
        return 0;
    case ["page-titles", ..]:
        return TrainCandidates.Titles(args[1..]);
    case ["page-bylines", ..]:
        return TrainCandidates.Bylines(args[1..]);
    case ["page-days", ..]:
        return TrainDays.Run(args[1..]);
    case ["statements", var corpus, var vectors, var models]:
        StatementRecipe.Write(corpus, vectors, models);
        return 0;
    case ["statements-fold", var corpus, var vectors, var models, var fold, var found]:
        StatementRecipe.HoldOut(corpus, vectors, models, int.Parse(fold, System.Globalization.CultureInfo.InvariantCulture), found);
        return 0;
    default:
        Console.Error.WriteLine("Name a recipe (syntax, syntax-further, headlines, words, lemmas, page-titles, page-blocks, page-bylines, page-days, times, times-years, event-types, statements), the folder of the treebank, pages or timex corpora and the model file to write.");
        return 2;
}
