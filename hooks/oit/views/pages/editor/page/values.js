// The values of a file's nodes, and their comparison with the editor's values.

import { isMap, isSeq } from "./yaml/index.js";

/** The key for an entry's index in the file; no form has such a field. */
export const AT = "_at";

/** Return the value of a node; `marked` adds its index to each entry of a list. */
export function values(node, marked = false) {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map((one) => [one.key.value, values(one.value, marked)]));
  }
  if (!isSeq(node)) return node?.value ?? "";
  return node.items.map((item, at) =>
    marked && isMap(item) ? { ...values(item, marked), [AT]: String(at) } : values(item, marked));
}

/** Return a value in the form's order without empty parts; undefined if nothing is left. */
export function tidy(value, fields = []) {
  if (Array.isArray(value)) {
    const entries = value.map((inner) => tidy(inner, fields)).filter((inner) => inner !== undefined);
    return entries.length ? entries : undefined;
  }
  if (value === null || typeof value !== "object") {
    return value === null || value === undefined || value === "" ? undefined : String(value);
  }
  const names = fields.map((field) => field.name);
  const place = (name) => (names.includes(name) ? names.indexOf(name) : names.length);
  const pairs = Object.entries(value)
    .map(([name, inner]) => [name, tidy(inner, within(fields, name))])
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return pairs.length ? Object.fromEntries(pairs) : undefined;
}

/** Return the nested fields of a field. */
export function within(fields, name) {
  return fields.find((field) => field.name === name)?.fields ?? [];
}

/** Return whether two values are equal. */
export function same(one, other, fields) {
  const text = (value) => JSON.stringify(tidy(unmarked(value), fields));
  return text(one) === text(other);
}

/** Copy a value without the indexes of its entries. */
export function unmarked(value) {
  if (Array.isArray(value)) return value.map(unmarked);
  if (value === null || typeof value !== "object") return value;
  const pairs = Object.entries(value).filter(([name]) => name !== AT);
  return Object.fromEntries(pairs.map(([name, inner]) => [name, unmarked(inner)]));
}
