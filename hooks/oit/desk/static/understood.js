// Says below a field how its day, month, year or amount was understood, once the field is left.
// The desk reads it: there is no second reader of Thai days in JavaScript.
import {element, understand} from "./asking.js";

const KINDS = ["day", "month", "year", "money"];

/** Return which of the kinds an input is; nothing for other inputs. */
export const kindOf = (input) => KINDS.find((kind) => kind in (input.dataset ?? {}));

/** The place of the words: as the form has made it, or a new one after the field. */
function placeOf(input) {
  const id = `w/${input.name.replace(/^f\//, "")}`;
  const known = document.getElementById(id);
  if (known) return known;
  const place = element("output", {id, className: "understood"});
  place.htmlFor = input.id;
  (input.closest(".with-picker") ?? input).after(place);
  const described = input.getAttribute("aria-describedby") ?? "";
  input.setAttribute("aria-describedby", `${described} ${id}`.trim());
  return place;
}

document.addEventListener("change", async (event) => {
  const input = event.target;
  const kind = kindOf(input);
  if (!kind) return;
  const typed = input.value;
  const {words = ""} = await understand(kind, typed);
  if (input.value !== typed) return; // typed on meanwhile; the next change asks again
  const place = placeOf(input);
  if (place.textContent !== words) place.textContent = words;
});
