// Attest pages without loading the document again: the form is sent in the background, and the
// parts of the answer that changed take the place of the old ones. Without this script each click
// loads the page.

const form = document.getElementById("attest");

function show(answer) {
  for (const fresh of answer.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (old && old.innerHTML !== fresh.innerHTML) {
      // A control in it may have the focus.
      const focused = old.contains(document.activeElement) ? document.activeElement : null;
      old.replaceChildren(...document.importNode(fresh, true).childNodes);
      if (focused) {
        const again = [...old.querySelectorAll("input, a, button")].find(
          (control) => control.value === focused.value && control.href === focused.href,
        );
        again?.focus();
      }
    }
  }
  for (const button of answer.querySelectorAll("button[aria-pressed]")) {
    form
      .querySelector(`button[value="${CSS.escape(button.value)}"]`)
      ?.setAttribute("aria-pressed", button.getAttribute("aria-pressed"));
  }
}

let waiting = Promise.resolve();

// One after the other, so that the newest answer is shown last.
function ask(address, options) {
  waiting = waiting.then(async () => {
    const response = await fetch(address, options);
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok || !answer.getElementById("attest")) throw new Error(response.statusText);
    show(answer);
  });
  return waiting;
}

form?.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.value.startsWith("page:")) return;
  event.preventDefault();
  const data = new FormData(form, button);
  ask(form.action, { method: "POST", body: new URLSearchParams(data) }).catch(() => {
    waiting = Promise.resolve();
    // The server says what is wrong on a page of its own.
    const sent = document.createElement("input");
    sent.type = "hidden";
    sent.name = "do";
    sent.value = button.value;
    form.append(sent);
    form.submit();
  });
});

form?.addEventListener("change", (event) => {
  if (event.target.name !== "element") return;
  const query = new URLSearchParams({
    element: event.target.value,
    from: form.elements.from.value,
  });
  ask(`${location.pathname}?${query}`).catch(() => {
    waiting = Promise.resolve();
  });
});
