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
  const token = document.querySelector('meta[name="token"]').content;
  const body = new URLSearchParams({...fields, token});
  const answer = await fetch(address, {method: "POST", body, headers: {"X-Desk-Token": token}});
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
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
