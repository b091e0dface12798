// Edit the values of a YAML file as text; nothing else in the file changes.
//
// The parser knows where every value begins and ends, so only changed values are replaced;
// comments, order, quotes, blank lines and line ends are preserved. The editor keeps the file's
// text beside its values, under a name that no form uses, and the original index in every entry
// of a list.

import { isMap, isScalar, isSeq } from "./yaml/index.js";
import { File } from "./file.js";
import { parse } from "./render.js";
import { same, tidy, values } from "./values.js";

const SOURCE = "_source";
const BOM = "\ufeff";

/** Read a file: its values, and the data for writing them back. */
export function read(source) {
  const { root, fault } = compose(source);
  return { ...(fault ? {} : values(root, true)), [SOURCE]: source };
}

/**
 * Write the values back into the text that they were read from.
 *
 * `fields` are the fields of the form in order; each has a name and may have nested fields.
 */
export function write(data, fields) {
  const { [SOURCE]: source = "", ...rest } = data;
  const { root, fault } = compose(source);
  if (fault) {
    throw new Error(`ไฟล์เดิมเขียนผิดรูปแบบ จึงไม่บันทึกทับ ให้แก้ในไฟล์ก่อน (oit check บอกตำแหน่ง): ${fault}`);
  }
  const wanted = tidy(rest, fields) ?? {};
  const bom = source.startsWith(BOM) ? BOM : "";
  const file = new File(source.slice(bom.length), root);
  const text = bom + file.written(wanted, fields);
  const written = compose(text);
  if (written.fault || !same(values(written.root), wanted, fields)) {
    throw new Error("บันทึกโดยไม่กระทบส่วนอื่นของไฟล์ไม่ได้ ให้แก้ในไฟล์โดยตรง");
  }
  return text;
}

function compose(source) {
  const document = parse(source.startsWith(BOM) ? source.slice(BOM.length) : source);
  const root = document.contents;
  return { root, fault: document.errors[0]?.message ?? unusual(root) };
}

function unusual(root) {
  if (!isPlain(root)) return "มีเครื่องหมาย & * ! หรือ ? ซึ่งโปรแกรมไม่รับ";
  return root && !isMap(root) ? "ทั้งไฟล์ไม่ได้เป็นช่อง: ค่า" : "";
}

// Whether a node is in the subset of YAML that oit reads: texts, lists and fields.
function isPlain(node) {
  if (node === null) return true;
  if (node.anchor || node.tag) return false;
  if (isMap(node)) return node.items.every((one) => isScalar(one.key) && isPlain(one.value));
  return isSeq(node) ? node.items.every(isPlain) : isScalar(node);
}
