// `tags` would make a collection of each tag.
export default { layout: "entry.njk", permalink: (data) => `${data.page.filePathStem.replace("/entries", "")}/index.html` };
