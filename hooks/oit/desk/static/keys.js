// Keys for those who write much: Ctrl+S saves, Alt+↑ and Alt+↓ move a row, ? lists them.
import {element} from "./asking.js";
import {move} from "./moving.js";

const KEYS = [
  ["Ctrl+S", "บันทึก"],
  ["Alt+↑", "ย้ายรายการนี้ขึ้น"],
  ["Alt+↓", "ย้ายรายการนี้ลง"],
  ["Ctrl+V", "วางหลายช่องจาก Excel ลงในรายการ"],
  ["Tab", "ไปช่องถัดไป"],
  ["Esc", "ปิดปฏิทินหรือหน้าต่างนี้"],
  ["?", "แสดงรายการนี้ (เมื่อไม่ได้อยู่ในช่องกรอก)"],
];

const save = () => document.querySelector('button[name="do"][value="save"]:not(:disabled)');
const isTyping = (target) => target.matches?.("input, textarea, select, [contenteditable]");

function help() {
  if (document.querySelector("dialog[open]")) return;
  const list = element("dl");
  for (const [key, what] of KEYS) {
    list.append(element("dt", {}, element("kbd", {textContent: key})), element("dd", {textContent: what}));
  }
  const title = element("h2", {id: "keys-title", textContent: "ปุ่มลัด"});
  const close = element("button", {type: "button", textContent: "ปิด", autofocus: true});
  const dialog = element("dialog", {}, title, list, close);
  dialog.setAttribute("aria-labelledby", title.id);
  close.addEventListener("click", () => dialog.close());
  const before = document.activeElement;
  dialog.addEventListener("close", () => { dialog.remove(); before?.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === "KeyS") {
    event.preventDefault(); // never the browser's own "save page", not even where there is no form
    save()?.click();
  } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    if (move(event.target, event.key === "ArrowUp" ? -1 : 1)) event.preventDefault();
  } else if (event.key === "?" && !isTyping(event.target)) {
    event.preventDefault();
    help();
  }
});

if (save()) {
  const button = element("button", {type: "button", className: "help", textContent: "?"});
  button.setAttribute("aria-label", "ปุ่มลัดบนแป้นพิมพ์");
  button.addEventListener("click", help);
  (document.querySelector("main") ?? document.body).append(button);
}
