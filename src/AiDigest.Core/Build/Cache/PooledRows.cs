namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Short rows of values as stretches of long arrays, for what there are ten thousands of and what stays: the collector moves and goes
/// through a few arrays, and not one for each row. For one thread.
/// </summary>
internal sealed class PooledRows<T>
{
    private const int Room = 512;

    private T[] _rows = [];
    private int _used;

    /// <summary>A copy that stays. One that would take a good part of an array has its own array.</summary>
    public ReadOnlyMemory<T> Keep(ReadOnlySpan<T> row)
    {
        if (row.Length > Room / 8)
        {
            return row.ToArray();
        }

        if (row.Length > _rows.Length - _used)
        {
            (_rows, _used) = (new T[Room], 0);
        }

        var kept = _rows.AsMemory(_used, row.Length);
        row.CopyTo(kept.Span);
        _used += row.Length;
        return kept;
    }
}
