/*
 * The filter of a list of items: by state and by words.
 *
 * Without this script the filter stays hidden and the list is complete.
 */
"use strict";

const filter = document.querySelector(".oit-narrow");
const word = filter.querySelector("input[type=search]");
const found = filter.querySelector("[role=status]");
const groups = [...document.querySelectorAll(".oit-group")];

/** Write a text as it is compared: digits of one kind, small letters, no spaces. */
const fold = (text) => text
  .normalize("NFC")
  .toLowerCase()
  .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
  .replace(/[\s\u200b-\u200d\u2060]+/g, "");

const items = groups.flatMap((group) => [...group.querySelectorAll("li[data-state]")])
  .map((element) => ({ element, state: element.dataset.state, text: fold(element.textContent) }));

/** Write a number with the digits that the page uses. */
const write = (number) => found.dataset.numerals === "thai"
  ? String(number).replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
  : String(number);

function narrow() {
  const state = filter.querySelector("input[type=radio]:checked").value;
  const words = word.value.split(/\s+/).map(fold);
  let count = 0;
  for (const item of items) {
    const shown = (!state || item.state === state) && words.every((part) => item.text.includes(part));
    item.element.hidden = !shown;
    count += Number(shown);
  }
  for (const group of groups) group.hidden = !group.querySelector("li[data-state]:not([hidden])");
  found.textContent = count
    ? `แสดง ${write(count)} จาก ${write(items.length)} ข้อ`
    : "ไม่พบข้อที่ตรงกับที่เลือก ลองเลือกทั้งหมด หรือใช้คำที่สั้นลง";
}

filter.addEventListener("input", narrow);
filter.hidden = false;
narrow();
