using AiDigest.Core.Model;

namespace AiDigest.Core.Site;

/// <summary>
/// Work that asks for words of the site's language, side by side: which of several missing words is named does not depend on threads.
/// </summary>
internal static class DeterministicParallel
{
    /// <param name="work">May be called twice with one number.</param>
    public static void Run(Action<int, Action<int>> sideBySide, int count, Action<int> work)
    {
        try
        {
            sideBySide(count, work);
        }
        catch (MissingStringException)
        {
            for (var i = 0; i < count; i++)
            {
                work(i);
            }

            throw;
        }
    }
}
