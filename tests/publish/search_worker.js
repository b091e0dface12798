// Runs the search worker on the index of a site and prints its answers: node search_worker.js WORKER SITE [LOST FILES] < queries
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const [worker, site, ...lost] = process.argv.slice(2);
const answers = [];
let ask;
const globals = {
  URL, Intl, setTimeout,
  self: { Intl, location: { href: "https://town.example/assets/oit-search.js" } },
  addEventListener: (_, handler) => { ask = handler; },
  postMessage: ({ data }) => { answers.at(-1).push(data.items); },
  fetch: async ({ pathname }) => {
    // On a slow line the titles come first.
    if (!pathname.endsWith("/oit.json")) await new Promise((resolve) => setTimeout(resolve, 20));
    if (lost.some((name) => pathname.endsWith(name))) throw new TypeError("Failed to fetch");
    return { json: async () => JSON.parse(fs.readFileSync(path.join(site, pathname), "utf8")) };
  },
};
vm.runInNewContext(fs.readFileSync(worker, "utf8"), globals);
(async () => {
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) {
    answers.push([]);
    await ask({ data: { type: 2, data: query } });
  }
  console.log(JSON.stringify(answers));
})();
