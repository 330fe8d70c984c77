using System.Runtime.ExceptionServices;

namespace AiDigest.Core.Threading;

/// <summary>
/// Work that goes as deep as what it is given, on its own stack: how deep it may go then depends neither on the system nor on who
/// asks.
/// </summary>
internal static class OwnStack
{
    /// <param name="size">Bytes; of these the system gives as many as are used.</param>
    /// <param name="work">Its exceptions arrive at the caller.</param>
    public static T Run<T>(int size, Func<T> work)
    {
        var result = default(T)!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
#pragma warning disable CA1031 // Not swallowed: thrown again on the thread that asked.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            size);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
