// Moves a row of a list: with a key, or by dragging it. Both do what the buttons "up" and "down" do,
// which stay for everybody; the desk keeps the order, this page only shows it.
import {element, post, say} from "./asking.js";
import {unfold} from "./folds.js";

const FOCUS = "desk-focus";
const EDGE = 80; // how near the edge of the window a row is dragged for the page to scroll
const ROW = ".entry, .text, .rows tbody tr"; // an entry, a line of text, an entry with a page of its own

/** The button of a row, not of those inside it, that does something: "up", "down". */
const buttonOf = (row, what) => [...row.querySelectorAll(`button[name="do"][value^="${what}:"]`)]
  .find((button) => button.closest(ROW) === row);

/** The path of a row in the form: "people/2". */
function pathOf(row) {
  const button = ["remove", "up", "down"].map((what) => buttonOf(row, what)).find(Boolean);
  return button?.value.slice(button.value.indexOf(":") + 1);
}

/** The list of a path, and the number in it: "people" and 2. */
function placeOf(path) {
  const at = path.lastIndexOf("/");
  return [path.slice(0, at), Number(path.slice(at + 1))];
}

/** The rows of the same list, in the order in which they are shown. */
function rowsOf(row) {
  const [list] = placeOf(pathOf(row));
  return [...row.parentElement.children].filter((other) => {
    const path = other.matches(ROW) && pathOf(other);
    return path && placeOf(path)[0] === list;
  });
}

/** Move the row around an element one place; false if there is nothing to move. */
export function move(target, by) {
  const what = by < 0 ? "up" : "down";
  let row = target.closest?.(ROW);
  while (row && !pathOf(row)) row = row.parentElement.closest(ROW);
  const button = row && buttonOf(row, what);
  if (!button || button.disabled) return false;
  const path = pathOf(row);
  const [list, number] = placeOf(path);
  // The page is loaded again: the same field is focused, where its row is then.
  const field = target.name?.startsWith(`f/${path}`) ? target.name.slice(`f/${path}`.length) : "";
  sessionStorage.setItem(FOCUS, `f/${list}/${number + by}${field}`);
  button.click();
  return true;
}

/** Tell the desk that a row was dragged: first all that was typed, then one step at a time. */
async function commit(row, by) {
  const form = row.closest("form");
  const [list, number] = placeOf(pathOf(row));
  let place = number;
  let data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  for (let left = Math.abs(by); left; left -= 1) {
    data.set("do", `${by < 0 ? "up" : "down"}:${list}/${place}`);
    const address = form.getAttribute("action") ?? location.pathname;
    const answer = await post(address, new URLSearchParams(data), {redirect: "manual"});
    if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(answer.statusText);
    place += Math.sign(by);
    data = new FormData(); // the first has kept all that was typed
  }
  sessionStorage.setItem(FOCUS, `f/${list}/${place}`);
  location.href = location.pathname + location.search;
}

const scroll = (top) => scrollBy({top, behavior: "instant"});

function middle(row) {
  const box = row.getBoundingClientRect();
  return box.top + box.height / 2;
}

function drag(event, row) {
  event.preventDefault();
  const from = rowsOf(row).indexOf(row);
  row.classList.add("moving");
  // Entries shrink to their names, so that several are seen at once. The row stays under the pointer, or
  // where the page is too short for that, as far from it.
  row.parentElement.classList.add("ordering");
  scroll(middle(row) - event.clientY);
  const away = event.clientY - middle(row);
  // The other rows make room: one that left the page would not get the finger's movements.
  const follow = ({clientY}) => {
    const y = clientY - away;
    if (y < EDGE) scroll(-EDGE / 2);
    if (y > innerHeight - EDGE) scroll(EDGE / 2);
    const rows = rowsOf(row);
    const at = rows.indexOf(row);
    if (at > 0 && y < middle(rows[at - 1])) row.after(rows[at - 1]);
    else if (at < rows.length - 1 && y > middle(rows[at + 1])) row.before(rows[at + 1]);
    else return;
    say(`ลำดับที่ ${rowsOf(row).indexOf(row) + 1} จาก ${rows.length}`);
  };
  const putBack = () => {
    const rows = rowsOf(row);
    const at = rows.indexOf(row);
    rows.slice(from, at).reverse().forEach((other) => row.after(other));
    rows.slice(at + 1, from + 1).forEach((other) => row.before(other));
  };
  const end = (done) => {
    document.removeEventListener("pointermove", follow);
    document.removeEventListener("pointerup", drop);
    document.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    row.classList.remove("moving");
    row.parentElement.classList.remove("ordering");
    row.scrollIntoView({block: "center", behavior: "instant"});
    done();
  };
  const drop = () => end(() => {
    const by = rowsOf(row).indexOf(row) - from;
    if (!by) return;
    commit(row, by).catch(() => { putBack(); say("ย้ายไม่สำเร็จ ลองใหม่หรือใช้ปุ่มเลื่อนขึ้นลง"); });
  });
  const cancel = () => end(putBack);
  const escape = ({key}) => { if (key === "Escape") cancel(); };
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
}

for (const row of document.querySelectorAll(ROW)) {
  const button = buttonOf(row, "up") ?? buttonOf(row, "down");
  if (!button) continue; // it cannot be moved, or is alone
  // For pointers only: the keyboard has the buttons.
  const grip = element("span", {className: "grip", textContent: "⠿ ลาก"});
  grip.setAttribute("aria-hidden", "true");
  grip.addEventListener("pointerdown", (event) => { if (event.button === 0) drag(event, row); });
  grip.addEventListener("click", (event) => event.preventDefault()); // it folds nothing
  (row.querySelector(":scope > summary, .tools") ?? button.closest(".entry-tools"))?.append(grip);
}

const wanted = sessionStorage.getItem(FOCUS);
sessionStorage.removeItem(FOCUS);
if (wanted) {
  // After the browser has gone to the part of the page that the address names.
  const focus = () => setTimeout(() => {
    const place = document.getElementById(wanted);
    unfold(place);
    place?.focus();
  });
  if (document.readyState === "complete") focus();
  else addEventListener("load", focus);
}
