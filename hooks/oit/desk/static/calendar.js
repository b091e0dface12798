// A calendar for days, months and years, in Buddhist years and Thai names. It writes what the file has:
// 2569-01-15, 2569-01, 2569. Keyboard and roles as in the date picker dialog of the ARIA practices.
import {element, fill, say, understand} from "./asking.js";
import {kindOf} from "./understood.js";

const ERA = 543;
const MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" ");
const WEEKDAYS = "อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์".split(" ");
const SHORT_WEEKDAYS = "อา. จ. อ. พ. พฤ. ศ. ส.".split(" ");
const YEARS_SHOWN = 12;

/** Draw the sign of the button: a leaf of a calendar. */
function sign() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4M8 14h2M14 14h2");
  svg.append(path);
  return svg;
}

const dayOf = (year, month, day) => new Date(Date.UTC(year, month, day));
const plusDays = (at, days) => dayOf(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + days);
function plusMonths(at, months) {
  // The 31st of a month without one is its last day.
  const last = dayOf(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0).getUTCDate();
  return dayOf(at.getUTCFullYear(), at.getUTCMonth() + months, Math.min(at.getUTCDate(), last));
}
const iso = (at) => at.toISOString().slice(0, 10);
const buddhist = (at) => at.getUTCFullYear() + ERA;
const nameOfMonth = (at) => `${MONTHS[at.getUTCMonth()]} ${buddhist(at)}`;
const firstOfYears = (at) => at.getUTCFullYear() - (buddhist(at) % YEARS_SHOWN);

// What differs between choosing a day, a month and a year: the cells shown at once, their columns, how
// far keys lead ("page" is one screen), what is written and what is read aloud.
const VIEWS = {
  day: {
    what: "วันที่", columns: 7, page: 1, year: 12, step: plusDays,
    title: nameOfMonth,
    cells(at) {
      const first = dayOf(at.getUTCFullYear(), at.getUTCMonth(), 1);
      const count = dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, 0).getUTCDate();
      const before = Array(first.getUTCDay()).fill(null);
      return [...before, ...Array.from({length: count}, (_, n) => plusDays(first, n))];
    },
    short: (at) => at.getUTCDate(),
    long: (at) => `วัน${WEEKDAYS[at.getUTCDay()]}ที่ ${at.getUTCDate()} ${nameOfMonth(at)}`,
    write: (at) => `${buddhist(at)}${iso(at).slice(4)}`,
  },
  month: {
    what: "เดือน", columns: 3, page: 12, year: 12, step: plusMonths,
    title: (at) => `พ.ศ. ${buddhist(at)}`,
    cells: (at) => MONTHS.map((_, month) => dayOf(at.getUTCFullYear(), month, 1)),
    short: (at) => MONTHS[at.getUTCMonth()],
    long: nameOfMonth,
    write: (at) => `${buddhist(at)}${iso(at).slice(4, 7)}`,
  },
  year: {
    what: "ปี", columns: 3, page: 12 * YEARS_SHOWN, year: 12 * YEARS_SHOWN,
    step: (at, years) => plusMonths(at, 12 * years),
    title: (at) => `พ.ศ. ${firstOfYears(at) + ERA}–${firstOfYears(at) + ERA + YEARS_SHOWN - 1}`,
    cells: (at) => Array.from({length: YEARS_SHOWN}, (_, n) => dayOf(firstOfYears(at) + n, 0, 1)),
    short: (at) => String(buddhist(at)),
    long: (at) => `พ.ศ. ${buddhist(at)}`,
    write: (at) => String(buddhist(at)),
  },
};

const today = () => new Date(`${document.querySelector('meta[name="today"]').content}T00:00Z`);

/** The cell of a view that a date lies in: that of its day, month or year. */
const cellOf = (view, at) => view.cells(at).find((cell) => cell && view.write(cell) === view.write(at));

/** The date that a value as the file writes it stands for; nothing if it is no such value. */
function dateOf(value) {
  const parts = value?.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/);
  return parts ? dayOf(parts[1] - ERA, (parts[2] ?? 1) - 1, parts[3] ?? 1) : null;
}

class Calendar {
  constructor(input, kind) {
    this.input = input;
    this.view = VIEWS[kind];
    this.button = element("button", {type: "button"}, sign());
    const label = input.labels?.[0]?.querySelector(".field-title") ?? input.labels?.[0];
    this.label = label?.textContent.trim().replace(/\s+/g, " ") ?? "";
    this.button.setAttribute("aria-label", `เลือก${this.view.what}: ${this.label}`);
    this.button.setAttribute("aria-haspopup", "dialog");
    this.button.addEventListener("click", () => this.open(kind));
    const frame = element("span", {className: "with-picker"});
    input.before(frame);
    frame.append(input, this.button);
  }

  async open(kind) {
    const {value} = await understand(kind, this.input.value);
    this.chosen = dateOf(value);
    this.at = cellOf(this.view, this.chosen ?? today());
    this.title = element("h2", {id: "calendar-title"});
    this.title.setAttribute("aria-live", "polite");
    this.table = element("table");
    this.table.setAttribute("role", "grid");
    this.table.setAttribute("aria-labelledby", this.title.id);
    const {what, page} = this.view;
    const before = what === "วันที่" ? "เดือนก่อน" : what === "เดือน" ? "ปีก่อน" : "ช่วงปีก่อน";
    const after = before.replace("ก่อน", "ถัดไป");
    this.dialog = element(
      "dialog", {className: "calendar"},
      element(
        "div", {className: "calendar-head"},
        this.turner("‹", before, -page), this.title, this.turner("›", after, page),
      ),
      this.table,
      element(
        "div", {className: "buttons"},
        this.action(what === "วันที่" ? "วันนี้" : `${what}นี้`, () => this.choose(today())),
        this.action("ปิด", () => this.dialog.close()),
      ),
    );
    this.dialog.setAttribute("aria-label", `เลือก${what}: ${this.label}`);
    this.table.addEventListener("keydown", (event) => this.key(event));
    this.table.addEventListener("click", ({target}) => {
      const cell = target.closest("[data-at]");
      if (cell) this.choose(new Date(`${cell.dataset.at}T00:00Z`));
    });
    this.dialog.addEventListener("click", ({target}) => {
      if (target === this.dialog) this.dialog.close(); // beside the calendar
    });
    this.dialog.addEventListener("close", () => { this.dialog.remove(); this.button.focus(); });
    document.body.append(this.dialog);
    this.draw();
    this.dialog.showModal();
    this.focus();
  }

  action(text, act) {
    const button = element("button", {type: "button", textContent: text});
    button.addEventListener("click", act);
    return button;
  }

  turner(sign, label, months) {
    const button = this.action(sign, () => { this.move(plusMonths(this.at, months)); });
    button.setAttribute("aria-label", label);
    return button;
  }

  draw() {
    const {view} = this;
    const marks = {now: view.write(today()), chosen: this.chosen && view.write(this.chosen)};
    this.title.textContent = view.title(this.at);
    const body = element("tbody");
    const cells = view.cells(this.at);
    for (let first = 0; first < cells.length; first += view.columns) {
      const row = body.appendChild(element("tr"));
      for (let n = first; n < first + view.columns; n += 1) row.append(this.cell(cells[n], marks));
    }
    const head = element("tr");
    SHORT_WEEKDAYS.forEach((short, number) => {
      const cell = head.appendChild(element("th", {scope: "col", textContent: short, abbr: WEEKDAYS[number]}));
      cell.setAttribute("aria-label", `วัน${WEEKDAYS[number]}`);
    });
    this.table.replaceChildren(...(view.columns === 7 ? [element("thead", {}, head)] : []), body);
  }

  cell(at, {now, chosen}) {
    if (!at) return element("td");
    const {view} = this;
    const cell = element("td", {textContent: view.short(at)});
    const written = view.write(at);
    cell.dataset.at = iso(at);
    cell.setAttribute("aria-label", view.long(at));
    cell.setAttribute("aria-selected", String(written === chosen));
    cell.tabIndex = written === view.write(this.at) ? 0 : -1;
    if (written === now) {
      cell.className = "today";
      cell.setAttribute("aria-current", "date");
    }
    return cell;
  }

  focus() { this.table.querySelector('[tabindex="0"]').focus(); }

  move(at) {
    if (buddhist(at) < 2400 || buddhist(at) > 2700) return;
    this.at = cellOf(this.view, at);
    this.draw();
  }

  key(event) {
    const {view, at} = this;
    const screen = event.shiftKey ? view.year : view.page;
    const inRow = view.cells(at).findIndex((cell) => cell && view.write(cell) === view.write(at)) % view.columns;
    const to = {
      ArrowLeft: () => view.step(at, -1),
      ArrowRight: () => view.step(at, 1),
      ArrowUp: () => view.step(at, -view.columns),
      ArrowDown: () => view.step(at, view.columns),
      Home: () => view.step(at, -inRow),
      End: () => view.step(at, view.columns - 1 - inRow),
      PageUp: () => plusMonths(at, -screen),
      PageDown: () => plusMonths(at, screen),
    }[event.key];
    if (to) {
      event.preventDefault();
      this.move(to());
      this.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.choose(at);
    }
  }

  choose(at) {
    fill(this.input, this.view.write(at));
    this.dialog.close();
    say(`${this.label}: ${this.view.long(at)}`);
  }
}

for (const input of document.querySelectorAll("input[data-day], input[data-month], input[data-year]")) {
  if (!input.readOnly && !input.disabled) new Calendar(input, kindOf(input));
}
