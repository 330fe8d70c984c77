# What Jekyll does not make of itself: lists by 20, a page and a feed a tag, the site map.
class Lists < Jekyll::Generator
  SIZE = 20

  def generate(site)
    @site = site
    papers = site.collections["entries"].docs.sort_by { |paper| [-paper.date.to_i, paper.url] }
    tags = papers.flat_map { |paper| paper.data["tags"] }.uniq.sort.to_h { |tag| [tag, []] }
    papers.each { |paper| paper.data["tags"].each { |tag| tags[tag] << paper } }
    list("", "home", "Новое", papers, "/index.xml")
    tags.each { |tag, of| list("tags/#{tag}/", "tag", tag, of, "/tags/#{tag}/index.xml") }
    groups = tags.map { |tag, of| { "name" => tag, "count" => of.size } }
    page("tags/index.html", "tags", "title" => "Теги", "groups" => groups)
    page("sitemap.xml", "sitemap", "papers" => papers, "groups" => groups)
  end

  private

  # The pages of a list and its feed.
  def list(folder, layout, title, papers, feed)
    slices = papers.each_slice(SIZE).to_a
    address = ->(number) { number == 1 ? "/#{folder}" : "/#{folder}page/#{number}/" if number.between?(1, slices.size) }
    slices.each.with_index(1) do |slice, number|
      page("#{address[number][1..]}index.html", layout, "title" => title, "papers" => slice, "feed" => feed, "number" => number,
           "total" => slices.size, "newer" => address[number - 1], "older" => address[number + 1])
    end
    page(feed[1..], "feed", "title" => title, "papers" => papers.first(SIZE), "of" => "/#{folder}")
  end

  def page(path, layout, data)
    folder, name = File.split(path)
    made = Jekyll::PageWithoutAFile.new(@site, @site.source, folder == "." ? "" : folder, name)
    made.content = ""
    made.data.merge!(data, "layout" => layout)
    @site.pages << made
  end
end
