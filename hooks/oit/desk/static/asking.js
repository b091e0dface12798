// Questions to the desk, and what is said to screen readers.

/** The part of the page's address before the form's own: "/2569/o7/", or "/" elsewhere. */
export const item = location.pathname.match(/^\/\d+\/[^/]+\//)?.[0] ?? "/";

/** The fiscal year of the page; empty if it has none. */
export const year = location.pathname.match(/^\/(\d+)\//)?.[1] ?? "";

/** Ask how a text is read: {value, words}, or {} if it cannot be read or the desk does not answer. */
export async function understand(kind, text) {
  if (!text.trim()) return {};
  try {
    const answer = await fetch(`/understood/?${new URLSearchParams({kind, text, year})}`);
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

/** Send a form's data to an address of the desk and return its JSON; an error if it refuses. */
export async function send(address, fields) {
  const answer = await post(address, new URLSearchParams(fields));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/** Post fields to the desk; if the token of this page is stale, with that of the new session. */
export async function post(address, body, options = {}) {
  const once = () => {
    const token = document.querySelector('meta[name="token"]')?.content ?? "";
    body.set("token", token);
    return fetch(address, {
      ...options, method: "POST", body, headers: {"X-Desk-Token": token, Accept: "application/json"},
    });
  };
  const answer = await once();
  return answer.status === 403 && await renewed() ? once() : answer;
}

/**
 * Take over the token of the session that the officer has begun in another window since this page was
 * made. Whether there is one: not while she has signed out, nor if somebody else has signed in.
 */
export async function renewed() {
  const answer = await fetch(location.pathname);
  if (!answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const who = (part) => part.querySelector("header .who")?.textContent;
  const meta = (part) => part.querySelector('meta[name="token"]');
  const token = meta(page)?.content;
  if (!token || token === meta(document).content || who(page) !== who(document)) return false;
  meta(document).content = token;
  document.querySelectorAll('input[name="token"]').forEach((input) => { input.value = token; });
  return true;
}

let speaker;

/** Say something to those who hear the page. */
export function say(text) {
  if (!speaker) {
    speaker = document.body.appendChild(document.createElement("p"));
    speaker.className = "hidden";
    speaker.setAttribute("role", "status");
  }
  speaker.textContent = "";
  setTimeout(() => { speaker.textContent = text; }, 50); // the same text again is a change, too
}

/** Set a field as if it had been typed, so that the draft is kept and checked. */
export function fill(input, value) {
  input.value = value;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  input.dispatchEvent(new Event("change", {bubbles: true}));
}

/** Make an element: its name, properties, and what is in it. */
export function element(name, properties = {}, ...inner) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inner);
  return made;
}
