using System.Globalization;
using AiDigest.Core.Build;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AiDigest.Cli.Reports;

/// <summary>
/// Shows on a terminal how far a long build has come: a line a stage with its count, rate and time left, redrawn in place and gone at the
/// end. It looks at the build from its own thread, and a build that ends before anyone would wonder shows nothing at all. The one user
/// of Spectre.Console.
/// </summary>
internal sealed class ProgressDisplay : IDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _ended = new();
    private readonly BuildProgress _progress;
    private readonly Terminal _terminal;
    private readonly Thread _showing;

    private ProgressDisplay(BuildProgress progress, Terminal terminal, TimeSpan patience)
    {
        (_progress, _terminal) = (progress, terminal);
        _showing = new Thread(() => Show(patience)) { IsBackground = true };
        _showing.Start();
    }

    /// <param name="patience">How long a build runs before it is shown.</param>
    public static ProgressDisplay Start(BuildProgress progress, Terminal terminal, TimeSpan? patience = null) =>
        new(progress, terminal, patience ?? Usual);

    /// <summary>Takes the display away; from any thread, and more than once if need be.</summary>
    public void Dispose()
    {
        _ended.Set();
        _showing.Join();
    }

    private void Show(TimeSpan patience)
    {
        // A build that waits for another one has no stage yet, and has said why in plain words.
        for (var wait = patience; !_ended.Wait(wait); wait = Step)
        {
            if (_progress.Now is not null)
            {
                var rates = new Rates();
                Console().Progress().AutoClear(true).AutoRefresh(false).Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(),
                        new RateColumn(rates), new LeftColumn(rates))
                    .Start(Follow);
                return;
            }
        }
    }

    private IAnsiConsole Console() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(_terminal.Error),
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = _terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
    });

    private void Follow(ProgressContext context)
    {
        RunningStage? shown = null;
        ProgressTask? task = null;
        do
        {
            var now = _progress.Now!;
            if (now != shown)
            {
                task?.Value(task.MaxValue).StopTask();
                task = context.AddTask(
                    Markup.Escape(_terminal.Say(CliMessages.Stage(now.Name))), maxValue: Math.Max(1, now.Total))
                    .IsIndeterminate(now.Total == 0);
                shown = now;
            }

            task!.Value(now.Done);
            context.Refresh();
        }
        while (!_ended.Wait(Step));
    }

    /// <summary>How many of how many.</summary>
    private sealed class CountColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(
            task.IsIndeterminate ? "" : string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}")).RightJustified();
    }

    /// <summary>How many a second, since the stage is shown.</summary>
    private sealed class RateColumn(Rates rates) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(
            rates.Of(task) is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate:0}/s") : "").RightJustified();
    }

    /// <summary>How long it takes at that rate until the stage is over.</summary>
    private sealed class LeftColumn(Rates rates) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(
            rates.Of(task) is { } rate ? TimeSpan.FromSeconds(Math.Ceiling((task.MaxValue - task.Value) / rate))
                .ToString("c", CultureInfo.InvariantCulture) : "").RightJustified();
    }

    /// <summary>
    /// The rates of stages. (The library's own goes by the last steps, and jumps to thousands of millions where a stage ends between two
    /// looks.)
    /// </summary>
    private sealed class Rates
    {
        private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

        private readonly Dictionary<int, double> _before = [];

        /// <summary>Things a second; null where that is not known yet.</summary>
        public double? Of(ProgressTask task)
        {
            // The speed before the stage was shown is not known.
            _before.TryAdd(task.Id, task.Value);
            var done = task.Value - _before[task.Id];
            return !task.IsIndeterminate && done > 0 && task.ElapsedTime is { } time && time >= Least ? done / time.TotalSeconds : null;
        }
    }
}
