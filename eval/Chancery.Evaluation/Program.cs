using Chancery.Evaluation;

return args switch
{
    ["pages", ..] => Chancery.Evaluation.Pages.PagesEvaluation.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name a layer: pages.");
    return 2;
}
