using System.Text;
using AiDigest.Cli;
using AiDigest.Core.Diagnostics;

StandardStreams.Reserve();
var terminal = Terminal.OfProcess();
try
{
    // Diagnostics and titles are Russian: whatever the system's code page, what is printed is UTF-8.
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    terminal = Terminal.OfProcess();
    return await CommandTable.Run(args, terminal);
}
catch (Exception failure)
{
    terminal.Error.WriteLine("aidigest: " + terminal.Say(InternalFailure.Describe(failure, details: args.Contains("--verbose"))));
    return ExitCode.Failure;
}
