using Chancery.Training;
using Chancery.Training.Lemmas;
using Chancery.Training.Perceptron;

// chancery-training RECIPE TREEBANK MODEL: the same recipe over the same treebank gives the same bytes.
switch (args)
{
    case ["perceptron", var folder, var model]:
        new TrainPerceptron().Run(new Treebank(folder), model);
        return 0;
    case ["lemmas", var folder, var model]:
        LearnLemmas.Run(new Treebank(folder), model);
        return 0;
    default:
        Console.Error.WriteLine("Name a recipe (perceptron, lemmas), the folder of the treebank and the model file to write.");
        return 2;
}
