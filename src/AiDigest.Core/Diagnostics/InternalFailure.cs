using System.Diagnostics;

namespace AiDigest.Core.Diagnostics;

/// <summary>What an author is told of a bug of the tool: an apology and an id to report, and no stack trace unless asked for.</summary>
public static class InternalFailure
{
    private const int Frames = 4;

    /// <param name="details">Whether to add the stack trace.</param>
    public static Message Describe(Exception failure, bool details)
    {
        var root = Root(failure);
        var isMemory = root is OutOfMemoryException;
        var id = Id(root);
        var english =
            $"sorry, the tool failed ({id}): "
            + $"{(isMemory ? "there was not enough memory" : "this is a bug of the tool, and not a mistake of yours")}; "
            + "the last good site is as it was. ";
        var russian =
            $"простите, программа сломалась ({id}): {(isMemory ? "не хватило памяти" : "это ошибка в программе, а не у вас")}; "
            + $"последний удачный сайт не изменился. ";
        return details
            ? new Message(
                $"{english}Please report all of this.\n{failure}", $"{russian}Пожалуйста, сообщите нам весь этот текст.\n{failure}")
            : new Message(
                $"{english}Please report the id; --verbose shows what to report with it",
                $"{russian}Пожалуйста, сообщите нам номер; с --verbose видно, что к нему приложить");
    }

    /// <summary>The same for the same failure at the same place: a few letters of its kind and of the methods that led to it.</summary>
    internal static string Id(Exception failure)
    {
        var text = failure.GetType().Name;
        foreach (var frame in new StackTrace(failure, fNeedFileInfo: false).GetFrames().Take(Frames))
        {
            text += DiagnosticMethodInfo.Create(frame) is { } method ? $" {method.DeclaringTypeName}.{method.Name}" : "";
        }

        // FNV-1a with 32 bits: an id of eight digits is short enough to be read aloud.
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return $"AI-{hash:x8}";
    }

    private static Exception Root(Exception failure) => failure switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Root(first),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Root(inner),
        _ => failure,
    };
}
