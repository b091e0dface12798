// Moves an entry of a list: with a key, or by dragging it. Both do what the buttons ↑ and ↓ do, which
// stay for everybody; the desk keeps the order, this page only shows it.
import {element, say} from "./asking.js";

const FOCUS = "desk-focus";

const entriesOf = (list) => [...list.querySelectorAll(".entry")].filter((entry) => listOf(entry) === list);
const listOf = (entry) => entry.parentElement.closest("[data-list]");

/** The button of an entry, not of those inside it, that does something: "up", "down". */
const buttonOf = (entry, what) => [...entry.querySelectorAll(`button[name="do"][value^="${what}:"]`)]
  .find((button) => button.closest(".entry") === entry);

/** The path of an entry in the form: "people/2". */
function pathOf(entry) {
  const button = ["remove", "up", "down", "copy"].map((what) => buttonOf(entry, what)).find(Boolean);
  return button?.value.slice(button.value.indexOf(":") + 1);
}

/** Move the entry around an element one place; false if there is nothing to move. */
export function move(target, by) {
  const entry = target.closest?.("[data-list] .entry");
  const button = entry && buttonOf(entry, by < 0 ? "up" : "down");
  if (!button || button.disabled) return false;
  const list = listOf(entry).dataset.list;
  const path = pathOf(entry);
  const moved = `${list}/${Number(path.slice(list.length + 1)) + by}`;
  // The page is loaded again: the same field is focused, where its entry is then.
  if (target.name?.startsWith(`f/${path}/`)) {
    sessionStorage.setItem(FOCUS, target.name.replace(`f/${path}/`, `f/${moved}/`));
  }
  button.click();
  return true;
}

/** Tell the desk that an entry was dragged: first all that was typed, then one step at a time. */
async function commit(entry, by) {
  const form = entry.closest("form");
  const path = pathOf(entry);
  const at = path.lastIndexOf("/");
  const list = path.slice(0, at);
  let place = Number(path.slice(at + 1));
  let data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  const token = data.get("token") ?? "";
  for (let left = Math.abs(by); left; left -= 1) {
    data.set("do", `${by < 0 ? "up" : "down"}:${list}/${place}`);
    const answer = await fetch(form.getAttribute("action") ?? location.pathname, {
      method: "POST", body: new URLSearchParams(data), redirect: "manual", headers: {"X-Desk-Token": token},
    });
    if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(answer.statusText);
    place += Math.sign(by);
    data = new FormData();
    data.set("token", token);
  }
  sessionStorage.setItem(FOCUS, `f/${list}/${place}`);
  location.href = location.pathname + location.search;
}

function drag(event, entry) {
  event.preventDefault();
  const entries = () => entriesOf(listOf(entry));
  const from = entries().indexOf(entry);
  entry.classList.add("entry--moving");
  // The other entries make room: one that left the page would not get the finger's movements.
  const follow = ({clientY}) => {
    const all = entries();
    const at = all.indexOf(entry);
    const middle = (other) => { const box = other.getBoundingClientRect(); return box.top + box.height / 2; };
    if (at > 0 && clientY < middle(all[at - 1])) entry.after(all[at - 1]);
    else if (at < all.length - 1 && clientY > middle(all[at + 1])) entry.before(all[at + 1]);
    else return;
    say(`ลำดับที่ ${entries().indexOf(entry) + 1} จาก ${all.length}`);
  };
  const putBack = () => {
    const all = entries();
    const at = all.indexOf(entry);
    all.slice(from, at).reverse().forEach((other) => entry.after(other));
    all.slice(at + 1, from + 1).forEach((other) => entry.before(other));
  };
  const end = (done) => {
    document.removeEventListener("pointermove", follow);
    document.removeEventListener("pointerup", drop);
    document.removeEventListener("pointercancel", cancel);
    document.removeEventListener("keydown", escape);
    entry.classList.remove("entry--moving");
    done();
  };
  const drop = () => end(() => {
    const by = entries().indexOf(entry) - from;
    if (!by) return;
    commit(entry, by).catch(() => { putBack(); say("ย้ายไม่สำเร็จ ลองใหม่หรือใช้ปุ่มขึ้นลง"); });
  });
  const cancel = () => end(putBack);
  const escape = ({key}) => { if (key === "Escape") cancel(); };
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", drop);
  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", escape);
}

for (const list of document.querySelectorAll("[data-list]")) {
  const entries = entriesOf(list);
  if (entries.length < 2) continue;
  for (const entry of entries) {
    const tools = [...entry.querySelectorAll(".entry-tools")].find((row) => row.closest(".entry") === entry);
    if (!tools || !(buttonOf(entry, "up") || buttonOf(entry, "down"))) continue;
    // For pointers only: the keyboard has the buttons.
    const grip = element("span", {className: "entry-grip", textContent: "⠿ ลาก"});
    grip.setAttribute("aria-hidden", "true");
    grip.addEventListener("pointerdown", (event) => { if (event.button === 0) drag(event, entry); });
    tools.append(grip);
  }
}

const wanted = sessionStorage.getItem(FOCUS);
if (wanted) {
  sessionStorage.removeItem(FOCUS);
  const field = document.getElementById(wanted) ?? document.querySelector(`[id^="${CSS.escape(wanted)}/"]`);
  field?.focus();
}
