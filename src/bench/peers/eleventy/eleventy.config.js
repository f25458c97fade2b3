import markdownIt from "markdown-it";
import footnote from "markdown-it-footnote";

const PART = 50;

const byDate = (a, b) => b.date - a.date || (a.url < b.url ? -1 : 1);

// The records of each year and of each item, by the address of their index page.
function groups(records) {
  const found = new Map();
  const add = (url, title, record) => {
    if (!found.has(url)) found.set(url, { url, title, records: [] });
    found.get(url).records.push(record);
  };
  for (const record of records) {
    add(`/fiscal_years/${record.data.fiscal_year}/`, String(record.data.fiscal_year), record);
    add(`/oits/${record.data.oit.toLowerCase()}/`, record.data.oit, record);
  }
  return [...found.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

// The pages of one index.
function chunks(group) {
  const total = Math.ceil(group.records.length / PART);
  const address = (number) => {
    if (number < 1 || number > total) return null;
    return number === 1 ? group.url : `${group.url}page/${number}/`;
  };
  return Array.from({ length: total }, (_, i) => ({
    title: group.title,
    records: group.records.slice(i * PART, (i + 1) * PART),
    number: i + 1,
    total,
    url: address(i + 1),
    previous: address(i),
    next: address(i + 2),
  }));
}

export default function (config) {
  config.setLibrary("md", markdownIt({ html: false }).use(footnote));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addPassthroughCopy({ static: "/" });
  const records = (api) => api.getFilteredByTag("record").slice().sort(byDate);
  config.addCollection("latest", (api) => records(api).slice(0, 20));
  config.addCollection("groups", (api) => groups(records(api)));
  config.addCollection("chunks", (api) => groups(records(api)).flatMap(chunks));
  return {
    dir: { input: "content", includes: "../_includes", output: "public" },
    markdownTemplateEngine: false,
  };
}
