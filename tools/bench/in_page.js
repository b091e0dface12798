/*
 * Runs in each page before its own scripts: the search worker in the page's thread, which Chromium
 * slows down, and how long a search and a filter take until their answer is drawn.
 */
"use strict";

const RESULT = 3;
let answered = () => {};

/** A worker whose code runs in the page; messages are copied as between threads. */
window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    const location = new URL(address, document.baseURI);
    const inside = new EventTarget();
    const send = (target, data) => {
      const message = new MessageEvent("message", { data: structuredClone(data) });
      setTimeout(() => {
        target.dispatchEvent(message);
        target.onmessage?.(message);
      });
    };
    const self = {
      location,
      fetch: (path, options) => fetch(new URL(path, location), options),
      addEventListener: inside.addEventListener.bind(inside),
      postMessage: (data) => {
        send(this, data);
        if (data.type === RESULT) answered(data.data);
      },
      importScripts: (...paths) => {
        for (const path of paths) {
          const request = new XMLHttpRequest();
          request.open("GET", new URL(path, location), false);
          request.send();
          (0, eval)(request.responseText);
        }
      },
    };
    const names = ["self", ...Object.keys(self)];
    this.ready = fetch(location).then((response) => response.text()).then((code) => {
      Function(...names, code)(self, ...Object.values(self));
    });
    this.inside = inside;
    this.send = send;
  }

  postMessage(data) {
    this.ready.then(() => this.send(this.inside, data));
  }

  terminate() {}
};

const PATIENCE = 120_000;  // milliseconds until an answer that does not come is an error

/** Wait for a promise, but not for ever. */
const within = (answer) => Promise.race([
  answer,
  new Promise((_, fail) => setTimeout(() => fail(Error("no answer")), PATIENCE)),
]);

const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** Put a text into a box as if it was typed. */
function type(box, text) {
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

window.bench = {
  /** Return the milliseconds until the first results of a query are drawn. */
  async search(query) {
    const start = performance.now();
    const found = new Promise((done) => { answered = ({ items }) => items?.length && done(); });
    document.getElementById("__search").checked = true;
    type(document.querySelector(".md-search__input"), query);
    await within(found);
    await drawn();
    return performance.now() - start;
  },

  /** Return the milliseconds until the rows that have these words are drawn. */
  async filter(words) {
    const start = performance.now();
    const status = document.querySelector(".oit-found");
    const found = new Promise((done) => {
      const look = () => /^พบ/.test(status.textContent) && done();
      new MutationObserver(look).observe(status, { childList: true, characterData: true, subtree: true });
    });
    type(document.querySelector(".oit-data input[type=search]"), words);
    await within(found);
    await drawn();
    return performance.now() - start;
  },
};
