// Pastes cells of a spreadsheet into the fields of a list's entries: from the field that is focused to
// the right and down. What does not fit goes to the page that shows what each column is. Lines that are
// pasted into a list of texts become a text each.
import {fill, item, say, send} from "./asking.js";

const PASTED = "desk-pasted";

const entryOf = (field) => field.closest(".entry");
const fieldsOf = (entry) => [...entry.querySelectorAll("input, textarea, select")].filter((field) =>
  entryOf(field) === entry && field.name.startsWith("f/") && !field.disabled && !field.readOnly
  && !["hidden", "radio", "checkbox", "file"].includes(field.type));

/** The value for a field: of a choice, the one whose word or label the cell has. */
function valueFor(field, cell) {
  if (field.tagName !== "SELECT") return field.tagName === "TEXTAREA" ? cell : cell.replace(/\s+/g, " ").trim();
  const text = cell.trim();
  return [...field.options].find((option) => [option.value, option.text.trim()].includes(text))?.value;
}

function fillFrom(entries, skipped, rows) {
  let last;
  rows.forEach((row, down) => {
    const fields = fieldsOf(entries[down]).slice(skipped);
    row.forEach((cell, right) => {
      const value = valueFor(fields[right], cell);
      if (value !== undefined) fill(last = fields[right], value);
    });
  });
  last?.focus();
  say(`วางแล้ว ${rows.length} แถว`);
}

/** Go on with the page for pasting; what was typed in the form is kept first. */
function goToPage(list, text, field) {
  const first = field.name.slice(field.name.lastIndexOf("/") + 1);
  sessionStorage.setItem(PASTED, JSON.stringify({list, text, first}));
  const button = document.querySelector(`button[name="do"][value="${CSS.escape(`paste:${list}`)}"]`);
  if (button) button.click();
  else location.href = `${item}paste/${list}/`;
}

/** The field for the text after a field: the next one, or a new one at the end of the list. */
function fieldAfter(field) {
  const fields = [...field.closest(".texts").querySelectorAll(':is(input, textarea)[name^="f/"]')];
  const next = fields[fields.indexOf(field) + 1];
  if (next) return next;
  const number = Number(field.name.match(/\d+$/)[0]);
  const name = field.name.replace(/\d+$/, number + 1);
  const made = Object.assign(field.cloneNode(), {name, id: name, value: ""});
  ["aria-describedby", "aria-invalid"].forEach((attribute) => made.removeAttribute(attribute));
  made.setAttribute("aria-label", `ข้อความที่ ${number + 2} (ใหม่)`);
  field.after(made);
  return made;
}

function fillTexts(field, lines) {
  let at = field;
  lines.forEach((line, number) => {
    if (number) at = fieldAfter(at);
    fill(at, line);
  });
  at.focus();
  say(`วางแล้ว ${lines.length} ข้อความ`);
}

document.addEventListener("paste", async (event) => {
  const field = event.target;
  const entry = field.closest?.("[data-list] .entry");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const isText = field.matches?.(":is(input, textarea)") && field.closest(".texts");
  if (isText && lines.length > 1 && !text.startsWith('"')) {
    event.preventDefault();
    fillTexts(field, lines);
    return;
  }
  const hasCells = text.includes("\t") || (field.tagName === "INPUT" && /\n./.test(text.trim()));
  if (!entry || !hasCells || !field.name?.startsWith("f/")) return;
  event.preventDefault();
  const list = entry.parentElement.closest("[data-list]");
  const name = list.dataset.list;
  let cells;
  try {
    cells = await send(`${item}paste/${name}/`, {do: "cells", text});
  } catch {
    say("วางไม่สำเร็จ");
    fill(field, field.value + text.replace(/\s+/g, " "));
    return;
  }
  const {rows, has_heading: hasHeading} = cells;
  const all = [...list.querySelectorAll(".entry")].filter((other) => other.parentElement.closest("[data-list]") === list);
  const entries = all.slice(all.indexOf(entry));
  const skipped = fieldsOf(entry).indexOf(field);
  const fits = !hasHeading && rows.length <= entries.length
    && rows.every((row, down) => row.length <= fieldsOf(entries[down]).length - skipped);
  if (fits) fillFrom(entries, skipped, rows);
  else goToPage(name, text, field);
});

// The page for pasting takes over what did not fit, and shows it at once.
const box = document.querySelector("textarea[data-paste]");
const pasted = JSON.parse(sessionStorage.getItem(PASTED) ?? "null");
if (box && pasted?.list === box.dataset.paste) {
  sessionStorage.removeItem(PASTED);
  const first = Object.assign(document.createElement("input"), {type: "hidden", name: "first", value: pasted.first});
  box.value = pasted.text;
  box.form.append(first);
  box.form.requestSubmit(box.form.querySelector('button[value="look"]'));
}
