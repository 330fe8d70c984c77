// The same digest in Eleventy. Pages of tags are made from one list of all of them, because its own pagination goes over one list only.
const SIZE = 20;
const newest = (api) => api.getFilteredByGlob("src/entries/**/*.md").sort((a, b) => b.date - a.date || a.url.localeCompare(b.url));

function tags(api) {
  const found = {};
  for (const entry of newest(api)) for (const tag of entry.data.tags) (found[tag] ??= []).push(entry);
  return Object.keys(found).sort().map((name) => ({ name, entries: found[name] }));
}

export default function (eleventy) {
  eleventy.setUseGitIgnore(false);
  eleventy.addPassthroughCopy({ "src/site.css": "site.css" });
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("rfc822", (date) => date.toUTCString().replace("GMT", "+0000"));
  eleventy.addCollection("newest", newest);
  eleventy.addCollection("tagList", (api) => tags(api).map(({ name, entries }) => ({ name, count: entries.length, feed: entries.slice(0, SIZE) })));
  eleventy.addCollection("tagParts", (api) => tags(api).flatMap(({ name, entries }) => {
    const parts = [];
    for (let first = 0; first < entries.length; first += SIZE)
      parts.push({ name, number: first / SIZE + 1, last: Math.ceil(entries.length / SIZE), entries: entries.slice(first, first + SIZE) });
    return parts;
  }));
  return { dir: { input: "src", includes: "../_includes" }, markdownTemplateEngine: false };
}
