// The text of a file whose values are edited. Changes are splices: start, end and replacement;
// everything else is copied.

import { isMap, isScalar, isSeq } from "./yaml/index.js";
import { entry, inFlow, pair, pairInFlow, scalar, under } from "./render.js";
import { AT, same, tidy, unmarked, values, within } from "./values.js";

const isFields = (value) => typeof value === "object" && !Array.isArray(value);

/** A file's text and nodes. */
export class File {
  constructor(text, root) {
    this.text = text;
    this.root = root;
    this.end = text.includes("\r\n") ? "\r\n" : "\n";
  }

  written(wanted, fields) {
    const splices = isMap(this.root)
      ? this.fields(this.root, wanted, fields, false)
      : this.added([], wanted, fields);
    return this.spliced(0, this.text.length, [...splices]);
  }

  spliced(start, stop, splices) {
    let text = "";
    for (const [from, to, put] of [...splices].sort((a, b) => a[0] - b[0])) {
      text += this.text.slice(start, from) + put.replaceAll("\n", this.end);
      start = to;
    }
    return text + this.text.slice(start, stop);
  }

  *value(node, wanted, fields, column, flow, key) {
    if (same(values(node), wanted, fields)) return;
    if (isMap(node) && node.items.length && isFields(wanted ?? {})) {
      yield* this.fields(node, wanted ?? {}, fields, flow);
    } else if (isSeq(node) && node.items.length && Array.isArray(wanted ?? [])) {
      yield* this.list(node, wanted ?? [], fields, flow, key);
    } else if (isScalar(node) && typeof (wanted ?? "") === "string") {
      yield this.replaced(node, wanted ?? "", column, flow);
    } else if (node && tidy(values(node)) === undefined) {
      yield* this.filled(node, wanted, column, flow);
    } else {
      throw new Error("ค่าในไฟล์ไม่ตรงกับแบบข้อมูล ให้แก้ในไฟล์โดยตรง (oit check บอกตำแหน่ง)");
    }
  }

  // The fields of a mapping: existing ones in place, new ones in the order of the form.
  *fields(node, wanted, fields, flow) {
    flow ||= node.flow;
    for (const { key, value } of node.items) {
      const column = this.column(key.range[0]);
      const inner = within(fields, key.value);
      yield* this.value(value, wanted[key.value], inner, column, flow, key);
    }
    const known = node.items.map(({ key }) => key.value);
    const added = Object.entries(wanted).filter(([name]) => name !== AT && !known.includes(name));
    yield* this.added(node.items, Object.fromEntries(added), fields, flow);
  }

  *added(pairs, wanted, fields, flow = false) {
    const order = fields.map((field) => field.name);
    for (const [name, value] of Object.entries(unmarked(wanted))) {
      const before = order.slice(0, Math.max(order.indexOf(name), 0));
      const earlier = pairs.filter(({ key }) => !order.includes(name) || before.includes(key.value));
      const behind = earlier.at(-1) ?? pairs[0];
      const isTop = !flow && (!behind || pairs === this.root.items);
      const template = isTop && order.includes(name) ? this.template(name, pairs) : null;
      if (template !== null) {
        yield [template, template, `\n${pair(name, value, 0)}`];
      } else if (!behind) {
        const place = this.text.length;
        yield [place, place, `${this.openEnd()}${pair(name, value, 0)}\n`];
      } else if (flow) {
        const place = this.last(behind.value ?? behind.key);
        yield [place, place, `, ${pairInFlow(name, value)}`];
      } else {
        const column = this.column(behind.key.range[0]);
        const place = this.lineEnd(this.last(behind.value ?? behind.key));
        yield [place, place, `\n${" ".repeat(column)}${pair(name, value, column)}`];
      }
    }
  }

  openEnd() {
    return this.text && !this.text.endsWith("\n") ? "\n" : "";
  }

  // The end of the comment lines that show a field: "# owner: …" and its indented lines.
  template(name, pairs) {
    const lines = new RegExp(`^# ${name}:.*(?:\r?\n# {2,}.*)*`, "m").exec(this.text);
    const place = lines && lines.index + lines[0].trimEnd().length;
    const isInside = pairs.some(({ key, value }) =>
      key.range[0] < lines?.index && lines?.index < this.last(value ?? key));
    return lines && !isInside ? this.lineEnd(place) : null;
  }

  *list(node, wanted, fields, flow, key) {
    flow ||= node.flow;
    const column = this.column(node.range[0]);
    const places = origins(node, wanted);
    const kept = (at, index) =>
      this.value(node.items[at], wanted[index], fields, flow ? 0 : column, flow);
    if (places.length === node.items.length && places.every((at, index) => at === index)) {
      for (const [index] of wanted.entries()) yield* kept(index, index);
    } else if (!wanted.length) {
      yield* this.emptied(node, key, flow);
    } else {
      const parts = flow ? this.spans(node) : this.lines(node);
      const texts = places.map((at, index) =>
        at === undefined ? null : this.spliced(...parts[at], [...kept(at, index)]));
      const put = flow
        ? this.joinedInFlow(node, parts, places, texts, wanted)
        : this.joinedInBlock(node, texts, wanted, column);
      // The text consists of parts of the file, whose line ends are already right.
      yield [parts[0][0], parts.at(-1)[1], put.replaceAll(this.end, "\n")];
    }
  }

  // An entry includes the comments above it.
  lines(node) {
    let start = this.lineStart(node.range[0]);
    if (this.text.slice(start, node.range[0]).trim()) start = node.range[0];
    return node.items.map((item) => {
      const stop = this.lineEnd(this.last(item));
      const rest = /\r?\n|/y;
      rest.lastIndex = stop;
      const part = [start, stop + rest.exec(this.text)[0].length];
      start = part[1];
      return part;
    });
  }

  joinedInBlock(node, texts, wanted, column) {
    const isFlow = node.items.at(-1).flow;
    return texts.map((text, index) => {
      const made = () => " ".repeat(column) +
        (isFlow ? `- ${inFlow(unmarked(wanted[index]))}` : entry(unmarked(wanted[index]), column));
      const line = text ?? made();
      return line.endsWith("\n") ? line : `${line}\n`;
    }).join("");
  }

  spans(node) {
    return node.items.map((item) => [this.start(item), this.last(item)]);
  }

  // An entry in brackets includes the separator before it: a comma, with or without a line end.
  joinedInFlow(node, parts, places, texts, wanted) {
    return texts.map((text, index) => {
      const at = places[index];
      const before = at ? this.text.slice(parts[at - 1][1], parts[at][0]) : ", ";
      return (index ? before : "") + (text ?? inFlow(unmarked(wanted[index])));
    }).join("");
  }

  *emptied(node, key, flow) {
    if (flow || !key) {
      yield [this.start(node), this.last(node), "[]"];
      return;
    }
    const colon = this.text.indexOf(":", key.range[1]) + 1;
    yield [colon, colon, " []"];
    const parts = this.lines(node);
    yield [parts[0][0], parts.at(-1)[1], ""];
  }

  // Replaces a text.
  replaced(node, value, column, flow) {
    const start = this.start(node);
    const rest = this.text.slice(this.last(node), this.lineEnd(this.last(node))).trim();
    // Trailing spaces would become part of a multi-line text.
    const stop = rest || flow ? this.last(node) : this.lineEnd(this.last(node));
    if (!value && !node.type?.startsWith("QUOTE")) {
      return [rest || flow ? start : this.text.slice(0, start).trimEnd().length, stop, ""];
    }
    const isBlock = node.type?.startsWith("BLOCK");
    const head = this.text.slice(start, this.lineEnd(start));
    const comment = isBlock ? (/ +#.*/.exec(head)?.[0] ?? "") : "";
    // A text before a comment must fit on one line.
    const inLine = flow || (!isBlock && rest && value.includes("\n"));
    const put = scalar(value, { style: node.type, column, flow: inLine, comment });
    const gap = /[:-]/.test(this.text[start - 1] ?? "") ? " " : "";
    return [start, stop, gap + put + (/^[|>]/.test(put) ? "" : comment)];
  }

  // Inserts a list or fields into an empty value.
  *filled(node, value, column, flow) {
    const start = this.start(node);
    const stop = this.last(node);
    const meant = unmarked(value);
    if (flow) {
      yield [start, stop, (this.text[start - 1] === ":" ? " " : "") + inFlow(meant)];
      return;
    }
    yield [this.text.slice(0, start).trimEnd().length, stop, ""];
    const place = this.lineEnd(stop);
    yield [place, place, `\n${under(meant, column)}`];
  }

  // The start of a node's text; for an empty value, right after the colon or the dash.
  start(node) {
    const [start, stop] = node.range;
    return start === stop ? this.text.slice(0, start).trimEnd().length : start;
  }

  // The end of a node's text, without the blank lines and comments that the parser includes.
  last(node) {
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) {
      const item = node.items.at(-1);
      return this.last(isMap(node) ? (item.value ?? item.key) : item);
    }
    const start = this.start(node);
    const stop = node.range[0] === node.range[1] ? start : node.range[1];
    const isBlock = isScalar(node) && node.type?.startsWith("BLOCK");
    // With |+ and >+ trailing blank lines belong to the text.
    const end = /^[|>]\d?\+/.test(this.text.slice(start)) ? /\r?\n$/ : /\s+$/;
    return isBlock ? start + this.text.slice(start, stop).replace(end, "").length : stop;
  }

  lineEnd(place) {
    const found = this.text.indexOf("\n", place);
    if (found < 0) return this.text.length;
    return this.text[found - 1] === "\r" && found > place ? found - 1 : found;
  }

  lineStart(place) {
    return this.text.lastIndexOf("\n", place - 1) + 1;
  }

  column(place) {
    return place - this.lineStart(place);
  }
}

// The index in the file of each new value; undefined for a new entry.
function origins(node, wanted) {
  const free = new Set(node.items.keys());
  const take = (at) => (free.delete(at) ? at : undefined);
  const found = wanted.map((value) => {
    if (typeof value !== "string") return take(Number(value[AT] ?? NaN));
    return take([...free].find((at) => values(node.items[at]) === value));
  });
  // A new text at the position of a removed one replaces it.
  return found.map((at, index) =>
    at === undefined && typeof wanted[index] === "string" ? take(index) : at);
}
