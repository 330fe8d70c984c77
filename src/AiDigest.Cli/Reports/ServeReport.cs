using System.Globalization;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Preview;

namespace AiDigest.Cli.Reports;

/// <summary>
/// What a preview prints: a few lines for each build. With <c>json</c> each line of standard output is an object: that of a build, or one
/// with the <c>address</c>.
/// </summary>
internal sealed class ServeReport(Terminal terminal, OutputFormat format, bool quiet, bool verbose) : IServeConsole
{
    private const int MostNamed = 3;

    private bool _serving;

    public string Describe(Diagnostic diagnostic) => TextReport.Describe(diagnostic, terminal.Language);

    public void Built(BuildReport report, IReadOnlyList<string> changed, TimeSpan elapsed)
    {
        if (format == OutputFormat.Json)
        {
            JsonReport.Write(terminal, report, (long)elapsed.TotalMilliseconds);
            return;
        }

        if (format == OutputFormat.Github)
        {
            GithubReport.Write(terminal.Out, report, terminal.Language);
        }
        else
        {
            TextReport.Diagnostics(terminal, report);
        }

        if (quiet)
        {
            return;
        }

        if (!_serving)
        {
            TextReport.Skipped(terminal, report);
        }

        var errors = report.Diagnostics.Count(diagnostic => diagnostic.Rule.Severity == Severity.Error);
        var outcome = errors > 0
            ? terminal.Say(CliMessages.LastGoodSiteStays(errors))
            : terminal.Say(TextReport.Holds(report));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Causes(changed)}{outcome}; {elapsed.TotalSeconds:0.00} {terminal.Say(CliMessages.Seconds)}"));
        if (verbose)
        {
            TextReport.Stages(terminal, report);
            TextReport.Fallbacks(terminal, report);
        }
    }

    public void Serving(string address)
    {
        _serving = true;
        if (format == OutputFormat.Json)
        {
            JsonReport.WriteAddress(terminal.Out, address);
        }
        else
        {
            terminal.Out.WriteLine(
                terminal.Say(CliMessages.Serving(address)));
        }

        terminal.Out.Flush();
    }

    public void Warn(Message message) => terminal.Tell(message);

    public string Say(Message message) => terminal.Say(message);

    private string Causes(IReadOnlyList<string> changed) => changed.Count == 0
        ? ""
        : TextReport.Visible(string.Join(", ", changed.Take(MostNamed)))
            + (changed.Count > MostNamed ? terminal.Say(CliMessages.AndMore(changed.Count - MostNamed)) : "") + ": ";
}
