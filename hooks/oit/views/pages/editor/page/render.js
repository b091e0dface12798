// Values as YAML, as an officer would write them: plain where that reads as the same text.
// The same as oit/source/write.py, for a browser.

import { parseDocument } from "./yaml/index.js";

const STEP = 2;
const PLAIN_KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
// Between brackets, what other readers of YAML take for a sign of its own.
const UNSURE = /^[?:]|:\?/;
// What some readers of YAML take for an end of a line, for space, or for nothing at all.
const ODD = /[\u0000-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

/** Parse a text in which every scalar is a text. */
export function parse(text) {
  return parseDocument(text, { schema: "failsafe", logLevel: "silent" });
}

/** Write a text in the style that it had (QUOTE_SINGLE and so on), or else in the nearest. */
export function scalar(value, { style = "PLAIN", column = 0, flow = false, comment = "" } = {}) {
  const quotes = {
    QUOTE_SINGLE: `'${value.replaceAll("'", "''")}'`,
    QUOTE_DOUBLE: JSON.stringify(value).replace(ODD, escaped),
  };
  const isOdd = value.search(ODD) >= 0;
  const ways = [];
  if (!flow && !value.replaceAll("\n", "").match(ODD) && (isOdd || style.startsWith("BLOCK"))) {
    ways.push(below(value, style, column, comment));
  }
  const plain = flow && UNSURE.test(value) ? quotes.QUOTE_SINGLE : value;
  if (!isOdd) ways.push(quotes[style] ?? plain, plain, quotes.QUOTE_SINGLE);
  return ways.find((way) => readsAs(way, value, column, flow)) ?? quotes.QUOTE_DOUBLE;
}

function escaped(sign) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

// A text on the lines below its key.
function below(value, style, column, comment) {
  const text = value.replace(/\n$/, "");
  const sign = (style === "BLOCK_FOLDED" && !text.includes("\n") ? ">" : "|") +
    (value.endsWith("\n") ? "" : "-");
  const indent = " ".repeat(column + STEP);
  const lines = text.split("\n").map((line) => line && indent + line);
  return [sign + comment, ...lines].join("\n");
}

// Whether a text, so written, is read as itself wherever it may stand.
function readsAs(way, value, column, flow) {
  const indent = " ".repeat(column);
  const places = flow ? [`{k: ${way}}`, `[${way}, x]`] : [`${indent}k: ${way}\n`, `${indent}- ${way}\n`];
  return places.every((place) => {
    const read = parse(place);
    const items = read.errors.length ? [] : read.contents.items;
    return items.length === 1 + place.startsWith("[") && (items[0].value?.value ?? items[0].value) === value;
  });
}

function key(name) {
  return PLAIN_KEY.test(name) ? name : JSON.stringify(name).replace(ODD, escaped);
}

/** Write a value between brackets, on one line. */
export function inFlow(value) {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([name, inner]) => `${key(name)}: ${inFlow(inner)}`).join(", ")}}`;
  }
  return scalar(value, { flow: true });
}

/** Write fields or a list as lines that begin in a column. */
export function inBlock(value, column) {
  const indent = " ".repeat(column);
  const lines = Array.isArray(value)
    ? value.map((inner) => entry(inner, column))
    : Object.entries(value).map(([name, inner]) => pair(name, inner, column));
  return lines.map((line) => indent + line).join("\n");
}

/** Write a field whose name stands in a column. */
export function pair(name, value, column) {
  if (typeof value === "string") return `${key(name)}: ${scalar(value, { column })}`;
  return `${key(name)}:\n${inBlock(value, column + STEP)}`;
}

/** Write a field between brackets. */
export function pairInFlow(name, value) {
  return `${key(name)}: ${inFlow(value)}`;
}

/** Write an entry of a list whose dash stands in a column; its first line is not indented. */
export function entry(value, column) {
  if (typeof value === "string") return `- ${scalar(value, { column })}`;
  return `- ${inBlock(value, column + STEP).trimStart()}`;
}

/** Write a list or fields where nothing stood: on the lines below the key or the dash. */
export function under(value, column) {
  return inBlock(value, column + STEP);
}
