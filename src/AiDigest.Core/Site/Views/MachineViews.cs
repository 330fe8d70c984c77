namespace AiDigest.Core.Site.Views;

/// <summary>What a file for programs says of the site.</summary>
/// <param name="Count">Entries of the site.</param>
public sealed record MachineFactsView(string Title, string Description, string Language, string Url, long Count) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("title", Title);
        writer.Text("description", Description);
        writer.Text("language", Language);
        writer.Text("url", Url);
        writer.Number("count", Count);
    }
}

/// <summary>A part of the list of papers.</summary>
/// <param name="Month"><c>YYYY-MM</c>.</param>
public sealed record ApiPartView(string Month, string Url, long Count) : IView
{
    public void Describe(IViewWriter writer)
    {
        writer.Text("month", Month);
        writer.Text("url", Url);
        writer.Number("count", Count);
    }
}
