using System.Text;
using AiDigest.Cli;

// Diagnostics and titles are Russian: whatever the system's code page, what is printed is UTF-8.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandTable.Run(args, Terminal.OfProcess());
