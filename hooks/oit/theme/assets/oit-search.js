/*
 * The search worker, which replaces the theme's: same messages, plain substring search.
 *
 * Thai is written without spaces, so an index of words does not work well. Here a page is
 * found if it contains every term of the query; a term in a title counts more than in a heading,
 * there more than in the text, and a complete word more than a chance hit inside another word
 * (งบ in หนองบัว). A term that no page contains is replaced by the nearest spelling that one does.
 *
 * The index is loaded when the search is opened, not with every page. What the titles alone
 * answer is shown while the texts are still loading, and what the newest year answers while older
 * years are; these are loaded when something is searched for, the newest first.
 */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const MOST_RESULTS = 60, MOST_SECTIONS = 6;
const IN_TITLE = 8, IN_KEYS = 6, IN_HEADING = 5, IN_TEXT = 1;
const NEWEST_BONUS = 4;  // more than a hit in the text, less than one in a heading
const MOST_HITS = 8;  // a single letter is everywhere
const SNIPPET_BEFORE = 40, SNIPPET_LENGTH = 260;
const SHORTEST_WORD = 4;  // shorter words have too many neighbours
const YEARS_AT_ONCE = 3;
const MOST_CORRECTED = 8;  // terms of a query; a pasted paragraph is not a typing error

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

function fold(text) {
  // Classes of Unicode are slow: first what most texts consist of, and the few others one by one.
  return text
    .replace(/[\0-\/:-@[-`{-\u00a0\u2000-\u206f\ud800-\udfff]+/g, "")
    .toLowerCase()
    .replace(/[^0-9a-z\u0e01-\u0e3a\u0e40-\u0e4e]/g, foldCharacter);
}

/** Leave out the marks that are most often missing or wrong: tones, ็, ์. */
function withoutTones(folded) {
  return folded.replace(/[\u0e47-\u0e4e]/g, "");
}

const lengths = new Map();

/** Return how many characters a character is folded to. */
function foldedLength(character) {
  let length = lengths.get(character);
  if (length === undefined) lengths.set(character, length = foldCharacter(character).length);
  return length;
}

/** A text in which terms are found. What few texts are asked for is made when it is asked for. */
class Field {
  constructor(text) {
    this.text = text;
    this.folded = fold(text);
  }

  /** Where each folded character came from. */
  get from() {
    const from = new Uint32Array(this.folded.length);
    for (let index = 0, at = 0; index < this.text.length; index++) {
      for (let n = foldedLength(this.text[index]); n > 0; n--) from[at++] = index;
    }
    Object.defineProperty(this, "from", { value: from });
    return from;
  }

  get toneless() {
    const toneless = withoutTones(this.folded);
    Object.defineProperty(this, "toneless", { value: toneless });
    return toneless;
  }

  /** Return the part of the text that was folded to these characters. */
  original(start, end) {
    return this.text.slice(this.from[start], this.from[end - 1] + 1);
  }
}

const isDigit = (character) => character >= "0" && character <= "9";

/** Return whether a number found at a place is only part of a longer number. */
function isInsideNumber(field, start, end) {
  const { folded } = field;
  const joined = (a, b) => isDigit(folded[a]) && isDigit(folded[b]) &&
    /^[.,]?$/.test(field.text.slice(field.from[a] + 1, field.from[b]));
  return (start > 0 && joined(start - 1, start)) || (end < folded.length && joined(end - 1, end));
}

let segmenter = null;

/** Return whether a hit begins and ends at word boundaries. */
function isWholeWord(field, start, end) {
  if (!self.Intl?.Segmenter) return false;
  segmenter ??= new Intl.Segmenter("th", { granularity: "word" });
  const first = field.from[start], last = field.from[end - 1] + 1;
  const offset = Math.max(0, first - 40);
  const words = segmenter.segment(field.text.slice(offset, last + 40));
  const begins = (index) => (words.containing(index - offset)?.index ?? index - offset) === index - offset;
  return begins(first) && begins(last);
}

/** Find a term in a field: how often (up to a limit), where first, and whether as a complete word. */
function find(field, term) {
  let count = 0, at = -1, whole = false;
  for (let start = field.folded.indexOf(term); start >= 0; start = field.folded.indexOf(term, start + 1)) {
    if (isInsideNumber(field, start, start + term.length)) continue;
    const isWhole = !whole && term.length > 1 && isWholeWord(field, start, start + term.length);
    if (at < 0 || isWhole) at = start;
    whole ||= isWhole;
    if (++count >= MOST_HITS) break;
  }
  return count ? { count, at, whole } : null;
}

/** Score the hits of a term in fields of a kind. */
function weigh(hits, weight) {
  let best = 0, count = 0;
  for (const hit of hits) {
    if (!hit) continue;
    best = Math.max(best, hit.whole ? 2 : 1);
    count += hit.count;
  }
  return best * weight + Math.min(count, 9) * 0.1;
}

const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Return a text as HTML with every hit of the terms marked. */
function mark(text, terms) {
  const field = new Field(text);
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
function snippet(field, hits, terms) {
  const starts = hits.filter(Boolean).map((hit) => field.from[hit.at]);
  const first = starts.length ? Math.min(...starts) : 0;
  const space = field.text.indexOf(" ", first - SNIPPET_BEFORE);
  // Begin with a word, not in the middle of one.
  const start = first <= SNIPPET_BEFORE ? 0 : space >= 0 && space < first ? space + 1 : first;
  const end = start + SNIPPET_LENGTH;
  return (start ? "…" : "") + mark(field.text.slice(start, end), terms) + (end < field.text.length ? "…" : "");
}

/** Make a page of the index ready to be searched; its first part is what stands before the headings. */
function prepare({ location, title, keys, sections }, texts, isNewest) {
  // The same item may exist in every year, so results of older years name the year.
  const year = isNewest ? null : location.match(/\b\d{4}\b/);
  const heads = [["", ""], ...Object.entries(sections)];
  return {
    location,
    isNewest,
    note: year && !title.includes(year[0]) ? ` (ปี ${year[0]})` : "",
    title: new Field(title),
    keys: new Field(keys),
    parts: heads.map(([id, heading]) => ({ id, heading: new Field(heading), text: new Field(texts[id] ?? "") })),
  };
}

/** Find a term in every field of a page; null if it has none. */
function findInPage(page, term) {
  const title = find(page.title, term), keys = find(page.keys, term);
  const headings = page.parts.map((part) => find(part.heading, term));
  const texts = page.parts.map((part) => find(part.text, term));
  const score = weigh([title], IN_TITLE) + weigh([keys], IN_KEYS) + weigh(headings, IN_HEADING) + weigh(texts, IN_TEXT);
  return score ? { title, headings, texts, score } : null;
}

/** Return the pages that contain every term, best first. */
function pagesWith(pages, terms) {
  const found = [];
  for (const page of pages) {
    const hits = [];
    for (const term of terms) {
      const hit = findInPage(page, term);
      if (!hit) break;
      hits.push(hit);
    }
    if (hits.length < terms.length) continue;
    found.push({ page, hits, score: hits.reduce((sum, hit) => sum + hit.score, page.isNewest ? NEWEST_BONUS : 0) });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Return what the theme shows for a page: the page, then its sections with hits. */
function resultsOf({ page, hits, score }, terms) {
  const shown = Object.fromEntries(terms.map((term) => [term, true]));
  const titled = hits.every(({ title }) => title);
  const results = page.parts.map((part, index) => {
    const inHeading = hits.map(({ headings }) => headings[index]), inText = hits.map(({ texts }) => texts[index]);
    const points = inHeading.reduce((sum, hit) => sum + weigh([hit], IN_HEADING), 0) +
      inText.reduce((sum, hit) => sum + weigh([hit], IN_TEXT), 0);
    // The theme shows sections that score at least as much as the page, and folds the others.
    const isMeant = !titled && inHeading.every(Boolean);
    return { part, inText, points, score: isMeant ? score + points / 1000 : Math.min(points, score - 0.01) };
  });
  const result = (location, title, { part, inText }, points) =>
    ({ location, title, text: snippet(part.text, inText, terms), score: points, terms: shown });
  const [lead, ...sections] = results;
  const best = sections.filter(({ points }) => points > 0).sort((a, b) => b.score - a.score).slice(0, MOST_SECTIONS);
  const body = results.find(({ inText }) => inText.some(Boolean)) ?? lead;
  return [
    result(page.location, mark(page.title.text, terms) + page.note, body, score),
    ...best.map((section) =>
      result(`${page.location}#${section.part.id}`, mark(section.part.heading.text, terms), section, section.score)),
  ];
}

const fieldsOf = (page) => [page.title, page.keys, ...page.parts.flatMap(({ heading, text }) => [heading, text])];

/** Return whether two texts differ by one character: missing, extra, wrong, or swapped with its neighbour. */
function isOneEditAway(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0, end = 0;
  const most = Math.min(a.length, b.length);
  while (start < most && a[start] === b[start]) start++;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end), right = b.slice(start, b.length - end);
  return (left.length <= 1 && right.length <= 1) ||
    (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/** Collect the parts of a text one edit away from a word: one half of each is that of the word. */
function collectNeighbours(text, word, add) {
  const half = word.length >> 1;
  const collect = (start, end) => {
    const near = text.slice(start, end);
    if (start >= 0 && near.length === end - start && isOneEditAway(near, word)) add(near);
  };
  for (const [part, offset] of [[word.slice(0, half), 0], [word.slice(half), half]]) {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      for (let length = word.length - 1; length <= word.length + 1; length++) {
        // Of the second half the end is fixed.
        if (offset) collect(at + part.length - length, at + part.length);
        else collect(at, at + length);
      }
    }
  }
  const swapped = word.slice(0, half - 1) + word[half] + word[half - 1] + word.slice(half + 1);
  if (text.includes(swapped)) add(swapped);
}

/** Find a text without tones in a field as it is written there. */
function written(field, toneless) {
  const marks = "[\u0e47-\u0e4e]{0,3}";
  const match = new RegExp([...toneless].join(marks) + marks, "u").exec(field.folded);
  return match && { start: match.index, end: match.index + match[0].length };
}

/**
 * Return the nearest spelling of a term that some page contains, as { term, text }; null if there is none.
 * Tones are free. Otherwise one character may differ, in words that are not too short.
 */
function nearest(pages, term) {
  const word = withoutTones(term);
  if (/\d/.test(term) || word.length < 2) return null;
  const fields = pages.flatMap(fieldsOf);
  const found = new Map();
  const note = (field) => (near) => {
    const known = found.get(near);
    if (known) known.count++;
    else found.set(near, { near, field, count: 1 });
  };
  for (const field of fields) if (field.toneless.includes(word)) note(field)(word);
  if (!found.size && term.length >= SHORTEST_WORD && word.length >= SHORTEST_WORD - 1) {
    for (const field of fields) collectNeighbours(field.toneless, word, note(field));
  }
  const isFramed = (near) => near[0] === word[0] && near.at(-1) === word.at(-1);
  let best = null;
  for (const { near, field, count } of [...found.values()].sort((a, b) => b.count - a.count).slice(0, 30)) {
    const place = written(field, near);
    if (!place || /\d/.test(near)) continue;
    const whole = isWholeWord(field, place.start, place.end);
    // An edit at the edge of a part of a word says nothing.
    if (!whole && !isFramed(near)) continue;
    const points = count + (whole ? 1000 : 0);
    if (!best || points > best.points) {
      best = { points, term: field.folded.slice(place.start, place.end), text: field.original(place.start, place.end) };
    }
  }
  return best;
}

/** Replace the terms that no page contains by the nearest spellings; null if none is to be replaced. */
function corrected(pages, terms) {
  if (terms.length > MOST_CORRECTED) return null;
  const near = terms.map((term) => (pages.some((page) => findInPage(page, term)) ? null : nearest(pages, term)));
  if (!near.some(Boolean)) return null;
  return { terms: terms.map((term, index) => near[index]?.term ?? term), texts: terms.map((term, index) => near[index]?.text ?? term) };
}

/**
 * Return the results of a query; the note is put before the first, from where the page takes it.
 * Typing errors are corrected only if no note says that something is missing.
 */
function search(pages, query, missing = "") {
  let terms = [...new Set(query.split(/[\s"+~^*:]+/).map((term) => fold(normalizeSpelling(term))).filter(Boolean))];
  if (!terms.length) return [];
  let found = pagesWith(pages, terms), note = missing;
  if (!found.length && !missing) {
    const instead = corrected(pages, terms);
    if (!instead) return [];
    terms = [...new Set(instead.terms)];
    found = pagesWith(pages, terms);
    note = `แสดงผลของ “${instead.texts.join(" ")}”`;
  }
  const items = found.slice(0, MOST_RESULTS).map((result) => resultsOf(result, terms));
  if (items.length && note) items[0][0].title = `<span class="oit-search-note">${escapeHtml(note)}</span> ${items[0][0].title}`;
  return items;
}

/** What the page shows instead of results if the index cannot be loaded. */
const FAILED = {
  location: "",
  title: '<span class="oit-search-failed">ค้นหาไม่ได้ เพราะโหลดดัชนีไม่สำเร็จ ตรวจการเชื่อมต่ออินเทอร์เน็ต แล้วพิมพ์อีกครั้ง</span>',
  text: "",
  score: 0,
  terms: {},
};

const part = (name) => fetch(new URL(`../search/${name}.json`, self.location.href)).then((response) => response.json());

/** The index as it arrives: the titles, the rest of the newest year, and the older years one by one. */
class Index {
  titles = part("oit");
  newest = Promise.all([this.titles, part("texts")]).then(([{ pages }, { texts }]) =>
    pages.map((page) => prepare(page, texts[page.location] ?? {}, true)));
  /** The pages of the years that have arrived, and what loads the others, by year. */
  years = new Map();
  coming = new Map();
  isReady = false;

  /** Load the newest year; its tables are among the pages that are found after all others. */
  async loadNewest() {
    const [{ years }] = await Promise.all([this.titles, this.newest]);
    if (years.length) await this.loadYear(years[0]);
    this.isReady = true;
  }

  /** Load a year; after a failure the next query tries again. */
  loadYear(year) {
    if (!this.coming.has(year)) {
      this.coming.set(year, part(year).then(
        ({ pages }) => { this.years.set(year, pages.map((page) => prepare(page, { "": page.text }, false))); },
        (error) => {
          this.coming.delete(year);
          throw error;
        },
      ));
    }
    return this.coming.get(year);
  }

  /** Return the pages that have arrived: those of the newest year, tables, and those of older years. */
  async arrived() {
    const [{ years }, newest] = await Promise.all([this.titles, this.newest]);
    const older = years.flatMap((year) => this.years.get(year) ?? []);
    const isTable = ({ location }) => location.startsWith("data/");
    return [...newest, ...older.filter(isTable), ...older.filter((page) => !isTable(page))];
  }
}

let index = null, latest = 0;

/** Load the index; after a failure the next query tries again. */
function load() {
  if (index) return;
  const made = index = new Index();
  made.ready = made.loadNewest();
  made.ready.catch(() => { index = null; });
}

async function answer(query) {
  const asked = ++latest;
  const isOld = () => asked !== latest;
  const post = (items) => isOld() || postMessage({ type: RESULT, data: { items } });
  const postIfAny = (items) => { if (items.length) post(items); };
  if (query) load();  // the page sends a blank when the box is entered
  // Queries that were typed meanwhile arrive now, and only the last one is answered.
  await new Promise((resolve) => setTimeout(resolve));
  if (isOld()) return;
  if (!query.trim()) {
    post([]);
    // The browser's dictionary of Thai words takes long to load: now, before anything is typed.
    if (index) isWholeWord(new Field("คำ"), 0, 2);
    return;
  }
  load();
  const current = index;
  try {
    const { pages, years } = await current.titles;
    if (!current.isReady && !isOld()) {
      postIfAny(search(pages.map((page) => prepare(page, {}, true)), query, "กำลังค้นในเนื้อหา…"));
    }
    await current.ready;
    const lacking = years.filter((year) => !current.years.has(year));
    if (lacking.length && !isOld()) {
      postIfAny(search(await current.arrived(), query, "กำลังค้นในปีก่อน…"));
    }
    while (lacking.length) {
      if (isOld()) return;
      await Promise.all(lacking.splice(0, YEARS_AT_ONCE).map((year) => current.loadYear(year)));
    }
    if (!isOld()) post(search(await current.arrived(), query));
  } catch {
    const items = current.isReady ? search(await current.arrived(), query, "ค้นไม่ครบทุกปี เพราะโหลดดัชนีไม่สำเร็จ") : [];
    post(items.length ? items : [[FAILED]]);
  }
}

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) postMessage({ type: READY });
  else if (message.type === QUERY) return answer(message.data);
});
