// Completes an address that is written as people say it: "www.mytown.go.th/news" gets its "https://".
import {fill, say} from "./asking.js";

const SPOKEN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#]\S*)?$/i;

/** The whole address; nothing if it is whole already, or none. */
function completed(input) {
  const text = input.value?.trim() ?? "";
  return input.inputMode === "url" && text.length < 2000 && SPOKEN.test(text) ? `https://${text}` : "";
}

document.addEventListener("change", ({target}) => {
  const address = completed(target);
  if (!address) return;
  fill(target, address);
  say(`เติม https:// ให้แล้ว: ${address}`);
});

// The form may be sent with a key before the field is left.
document.addEventListener("submit", ({target}) => {
  for (const input of target.elements) {
    const address = completed(input);
    if (address) input.value = address;
  }
}, {capture: true});
