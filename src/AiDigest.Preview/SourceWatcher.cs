using AiDigest.Core.Diagnostics;

namespace AiDigest.Preview;

/// <summary>
/// Tells a <see cref="ChangeQueue"/> of changes below <c>content/</c> and <c>templates/</c>. Each folder has its own watcher, and one
/// on the root sees the two folders themselves go and come: to watch the root with all below it would spend the system's watches on the
/// output of builds. A root that is deleted and created again is another folder, and the system reports nothing of it. The root is checked
/// twice a second. Where the system has no watches left, it falls back to polling.
/// </summary>
internal sealed class SourceWatcher : IDisposable
{
    private static readonly string[] Folders = ["content", "templates"];
    private static readonly TimeSpan RootLook = TimeSpan.FromMilliseconds(500);

    private readonly string _root;
    private readonly ChangeQueue _queue;
    private readonly Action<Message> _warn;
    private readonly Func<string, FileSystemWatcher> _make;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);
    private readonly Timer? _rootLook;
    private SourcePoller? _poller;
    private bool _rootMayBeNew;
    private bool _ended;

    /// <param name="root">Full path of the site root.</param>
    /// <param name="warn">Takes a sentence where watching does not work.</param>
    /// <param name="make">Makes a watcher of a folder; a parameter so that its failure can be tried.</param>
    public SourceWatcher(string root, ChangeQueue queue, bool poll, Action<Message> warn, Func<string, FileSystemWatcher>? make = null)
    {
        (_root, _queue, _warn, _make) = (root, queue, warn, make ?? (folder => new FileSystemWatcher(folder)));
        if (poll)
        {
            _poller = new SourcePoller(root, Folders, queue);
            return;
        }

        WatchAll();
        _rootLook = new Timer(_ => LookAtRoot(), null, RootLook, RootLook);
    }

    public bool IsPolling
    {
        get
        {
            lock (_gate)
            {
                return _poller is not null;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _rootLook?.Dispose();
            Drop();
            _poller?.Dispose();
        }
    }

    private void WatchAll()
    {
        Guarded(WatchRoot);
        foreach (var folder in Folders)
        {
            Guarded(() => Watch(folder));
        }
    }

    private void LookAtRoot()
    {
        lock (_gate)
        {
            if (_ended || _poller is not null)
            {
                return;
            }

            if (!Directory.Exists(_root))
            {
                _rootMayBeNew = true;
                return;
            }

            if (!_rootMayBeNew)
            {
                return;
            }

            _rootMayBeNew = false;
            Drop();
            WatchAll();
        }

        _queue.AddUnknown();
    }

    private void WatchRoot()
    {
        var watcher = _make(_root);
        _watchers[""] = watcher;
        watcher.NotifyFilter = NotifyFilters.DirectoryName;
        watcher.Created += (_, e) => FolderChanged(e.Name);
        watcher.Deleted += (_, e) => FolderChanged(e.Name);
        watcher.Renamed += (_, e) =>
        {
            FolderChanged(e.OldName);
            FolderChanged(e.Name);
        };
        watcher.Error += (_, e) => Failed(e.GetException());
        watcher.EnableRaisingEvents = true;
    }

    private void Watch(string folder)
    {
        if (_watchers.Remove(folder, out var old))
        {
            old.Dispose();
        }

        var full = Path.Combine(_root, folder);
        if (!Directory.Exists(full))
        {
            return;
        }

        var watcher = _make(full);
        _watchers[folder] = watcher;
        watcher.IncludeSubdirectories = true;
        watcher.InternalBufferSize = 64 * 1024;
        watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
        watcher.Created += (_, e) => Add(folder, e.Name);
        watcher.Changed += (_, e) => Add(folder, e.Name);
        watcher.Deleted += (_, e) => Add(folder, e.Name);
        watcher.Renamed += (_, e) =>
        {
            Add(folder, e.OldName);
            Add(folder, e.Name);
        };
        watcher.Error += (_, e) => Failed(e.GetException());
        watcher.EnableRaisingEvents = true;
    }

    private void Add(string folder, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            _queue.AddUnknown();
            return;
        }

        var path = folder + "/" + name.Replace('\\', '/');
        // The system tells of a folder too when a file in it comes or goes; the file itself says more.
        if (!Directory.Exists(Path.Combine(_root, path)))
        {
            _queue.Add(path);
        }
        else if (HasFiles(Path.Combine(_root, path)))
        {
            _queue.AddUnknown();
        }
    }

    private void FolderChanged(string? name)
    {
        if (name is not null && Folders.Contains(name))
        {
            Guarded(() =>
            {
                // A folder goes alone, or with the root.
                _rootMayBeNew |= !Directory.Exists(Path.Combine(_root, name));
                Watch(name);
            });
            _queue.AddUnknown();
        }
    }

    private void Failed(Exception failure)
    {
        if (failure is not InternalBufferOverflowException)
        {
            Guarded(() => Poll(failure));
        }

        _queue.AddUnknown();
    }

    private void Guarded(Action work)
    {
        lock (_gate)
        {
            if (_ended || _poller is not null)
            {
                return;
            }

            try
            {
                work();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                Poll(e);
            }
        }
    }

    private void Poll(Exception failure)
    {
        Drop();
        _poller = new SourcePoller(_root, Folders, _queue);
        _warn(PreviewMessages.Polling(failure.Message.TrimEnd('.')));
    }

    private void Drop()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }

        _watchers.Clear();
    }

    private static bool HasFiles(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
