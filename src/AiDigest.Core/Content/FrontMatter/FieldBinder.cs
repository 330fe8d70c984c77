using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Folds the keys of a mapping into a record by a table of fields, and finds unknown, blank and missing keys.</summary>
internal static class FieldBinder
{
    /// <param name="given">One bit for each field of the table that was given; those set beforehand are not missed.</param>
    public static T Bind<T>(YamlNode mapping, Field<T>[] fields, T record, ValueReader read, ref ulong given)
    {
        foreach (var (key, node) in mapping.Pairs!)
        {
            var index = IndexOf(fields, key.Text);
            if (index < 0)
            {
                // What it means is misspelled, not missing: one mistake, one diagnostic.
                given |= Unknown(key, fields, read) is { } near ? 1UL << IndexOf(fields, near) : 0;
                continue;
            }

            given |= 1UL << index;
            var field = fields[index];
            var value = new YamlValue(field.Name, key, node);
            if (!node.IsBlank || field.Type == FieldType.Body)
            {
                record = field.Bind(record, value, read);
            }
            else if (!read.IsCutByHash(value, field.Type) && field.Presence != Presence.Optional)
            {
                read.Diagnostics.Add(Catalogue.BlankValue, key, Messages.ValueBlank(field.Name));
            }
        }

        return record;
    }

    public static T Bind<T>(YamlNode mapping, Field<T>[] fields, T record, ValueReader read)
    {
        var given = 0UL;
        record = Bind(mapping, fields, record, read, ref given);
        Missing(mapping, fields, read, given);
        return record;
    }

    public static void Missing<T>(YamlNode mapping, Field<T>[] fields, ValueReader read, ulong given)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Presence == Presence.Required && (given & (1UL << i)) == 0)
            {
                var at = mapping.Pairs is [var first, ..] ? first.Key : mapping;
                read.Diagnostics.Add(
                    Catalogue.MissingKey, at, Messages.KeyMissing(fields[i].Name));
            }
        }
    }

    private static int IndexOf<T>(Field<T>[] fields, string name)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <returns>The field that the key most probably means.</returns>
    private static string? Unknown<T>(YamlNode key, Field<T>[] fields, ValueReader read)
    {
        var name = key.Text;
        var names = Array.ConvertAll(fields, field => field.Name);
        var near = name.Length > 40 || read.Diagnostics.IsFull ? null : NearestName.Of(name, names);
        var fixedText = near is not null && key.EndLine == key.Line
            ? Quoting.Replace(read.Source.Line(key.Line), key.Column, key.EndColumn, near)
            : null;
        read.Diagnostics.Add(
            Catalogue.UnknownKey, key,
            Messages.UnknownKey(name, near), fixedText);
        return near;
    }
}
