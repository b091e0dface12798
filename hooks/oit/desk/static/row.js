// The form of a row: what is typed is kept as a draft after each field, and the checker's messages are
// shown beside it. The page and the focus never move, and nothing that is typed is replaced.
const form = document.getElementById("row-form");
const kept = document.getElementById("kept");
let running = Promise.resolve();

async function keep() {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) sent.append(name, value);
  sent.set("do", "keep");
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: sent });
    if (!answer.ok) throw new Error(String(answer.status));
    const said = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const place of said.querySelectorAll(".field-messages")) {
      const shown = document.getElementById(place.id);
      if (!shown || shown.textContent === place.textContent) continue;
      shown.replaceChildren(...place.childNodes);
      const input = document.getElementById(place.id.replace(/^m/, "f"));
      if (shown.textContent) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
    }
    kept.textContent = kept.dataset.kept;
  } catch {
    kept.textContent = kept.dataset.not;
  }
}

form?.addEventListener("change", () => { running = running.then(keep); });
