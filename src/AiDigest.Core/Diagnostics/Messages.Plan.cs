namespace AiDigest.Core.Diagnostics;

/// <summary>Where an old address can be noted.</summary>
public enum AliasPlace
{
    /// <summary>Nowhere: the page follows from entries.</summary>
    None,

    /// <summary>Under <c>aliases</c> of an entry or standing page.</summary>
    Source,

    /// <summary>Under <c>aliases</c> of a tag in tags.yaml.</summary>
    Tag,
}

public static partial class Messages
{
    public static Message AddressGone(string address, AliasPlace place) => new(
        $"the address /{address} of the last build disappears" + place switch
        {
            AliasPlace.Source => "; add it to `aliases` if its page has moved",
            AliasPlace.Tag => "; if the tag has another name now, put its old one under `aliases` of that tag in content/tags.yaml",
            _ => "",
        },
        $"адрес /{address} был в прошлой сборке, а теперь исчезает" + place switch
        {
            AliasPlace.Source => "; если страница переехала, добавьте его в `aliases`",
            AliasPlace.Tag => "; если тег переименован, запишите старое имя в `aliases` нового тега в content/tags.yaml",
            _ => "",
        });
}
