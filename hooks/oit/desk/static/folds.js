// What is folded opens when a link leads into it; new browsers do so themselves.

/** Open everything that is folded around an element. */
export function unfold(inner) {
  for (let part = inner; part; part = part.parentElement?.closest("details:not([open])")) {
    if (part.matches("details")) part.open = true;
  }
}

const named = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

function arrive() {
  const place = named(location.hash);
  if (!place?.closest("details:not([open])")) return;
  unfold(place);
  place.scrollIntoView();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href*="#"]');
  if (link && link.pathname === location.pathname) unfold(named(link.hash));
});
addEventListener("hashchange", arrive);
arrive();
