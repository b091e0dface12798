// Render values as YAML, like an officer would write them: plain if that reads back the same.
// Must match oit/source/write.py.

import { parseDocument } from "./yaml/index.js";

const STEP = 2;
const PLAIN_KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
// Texts that some YAML parsers misread inside brackets.
const UNSURE = /^[?:]|:\?/;
// Characters that some YAML parsers treat as line ends, as spaces, or ignore.
const ODD = /[\u0000-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

/** Parse YAML; every scalar is a text. */
export function parse(text) {
  return parseDocument(text, { schema: "failsafe", logLevel: "silent" });
}

/** Render a text in its previous style (QUOTE_SINGLE and so on) if possible. */
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

// A text as a block on the lines below its key.
function below(value, style, column, comment) {
  const text = value.replace(/\n$/, "");
  const sign = (style === "BLOCK_FOLDED" && !text.includes("\n") ? ">" : "|") +
    (value.endsWith("\n") ? "" : "-");
  const indent = " ".repeat(column + STEP);
  const lines = text.split("\n").map((line) => line && indent + line);
  return [sign + comment, ...lines].join("\n");
}

// Whether a rendered text reads back the same in every position.
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

/** Render a value in brackets, on one line. */
export function inFlow(value) {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([name, inner]) => `${key(name)}: ${inFlow(inner)}`).join(", ")}}`;
  }
  return scalar(value, { flow: true });
}

/** Render fields or a list as lines that begin in a column. */
export function inBlock(value, column) {
  const indent = " ".repeat(column);
  const lines = Array.isArray(value)
    ? value.map((inner) => entry(inner, column))
    : Object.entries(value).map(([name, inner]) => pair(name, inner, column));
  return lines.map((line) => indent + line).join("\n");
}

/** Render a field whose name begins in a column. */
export function pair(name, value, column) {
  if (typeof value === "string") return `${key(name)}: ${scalar(value, { column })}`;
  return `${key(name)}:\n${inBlock(value, column + STEP)}`;
}

/** Render a field in brackets. */
export function pairInFlow(name, value) {
  return `${key(name)}: ${inFlow(value)}`;
}

/** Render a list entry whose dash is in a column; its first line is not indented. */
export function entry(value, column) {
  if (typeof value === "string") return `- ${scalar(value, { column })}`;
  return `- ${inBlock(value, column + STEP).trimStart()}`;
}

/** Render a list or fields for an empty value: on the lines below the key or the dash. */
export function under(value, column) {
  return inBlock(value, column + STEP);
}
