/*
 * Keyboard and screen reader support that the theme lacks.
 *
 * Without this script everything is still readable and every link works.
 */
"use strict";

const find = (selector) => document.querySelector(selector);

/* The print style repeats the title on every sheet, beside the agency's name. */
document.documentElement.dataset.title = find("h1:not(.oit-hero h1)")?.textContent.trim() ?? "";

/** Replace a label by a button, which Tab reaches, keys press, and screen readers announce. */
function makeButton(label, name) {
  const toggle = document.getElementById(label.htmlFor);
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} oit-opens${label.htmlFor}`;
  button.setAttribute("aria-label", name);
  button.append(...label.children);
  button.addEventListener("click", () => label.click());
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  toggle.addEventListener("change", tell);
  tell();
  label.hidden = true;
  label.after(button);
  return [button, toggle];
}

document.getElementById("__drawer").checked = false; // Firefox remembers it in a page loaded again
const [menuButton, menu] = makeButton(find(".md-header__button[for=__drawer]"), "เมนู");
const [searchButton, search] = makeButton(find(".md-header__button[for=__search]"), "ค้นหา");

/* The search. A blank query makes the worker load its index when the box is entered. */
const query = find(".md-search__input");
const dialog = find(".md-search");
const results = find(".md-search-result__list");
const summary = find(".md-search-result__meta");
const SEARCHING = "กำลังค้นหา…";
let opener = null, searched = "", focused = null;

summary.setAttribute("role", "status");
query.addEventListener("focus", () => {
  for (const value of query.value ? [] : [" ", ""]) {
    query.value = value;
    query.dispatchEvent(new KeyboardEvent("keyup"));
  }
}, { once: true });

/* The theme searches on keyup, which pasted and dictated text does not trigger. */
query.addEventListener("input", () => {
  const isNew = query.value !== searched && query.value.trim();
  if (isNew && !results.childElementCount) summary.textContent = SEARCHING;
  searched = query.value;
  query.dispatchEvent(new KeyboardEvent("keyup"));
});

/* Tab moves to the results instead of closing the search; leaving the last result closes it. */
dialog.addEventListener("keydown", (event) => {
  if (event.key === "Tab" && search.checked) event.stopPropagation();
});
dialog.addEventListener("focusout", ({ relatedTarget }) => {
  if (search.checked && relatedTarget && !dialog.contains(relatedTarget)) search.click();
});

/* Results of older years arrive later: the list is drawn again, and the focus stays on its result. */
dialog.addEventListener("focusin", ({ target }) => {
  focused = results.contains(target) ? target.href : null;
});

function keepFocus() {
  if (!focused || !search.checked || document.activeElement !== document.body) return;
  [...results.querySelectorAll("a[href]")].find((link) => link.href === focused)?.focus();
}

/* Closing the search returns to where it was opened. */
dialog.addEventListener("focus", ({ relatedTarget }) => {
  if (relatedTarget && !dialog.contains(relatedTarget)) opener = relatedTarget;
}, true);
search.addEventListener("change", () => {
  if (!search.checked) opener = null;
});

/* What to do if nothing is found is the same for the whole site; the page brings it as a template. */
const advice = document.createElement("div");
advice.className = "oit-nothing-found";
advice.hidden = true;
advice.append(find("#oit-nothing-found")?.content.cloneNode(true) ?? "");
find(".md-search-result").after(advice);

new MutationObserver(() => {
  for (const link of results.querySelectorAll("a[tabindex]")) link.removeAttribute("tabindex");
  keepFocus();
  // The worker can speak only through its results.
  const note = results.querySelector(".oit-search-note");
  if (note) summary.append(" · ", note);
  const failed = results.querySelector(".oit-search-failed");
  if (failed) {
    summary.textContent = failed.textContent;
    results.replaceChildren();
  }
  const isAnswered = query.value.trim() && summary.textContent !== SEARCHING;
  advice.hidden = !isAnswered || results.childElementCount > 0;
}).observe(results.parentElement, { childList: true, subtree: true });

/* The folded search box must not receive focus; on wide screens it is always visible. */
const isWide = matchMedia("(min-width: 60em)");

function unfold() {
  query.tabIndex = search.checked || isWide.matches ? 0 : -1;
}

search.addEventListener("change", unfold);
isWide.addEventListener("change", unfold);
unfold();

/* The theme marks what was searched for only within one piece of text: join those between which words
   are kept together. */
if (new URLSearchParams(location.search).has("h")) {
  for (const word of document.querySelectorAll("main .oit-word")) {
    const parent = word.parentNode;
    word.replaceWith(word.textContent);
    parent.normalize();
  }
}

/* The front page has a button of its own, which works only with this script. */
const finder = find(".oit-find");
if (finder) {
  finder.hidden = false;
  finder.addEventListener("click", () => {
    if (!search.checked) search.click();
    query.focus();
  });
}

/* The back-to-top button disappears while scrolling and would lose the focus; the Home key does the
   same. */
find(".md-top")?.setAttribute("tabindex", "-1");

/* The menu of small screens: the page behind it is inert while it is open. */
const drawer = find(".md-sidebar--primary");
const behind = document.querySelectorAll(".md-header, .md-content, .md-footer, .md-skip");
const isSmall = matchMedia("(max-width: 76.234375em)");

function settle() {
  const open = menu.checked && isSmall.matches;
  drawer.inert = isSmall.matches && !open;
  for (const element of behind) element.inert = open;
  if (open) drawer.querySelector("a[href]").focus();
}

menu.addEventListener("change", settle);
isSmall.addEventListener("change", settle);
settle();

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  if (menu.checked) {
    menu.click();
    menuButton.focus();
  } else if (search.checked) {
    // The theme closes the search after this handler, and would lose the focus.
    const back = opener ?? searchButton;
    setTimeout(() => back.focus());
  }
});

/* A frame receives focus only if it can be scrolled. */
const frames = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
    if (scrolls) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
    target.toggleAttribute("data-scrolls", target.scrollWidth > target.clientWidth);
  }
});
/* The theme puts a frame around each table of a page written by hand when the page has been read. */
document.addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll(".oit-table, .md-typeset__scrollwrap")) frames.observe(frame);
});

/* A browser does not open a folder of the disk as a page, and lets no script read the search index. */
if (location.protocol === "file:") {
  const note = document.createElement("p");
  note.className = "oit-from-disk";
  note.setAttribute("role", "status");
  note.textContent =
    "เปิดจากไฟล์โดยตรง ลิงก์และการค้นหาจึงใช้ไม่ได้ ให้สั่ง oit serve ตามด้วยชื่อโฟลเดอร์นี้ แล้วเปิดที่อยู่ที่คำสั่งบอก";
  find("main").prepend(note);
}
