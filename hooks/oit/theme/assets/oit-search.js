/*
 * The search worker, which replaces the theme's: same messages, plain substring search.
 *
 * Thai is written without spaces, so an index of words does not work well. Here a page is
 * found if it contains every term of the query; a term in a title counts more than in the
 * text, and a complete word more than a chance hit inside another word (งบ in หนองบัว). The
 * index is loaded on the first query, not with every page.
 */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const MOST_RESULTS = 60;
const NEWEST_BONUS = 4;  // more than a hit in the text, less than one in the title
const SNIPPET_BEFORE = 40, SNIPPET_LENGTH = 260;
const INDEX = new URL("../search/oit.json", self.location.href);

const segmenter = self.Intl && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
let loading = null;

/**
 * Write Thai with one sequence of characters for what looks the same, as `normalize_spelling`
 * of Python does; both scripts have this function.
 * @param {string} text
 */
function normalizeSpelling(text) {
  const order = (mark) => (/[\u0e48-\u0e4b]/.test(mark) ? "1" : mark === "\u0e4c" ? "2" : "0") + mark;
  return text
    .replace(/[\u00ad\u034f\u180e\u200b-\u200f\u2060\ufeff]+/g, "")
    .replace(/[\uf700-\uf71a]/g, (letter) => "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"[letter.charCodeAt(0) - 0xf700])
    .normalize("NFC")
    .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+\u0e32?/g, (marks) => (marks.endsWith("\u0e32") && marks.includes("\u0e4d") ? marks.slice(0, -1).replace("\u0e4d", "") + "\u0e33" : marks))
    .replace(/เเ/g, "แ")
    .replace(/\u0e33[\u0e33\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+/g, (late) => late.replace(/\u0e33/g, "") + late.replace(/[^\u0e33]/g, ""))
    .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g, (marks) => [...new Set(marks)].sort((a, b) => (order(a) < order(b) ? -1 : 1)).join(""));
}

/** Fold a character: double width, Thai digits to Arabic, lower case; keep letters and digits only. */
function foldCharacter(character) {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return foldCharacter(String.fromCharCode(code - 0xfee0));
  if (code >= 0x0e50 && code <= 0x0e59) return String.fromCharCode(code - 0x0e50 + 0x30);
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? character.toLowerCase() : "";
}

/** Fold a text, remembering where each character came from. */
function fold(text) {
  let folded = "";
  const from = [];
  for (let index = 0; index < text.length; index++) {
    const character = foldCharacter(text[index]);
    for (let n = 0; n < character.length; n++) from.push(index);
    folded += character;
  }
  return { text, folded, from };
}

const isDigit = (character) => character >= "0" && character <= "9";

/** Return whether a number found at a place is only part of a longer number. */
function isInsideNumber(field, start, end) {
  const { folded, from, text } = field;
  const joined = (a, b) => isDigit(folded[a]) && isDigit(folded[b]) &&
    /^[.,]?$/.test(text.slice(from[a] + 1, from[b]));
  return (start > 0 && joined(start - 1, start)) || (end < folded.length && joined(end - 1, end));
}

/** Return whether a hit begins and ends at word boundaries. */
function isWholeWord(field, start, end) {
  if (!segmenter) return false;
  const first = field.from[start], last = field.from[end - 1] + 1;
  const offset = Math.max(0, first - 40);
  const edges = new Set([0]);
  for (const { index, segment } of segmenter.segment(field.text.slice(offset, last + 40))) {
    edges.add(index);
    edges.add(index + segment.length);
  }
  return edges.has(first - offset) && edges.has(last - offset);
}

/** Find a term in a field: how often, where first, and whether as a complete word. */
function find(field, term) {
  let count = 0, at = -1, whole = false;
  for (let start = field.folded.indexOf(term); start >= 0; start = field.folded.indexOf(term, start + 1)) {
    if (isInsideNumber(field, start, start + term.length)) continue;
    const isWhole = !whole && isWholeWord(field, start, start + term.length);
    if (at < 0 || isWhole) at = start;
    whole = whole || isWhole;
    if (++count >= 5 && whole) break;
  }
  return count ? { count, at, whole } : null;
}

/** Score a field for a term; 0 if the field does not contain it. */
function weigh(field, term, weight) {
  const hit = find(field, term);
  return hit ? weight * (hit.whole ? 2 : 1) + Math.min(hit.count, 5) * 0.1 : 0;
}

const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Return a text as HTML with every hit of the terms marked. */
function mark(text, terms) {
  const field = fold(text);
  const marked = new Uint8Array(text.length);
  for (const term of terms) {
    for (let start = field.folded.indexOf(term); start >= 0; start = field.folded.indexOf(term, start + 1)) {
      if (!isInsideNumber(field, start, start + term.length)) {
        marked.fill(1, field.from[start], field.from[start + term.length - 1] + 1);
      }
    }
  }
  let html = "", index = 0;
  while (index < text.length) {
    let end = index + 1;
    while (end < text.length && marked[end] === marked[index]) end++;
    const piece = escapeHtml(text.slice(index, end));
    html += marked[index] ? `<mark data-md-highlight>${piece}</mark>` : piece;
    index = end;
  }
  return html;
}

/** Return the part of a text around its first hit, as HTML. */
function snippet(field, terms) {
  const starts = terms.map((term) => find(field, term)).filter(Boolean).map((hit) => field.from[hit.at]);
  const start = starts.length ? Math.max(0, Math.min(...starts) - SNIPPET_BEFORE) : 0;
  const end = start + SNIPPET_LENGTH;
  const text = field.text.slice(start, end);
  return (start ? "…" : "") + mark(text, terms) + (end < field.text.length ? "…" : "");
}

function prepare(page) {
  // A page's text begins with its title, which the result already shows.
  const start = page.text.indexOf(page.title);
  const text = start >= 0 && start < 80 ? page.text.slice(start + page.title.length).trim() : page.text;
  // The same item may exist in every year, so results of older years name the year.
  const year = page.rank ? null : page.location.match(/\b\d{4}\b/);
  return {
    ...page,
    note: year ? ` (ปี ${year[0]})` : "",
    title: fold(page.title),
    text: fold(text),
    keys: fold(page.keys),
    sections: page.sections.map((section) => ({ id: section.id, title: fold(section.title), text: fold(section.text) })),
  };
}

/** Load the index; after a failure the next query tries again. */
function load() {
  loading ??= fetch(INDEX)
    .then((response) => response.json())
    .then((index) => index.pages.map(prepare))
    .catch(() => { loading = null; return []; });
  return loading;
}

function search(pages, query) {
  const terms = [...new Set(query.split(/[\s"+~^*:]+/).map((term) => fold(normalizeSpelling(term)).folded).filter(Boolean))];
  if (!terms.length) return [];
  const found = [];
  for (const page of pages) {
    let score = 0;
    const everywhere = terms.every((term) => {
      const weight = weigh(page.title, term, 8) + weigh(page.keys, term, 6) + weigh(page.text, term, 1);
      score += weight;
      return weight > 0;
    });
    if (everywhere) found.push({ page, score: score + NEWEST_BONUS * page.rank });
  }
  found.sort((a, b) => b.score - a.score);
  const shown = Object.fromEntries(terms.map((term) => [term, true]));
  return found.slice(0, MOST_RESULTS).map(({ page, score }) => {
    const result = (location, title, text, points) => ({ location, title: mark(title.text, terms), text: snippet(text, terms), score: points, terms: shown });
    const sections = page.sections
      .map((section) => ({ section, points: terms.reduce((sum, term) => sum + weigh(section.title, term, 4) + weigh(section.text, term, 1), 0) }))
      .filter(({ points }) => points > 0)
      .map(({ section, points }) => result(`${page.location}#${section.id}`, section.title, section.text, Math.min(points, score)));
    const whole = result(page.location, page.title, page.text, score);
    return [{ ...whole, title: whole.title + page.note }, ...sections.sort((a, b) => b.score - a.score)];
  });
}

addEventListener("message", async ({ data: message }) => {
  if (message.type === SETUP) {
    postMessage({ type: READY });
  } else if (message.type === QUERY) {
    const items = message.data.trim() ? search(await load(), message.data) : [];
    postMessage({ type: RESULT, data: { items } });
  }
});
