/*
 * What Zensical's theme expects of a script in the page: where the site begins, and what it keeps
 * in the reader's browser under that address.
 */
"use strict";

var __md_scope = new URL("..", document.currentScript.src);

function __md_get(key, store = localStorage, scope = __md_scope) {
  return JSON.parse(store.getItem(`${scope.pathname}.${key}`));
}

function __md_set(key, value, store = localStorage, scope = __md_scope) {
  try {
    store.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser may be told to keep nothing.
  }
}

function __md_hash(text) {
  return [...text].reduce((hash, letter) => ((hash << 5) - hash + letter.charCodeAt(0)) | 0, 0);
}
