namespace AiDigest.Core.Content.Yaml;

/// <summary>A value with the key it was given for.</summary>
/// <param name="Name">The name for messages: the key, or that of the list an item is in.</param>
internal readonly record struct YamlValue(string Name, YamlNode Key, YamlNode Node, bool IsItem = false)
{
    /// <summary>The subject of a message.</summary>
    public string Subject => IsItem ? "an item of " + Name : Name;

    public YamlValue Item(YamlNode item) => new(Name, Key, item, IsItem: true);
}
