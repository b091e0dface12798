// Hand in documents by dropping them, several at once, with the progress of each. Without this
// script the form sends them together.
import {renewed} from "./asking.js";

const form = document.querySelector("form[data-drop]");
const input = form?.querySelector('input[type="file"]');
const list = form?.querySelector("[data-progress]");
const mostBytes = Number(form?.dataset.mostBytes);
const mostFiles = Number(form?.dataset.mostFiles);

function line(name) {
  const item = document.createElement("li");
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  words.textContent = name;
  item.append(words, bar);
  list.append(item);
  return {
    moved(share) {
      bar.value = share;
      if (share === 1) words.textContent = `${name}: กำลังตรวจ`;
    },
    ended(text) {
      if (text) {
        bar.remove();
        words.textContent = `${name}: ${text}`;
        item.className = "problem";
      } else {
        item.remove();
      }
    },
  };
}

function show(text) {
  const answer = new DOMParser().parseFromString(text, "text/html");
  const notes = answer.getElementById("documents-notes");
  if (!notes) return false;
  document.getElementById("documents-notes").append(...document.importNode(notes, true).childNodes);
  for (const id of ["documents-waiting", "documents-list"]) {
    const fresh = answer.getElementById(id);
    if (fresh) document.getElementById(id).replaceChildren(...document.importNode(fresh, true).childNodes);
  }
  return true;
}

function send(file, title) {
  const progress = line(file.name);
  if (file.size > mostBytes) {
    progress.ended(`ใหญ่เกิน ${Math.floor(mostBytes / 1e6)} MB`);
    return Promise.resolve();
  }
  return post(file, title, progress, renewed);
}

function post(file, title, progress, renew) {
  const data = new FormData();
  for (const hidden of form.querySelectorAll('input[type="hidden"]')) data.append(hidden.name, hidden.value);
  data.append("do", "hand-in");
  data.append("title", title);
  data.append("documents", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.moved(event.loaded / event.total);
    });
    request.addEventListener("load", async () => {
      // The officer may have signed in again in another window.
      if (request.status === 403 && await renew().catch(() => false)) {
        resolve(post(file, title, progress, () => Promise.resolve(false)));
        return;
      }
      progress.ended(show(request.responseText) ? "" : "ส่งไม่สำเร็จ ลองใหม่อีกครั้ง");
      resolve();
    });
    request.addEventListener("error", () => {
      progress.ended("ติดต่อโปรแกรมไม่ได้ ไฟล์ยังอยู่ในเครื่องของท่าน ลองใหม่อีกครั้ง");
      resolve();
    });
    request.send(data);
  });
}

async function sendAll(files) {
  const titleField = form.elements.title;
  const title = files.length === 1 ? titleField.value : "";
  document.getElementById("documents-notes").replaceChildren();
  list.replaceChildren();
  if (files.length > mostFiles) line(`ครั้งละไม่เกิน ${mostFiles} ไฟล์`).ended("เลือกใหม่ให้น้อยลง");
  else for (const file of files) await send(file, title);
  form.reset();
  // The item may have become complete.
  document.dispatchEvent(new Event("desk:handed-in"));
}

form?.addEventListener("submit", (event) => {
  if (!input.files.length) return;
  event.preventDefault();
  sendAll([...input.files]);
});

if (form) {
  // A file dropped beside the frame would replace the page, and what was typed with it.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  }
  form.addEventListener("dragover", () => form.classList.add("drop--over"));
  form.addEventListener("dragleave", () => form.classList.remove("drop--over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("drop--over");
    if (event.dataTransfer.files.length) sendAll([...event.dataTransfer.files]);
  });
}
