/*
 * The table of a page of open data: filters, sorts and pages without a server.
 *
 * The page contains the first rows; all rows are loaded at the first use, and a filter is answered
 * from those that have arrived, until all have. A keystroke searches prepared texts once (only the
 * remaining rows if the query got longer) and draws only the visible rows, because laying out Thai
 * text is slower than searching it. The other rows of the page are drawn in the first pause.
 */
"use strict";

const ROWS_A_PAGE = 50;
const ROWS_AT_ONCE = 12;
const PART = 100_000;  // characters of the file: a slow phone prepares them without a hitch
const CELL_END = "\0";  // nobody types it, so no word is found across two cells
const PAUSE = 200;  // milliseconds without a keystroke
const LONG_CELL = /^([^]{1000})[^]+/u;
const LONGEST_TOKEN = 24;
const MONTH_NAMES = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" ");
const SHORT_NAMES = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" ");
const TOKEN = new RegExp(
  String.raw`(?<address>https?://\S*)`
  + String.raw`|(?<![\d๐-๙])(?:[\d๐-๙]{1,2} )?(?:${[...MONTH_NAMES, ...SHORT_NAMES].join("|").replaceAll(".", String.raw`\.`)}) ?(?:พ\.ศ\. ?)?[\d๐-๙]{2,4}(?![\d๐-๙])`
  + String.raw`|(?<![\d๐-๙-])[0๐][\d๐-๙]{0,3}(?:[ -][\d๐-๙]{3,4}){1,3}(?![\d๐-๙])`
  + String.raw`|(?<![A-Za-z\d๐-๙])[A-Za-z\d๐-๙]+(?:[-–/:.,]+[A-Za-z\d๐-๙]+)+%?`,
  "g",
);

/**
 * @typedef {{ number: number, cells: string[], text: string }} Row
 *   Its index in the file; its values as in the file; the text that is searched.
 * @typedef {{ head: HTMLElement, title: string, field: string, type: string, places?: string, keys?: number[] }} Column
 *   Its sort keys, by row index, are made when first sorted by it.
 */

/** The Thai words that no line may break: those that the page has, so that none need be loaded. */
const words = new Set(Array.from(document.querySelectorAll(".oit-word"), (word) => word.textContent));
const WORD = new RegExp(`(${[...words].sort((a, b) => b.length - a.length).join("|") || "$^"})`);

/**
 * Return the nodes of a text, with its words kept together.
 * @param {string} text
 */
function withWholeWords(text) {
  return text.split(WORD).map((part, place) => {
    if (place % 2 === 0) return part;
    const word = document.createElement("span");
    word.className = "oit-word";
    word.textContent = part;
    return word;
  });
}

/** Yield to the browser. */
const giveWay = () => new Promise((done) => { setTimeout(done); });

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

/**
 * Write letters of double width, quotation marks and dashes as they are typed, like `fold` of Python.
 * @param {string} text
 */
function asTyped(text) {
  return text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[‘’‚‛′´`]/g, "'").replace(/[“”„‟″]/g, '"').replace(/[‐-―−﹘﹣]/g, "-");
}

/**
 * Normalize texts that look the same: spelling, digits, case, punctuation; without spaces.
 * @param {string} text
 */
function foldText(text) {
  return normalizeSpelling(asTyped(text)).toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/(\d),(?=\d{3})/g, "$1");
}

/**
 * Split a query into normalized words; the parts of a date stay together.
 * @param {string} query
 */
function splitWords(query) {
  const month = `(?:${MONTH_NAMES.join("|")})`;
  return query
    .replace(new RegExp(`([\\d๐-๙])\\s+(?=${month})`, "g"), "$1")
    .replace(new RegExp(`(${month})\\s+(?=[\\d๐-๙])`, "g"), "$1")
    .split(/\s+/).map(foldText).filter(Boolean);
}

/**
 * Parse JSON with every number as a text: amounts keep their exact decimals.
 *
 * Field names end in a letter; inside a text, a quotation mark is escaped by a backslash.
 * @param {string} json
 */
function readExactly(json) {
  return JSON.parse(json.replace(/(\w":\s*)(-?\d[\d.eE+-]*)/g, '$1"$2"'));
}

/**
 * Yield the rows of a file in parts, as they arrive: each row is a line, and no text contains a line's end.
 * @param {Response} response
 */
async function* readRows(response) {
  const decoder = new TextDecoder(), reader = response.body.getReader();
  let text = "";
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true });
    for (let end = text.indexOf(",\n", PART); end >= 0; end = text.indexOf(",\n", PART)) {
      yield readExactly(`${text.slice(0, end)}]`);
      text = `[${text.slice(end + 1)}`;
    }
  }
  yield readExactly(text + decoder.decode());
}

/**
 * Format a value like the page's template, except for the digits.
 * @param {string} value
 * @param {string} type
 */
function writeValue(value, type) {
  if (value === "" || type === "string") return value;
  if (type === "integer" || type === "number") {
    const [whole, places] = value.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return places ? `${grouped}.${places}` : grouped;
  }
  const [year, month, day] = value.split("-").map(Number);
  return `${day ? `${day} ` : ""}${MONTH_NAMES[month - 1]} ${year + 543}`;
}

/** The days and months of a table, as they are searched: they are few. */
const days = new Map();

/**
 * Write a value as it is searched: numbers without the commas, which folding removes.
 * @param {string} value
 * @param {string} type
 */
function searchedValue(value, type) {
  if (value === "" || type === "string" || type === "integer" || type === "number") return value;
  let text = days.get(value);
  if (text === undefined) days.set(value, text = writeValue(value, type));
  return text;
}

/**
 * Return the decimals that a number lacks to stand under the others of its column.
 * @param {string} value
 * @param {number} places
 */
function lackingPlaces(value, places) {
  if (value === "") return "";
  const own = value.split(".")[1]?.length ?? 0;
  return own < places ? (own ? "" : ".").padEnd(places - own + (own ? 0 : 1), "0") : "";
}

/**
 * Keep dates, numbers and ids of a text on one line, like `parts` of Python.
 * @param {string} text
 */
function* markTokens(text) {
  let end = 0;
  for (const { 0: token, index, groups } of text.matchAll(TOKEN)) {
    if (groups.address || token.length > LONGEST_TOKEN || !/[\d๐-๙]/.test(token)) continue;
    const whole = document.createElement("span");
    whole.className = "oit-whole";
    whole.textContent = token;
    if (index > end) yield* withWholeWords(text.slice(end, index));
    yield whole;
    end = index + token.length;
  }
  if (end < text.length) yield* withWholeWords(text.slice(end));
}

/**
 * Convert the values of a column into numbers that sort like the values; empty ones are NaN.
 * @param {string[]} values
 * @param {string} type
 */
function makeKeys(values, type) {
  const collator = new Intl.Collator("th", { numeric: true });
  const texts = type === "string" ? [...new Set(values)].sort(collator.compare) : [];
  const ranks = new Map(texts.map((text, rank) => [text, rank]));
  return values.map((value) => {
    if (value === "") return NaN;
    if (type === "string") return ranks.get(value);
    return Number(type === "integer" || type === "number" ? value : value.replaceAll("-", ""));
  });
}

class DataTable {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.frame = root.querySelector(".oit-table");
    this.body = root.querySelector("tbody");
    this.status = root.querySelector(".oit-found");
    this.pager = root.querySelector(".oit-pager");
    this.input = root.querySelector("input[type=search]");
    /** @type {Column[]} */
    this.columns = [...root.querySelectorAll("th")].map((head) => ({ head, title: head.textContent, ...head.dataset }));
    this.clear();
    this.state = { filter: "", sort: "", page: 1 };
    this.pages = Math.ceil(Number(root.dataset.rows) / ROWS_A_PAGE);
    this.listen();
    this.tellPage();
    this.restore();
  }

  /** Forget the rows. */
  clear() {
    /** @type {Row[]} */
    this.rows = [];
    this.isComplete = false;
    this.last = { query: "", sort: "", ordered: this.rows, seen: 0, found: [] };
    this.drawn = this.expected = 0;  // rows of the answer: in the page, and soon
  }

  /** Show the controls and handle their events. */
  listen() {
    for (const { head, field } of this.columns) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => {
        this.use({ sort: this.state.sort === field ? `-${field}` : field, page: 1 });
      });
      const [entry, label, box] = ["li", "label", "input"].map((name) => document.createElement(name));
      box.type = "checkbox";
      box.checked = !head.hidden;
      box.addEventListener("change", () => {
        head.hidden = !box.checked;
        this.use();
      });
      label.append(box, ` ${button.textContent}`);
      entry.append(label);
      this.root.querySelector(".oit-columns ul").append(entry);
      head.append(button);
    }
    for (const button of this.pager.querySelectorAll("button")) {
      button.addEventListener("click", () => this.use({ page: this.target(button.dataset.turn) }));
    }
    this.input.addEventListener("focus", () => this.use(), { once: true });
    this.input.addEventListener("input", () => this.use({ filter: this.input.value, page: 1 }));
    this.root.querySelector(".oit-filter").hidden = false;
  }

  /** Show the view in the address, so that views can be shared and bookmarked. */
  restore() {
    const asked = new URLSearchParams(location.search);
    if (!Object.keys(this.state).some((name) => asked.has(name))) return;
    this.input.value = asked.get("filter") ?? "";
    this.use({
      filter: this.input.value,
      sort: asked.get("sort") ?? "",
      page: parseInt(asked.get("page"), 10) || 1,
    });
  }

  /** Write the current view into the address. */
  remember() {
    const url = new URL(location.href);
    const { filter, sort, page } = this.state;
    for (const [name, value] of Object.entries({ filter, sort, page: page > 1 ? page : "" })) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    history.replaceState(history.state, "", url);
  }

  /** Change the view; load the rows first if they are not here. */
  use(change = {}) {
    Object.assign(this.state, change);
    this.isChanged = true;
    if (!this.isComplete) this.loading ??= this.load().finally(() => { this.loading = null; });
    this.plan();
  }

  /** Whether there is an answer already: only the first rows that a filter finds need not wait for all. */
  get isReady() {
    const { filter, sort, page } = this.state;
    return this.isComplete || (this.rows.length > 0 && filter.trim() !== "" && !sort && page === 1);
  }

  /** Answer once in a frame. */
  plan() {
    if (this.isReady) this.planned ??= requestAnimationFrame(() => this.update());
  }

  async load() {
    this.frame.setAttribute("aria-busy", "true");
    this.status.textContent = "กำลังโหลด…";
    try {
      const response = await fetch(this.root.dataset.source);
      if (!response.ok) throw new Error(response.statusText);
      for await (const records of readRows(response)) {
        this.prepare(records);
        this.plan();
        await giveWay();
      }
      this.isComplete = true;
      this.plan();
    } catch {
      this.clear();
      const link = document.createElement("a");
      link.href = `#${this.root.querySelector(".oit-files").id}`;
      link.textContent = "ไฟล์";
      this.status.replaceChildren("โหลดทุกแถวไม่ได้ ที่เห็นเป็นเพียงแถวแรก ๆ ทั้งหมดอยู่ใน", link);
      this.frame.removeAttribute("aria-busy");
    }
  }

  /**
   * Prepare rows for searching.
   * @param {Record<string, string | null>[]} records
   */
  prepare(records) {
    for (const record of records) {
      const cells = this.columns.map(({ field }) => record[field] ?? "");
      const texts = this.columns.map(({ type }, place) => searchedValue(cells[place], type));
      this.rows.push({ number: this.rows.length, cells, text: foldText(texts.join(CELL_END)) });
    }
  }

  /** Find, sort and draw; measure how many rows were examined and drawn. */
  update() {
    const start = performance.now();
    this.planned = null;
    if (!this.isReady) return;
    const { filter, sort } = this.state;
    const words = splitWords(filter);
    const query = words.join(" ");
    const { last } = this;
    const ordered = sort === last.sort ? last.ordered : this.sort(sort);
    const isNarrower = ordered === last.ordered && query.startsWith(last.query);
    const isMore = isNarrower && query === last.query && !this.isChanged;
    const known = isMore ? last.found : [];
    const among = isNarrower ? [...(isMore ? [] : last.found), ...ordered.slice(last.seen)] : ordered;
    const found = [...known, ...among.filter(({ text }) => words.every((word) => text.includes(word)))];
    this.last = { query, sort, ordered, seen: ordered.length, found };
    if (!isMore) {
      clearTimeout(this.rest);
      this.drawn = this.expected = 0;
    }
    this.isChanged = false;

    this.pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
    this.state.page = Math.min(Math.max(1, this.state.page), this.pages);
    const first = (this.state.page - 1) * ROWS_A_PAGE;
    const shown = found.slice(first, first + ROWS_A_PAGE);
    if (this.isComplete || shown.length > this.expected) this.draw(shown);
    if (this.isComplete) this.tell(found.length, first, shown.length, words.length > 0);
    else this.tellSoFar(shown.length);
    performance.clearMeasures("oit-table");
    performance.measure("oit-table", {
      start,
      detail: { examined: among.length, drawn: Math.min(shown.length, ROWS_AT_ONCE) },
    });
  }

  /** Return all rows in the order of a column; empty ones come last. */
  sort(order) {
    const place = this.columns.findIndex(({ field }) => field === order.replace(/^-/, ""));
    if (place < 0) return this.rows;
    const column = this.columns[place];
    const keys = column.keys ??= makeKeys(this.rows.map(({ cells }) => cells[place]), column.type);
    const sign = order.startsWith("-") ? -1 : 1;
    return [...this.rows].sort(({ number: a }, { number: b }) =>
      Number(isNaN(keys[a])) - Number(isNaN(keys[b])) || sign * (keys[a] - keys[b]));
  }

  /**
   * Draw a page of rows: the visible ones at once, the others in a pause; those drawn stay.
   * @param {Row[]} rows
   */
  draw(rows) {
    this.expected = rows.length;
    if (!this.drawn) {
      this.body.replaceChildren();
      this.frame.scrollTop = 0;
    }
    const append = (end) => {
      this.body.append(...rows.slice(this.drawn, end).map((row) => this.line(row)));
      this.drawn = Math.max(this.drawn, Math.min(end, rows.length));
    };
    append(ROWS_AT_ONCE);
    for (const { head, field } of this.columns) {
      if (this.state.sort === field) head.setAttribute("aria-sort", "ascending");
      else if (this.state.sort === `-${field}`) head.setAttribute("aria-sort", "descending");
      else head.removeAttribute("aria-sort");
    }
    this.frame.setAttribute("aria-busy", "true");
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      append(rows.length);
      if (this.isComplete) this.frame.removeAttribute("aria-busy");
      this.remember();
    }, PAUSE);
  }

  /** @param {Row} row */
  line({ cells }) {
    const line = document.createElement("tr");
    for (const [place, { head, title, type, places }] of this.columns.entries()) {
      if (head.hidden) continue;
      const cell = line.insertCell();
      cell.append(...markTokens(this.write(cells[place], type)));
      cell.className = head.className;
      cell.dataset.head = title;
      const lacking = places && lackingPlaces(cells[place], Number(places));
      if (lacking) cell.dataset.pad = this.write(lacking, "number");
    }
    return line;
  }

  /** Format a value like the page: in the agency's digits, cut to the length of a cell. */
  write(value, type) {
    const text = writeValue(value, type);
    if (type === "string") return text.replace(LONG_CELL, "$1…");
    if (this.root.dataset.numerals !== "thai") return text;
    return text.replace(/\d/g, (digit) => String.fromCharCode(Number(digit) + 0x0e50));
  }

  /** @param {number} number */
  count(number) {
    return this.write(String(number), "integer");
  }

  /** Report how many rows were found, and which of them are shown. */
  tell(found, first, shown, filtered) {
    const all = `ทั้งหมด ${this.count(this.rows.length)} แถว`;
    const range = this.pages > 1 ? ` แสดงแถวที่ ${this.count(first + 1)}–${this.count(first + shown)}` : "";
    if (!filtered) this.status.textContent = all + range;
    else if (found) this.status.textContent = `พบ ${this.count(found)} แถวจาก${all}${range}`;
    else this.status.textContent = `ไม่พบแถวที่มีคำเหล่านี้ จาก${all}`;
    this.tellPage();
  }

  /** Report that rows were found while others are loading; screen readers need not hear each number. */
  tellSoFar(shown) {
    const some = shown < ROWS_A_PAGE ? "บางแถว" : ` ${this.count(shown)} แถวแรก`;
    const text = shown ? `พบ${some} กำลังค้นต่อ…` : "กำลังโหลด…";
    if (this.status.textContent !== text) this.status.textContent = text;
    this.pager.hidden = true;
  }

  tellPage() {
    const { page } = this.state;
    this.pager.hidden = this.pages < 2;
    this.pager.querySelector(":scope > span").textContent = `หน้า ${this.count(page)} จาก ${this.count(this.pages)}`;
    for (const button of this.pager.querySelectorAll("button")) {
      // A disabled button would lose the focus right after being pressed.
      button.setAttribute("aria-disabled", String(this.target(button.dataset.turn) === page));
    }
  }

  /**
   * Return the page that a button of the pager leads to.
   * @param {string} way
   */
  target(way) {
    const { page } = this.state;
    const ways = { first: 1, previous: Math.max(1, page - 1), next: Math.min(page + 1, this.pages), last: this.pages };
    return ways[way];
  }
}

for (const root of document.querySelectorAll(".oit-data")) new DataTable(root);
