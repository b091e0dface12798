// The checker beside the form: after each field the form is sent, kept as a draft, and what the checker
// says is shown. The focus and the page never move, and nothing that is typed is ever replaced.
import {post} from "./asking.js";

const panel = document.getElementById("status");
const form = document.getElementById("form");
const said = document.getElementById("live");
const WAIT = 600;
const AGAIN = 5000;
const NET = `typed:${location.pathname}`;

const PATIENCE = 4000;

let timer = 0;
let running = null; // what ends when the desk has answered
let isLeaving = false;
let waiting = false;
let lastSent = "";

/** The fields of the form as they are sent; files wait for the officer to save. */
function fields() {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") sent.append(name, value);
  }
  return sent;
}

/** What an officer can lose: the values, without the token and the version of the page. */
function typed() {
  const values = [...fields()].filter(([name]) => name.startsWith("f/") || name === "says");
  return JSON.stringify(values);
}

/** Which version of the file the page shows: another one means that the form was saved. */
const version = () => form.elements.namedItem("version")?.value ?? "";

/** Say something, once, below the form; screen readers wait until the officer pauses. */
function say(text) {
  if (said.textContent !== text) said.textContent = text;
}

/** Turn a part of a page that the desk has made into elements. */
function elements(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}

function show(answer) {
  if (answer.status !== undefined && !panel.contains(document.activeElement)) {
    const open = [...panel.querySelectorAll("details")].map((part) => part.open);
    panel.replaceChildren(...elements(answer.status).childNodes);
    panel.querySelectorAll("details").forEach((part, index) => { part.open = open[index] ?? false; });
  }
  for (const place of form.querySelectorAll('.field-messages[id^="m/"]')) {
    const html = answer.messages?.[place.id];
    const items = html ? elements(html).querySelectorAll("li") : [];
    const text = [...items].map((item) => item.textContent).join();
    if (text === [...place.children].map((item) => item.textContent).join()) continue;
    place.replaceChildren(...items);
    const input = document.getElementById(place.id.replace(/^m/, "f"));
    if (input?.matches("input, select, textarea")) {
      const wrong = [...items].some((item) => item.classList.contains("error"));
      if (wrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
  const kept = document.getElementById("kept");
  if (kept && answer.kept !== undefined) kept.textContent = answer.kept;
}

/** How the items stand, in one sentence for those who hear the page. */
function summary() {
  return [...panel.querySelectorAll("h2")].map((head) => head.innerText.replace(/\s+/g, " ")).join(" ");
}

function ask() {
  clearTimeout(timer);
  if (isLeaving || typed() === lastSent) return;
  waiting = Boolean(running);
  running ??= send().finally(() => {
    running = null;
    if (waiting) ask();
  });
}

async function send() {
  const now = typed();
  const before = summary();
  try {
    const response = await post(panel.dataset.check, fields());
    if (response.redirected || response.status === 401) {
      say("ต้องเข้าสู่ระบบใหม่ เปิดโต๊ะทำงานในอีกหน้าต่างหนึ่งแล้วเข้าสู่ระบบ ข้อความในหน้านี้ยังอยู่");
      timer = setTimeout(ask, AGAIN);
      return;
    }
    if (response.status === 403) {
      remember();
      say("โต๊ะทำงานไม่รับสิ่งที่ส่งจากหน้านี้แล้ว เช่น เพราะเข้าสู่ระบบเป็นบัญชีอื่น ให้เข้าสู่ระบบเป็นบัญชีเดิม แล้วโหลดหน้านี้ใหม่ และนำข้อความกลับมาได้");
      return;
    }
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    if (!isJson) throw new Error(response.statusText);
    const answer = await response.json();
    lastSent = now;
    // While the officer typed on, the answer is about what she had typed before.
    if (typed() === now) show(answer);
    if (answer.problem) {
      say(answer.problem);
    } else {
      sessionStorage.removeItem(NET);
      // The preview shows what the desk has kept.
      document.dispatchEvent(new Event("desk:kept"));
      say(summary() === before ? "" : summary());
    }
  } catch {
    say("ติดต่อโต๊ะทำงานไม่ได้ ข้อความยังอยู่ในหน้านี้ จะลองใหม่เอง อย่าเพิ่งปิดหน้า");
    timer = setTimeout(ask, AGAIN);
  }
}

/** Send the form after what was sent before it: the desk keeps what comes last. */
async function leave(button) {
  isLeaving = true;
  await Promise.race([running, new Promise((late) => { setTimeout(late, PATIENCE); })]);
  running = null;
  form.requestSubmit(button);
}

/** Note what is typed until the desk has it; ``removed`` is the entry that a button takes away. */
function remember(removed) {
  const values = JSON.parse(typed()).filter(([name]) => !removed || !`${name}/`.startsWith(`f/${removed}/`));
  try {
    sessionStorage.setItem(NET, JSON.stringify({version: version(), values: JSON.stringify(values)}));
  } catch {
    // The browser keeps nothing; the desk does.
  }
}

function later() {
  remember();
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT);
}

/** Put back what could not be sent before the page was left; only into fields that are there. */
function offer() {
  const kept = JSON.parse(sessionStorage.getItem(NET) ?? "null");
  // Entries may have been added and moved since.
  const here = new Set(JSON.parse(typed()).map(([, value]) => value));
  const isHere = !kept || JSON.parse(kept.values).every(([, value]) => !value || here.has(value));
  if (kept?.version !== version() || isHere) {
    sessionStorage.removeItem(NET);
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "นำข้อความที่ยังไม่ได้ส่งกลับมา";
  button.addEventListener("click", () => {
    for (const [name, value] of JSON.parse(kept.values)) {
      for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (input.type === "radio") input.checked = input.value === value;
        else if (input.type !== "file" && input.type !== "hidden") input.value = value;
      }
    }
    button.remove();
    ask();
  });
  said.after(button);
}

if (panel && form && said && form.querySelector('[name="token"], [name="do"]')) {
  const bar = form.querySelector(".bar");
  if (bar) bar.append(said);
  lastSent = typed();
  offer();
  form.addEventListener("input", later);
  form.addEventListener("change", () => { remember(); ask(); });
  form.addEventListener("focusout", ask);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    remember(event.submitter?.value.match(/^remove:(.*)$/)?.[1]);
    if (!running) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    if (!isLeaving) leave(event.submitter);
  });
  addEventListener("pageshow", () => { isLeaving = false; });
  addEventListener("online", ask);
  document.addEventListener("desk:handed-in", () => {
    lastSent = "";
    ask();
  });
  addEventListener("pagehide", () => {
    if (typed() !== lastSent) remember();
  });
}
