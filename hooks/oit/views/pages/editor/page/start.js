// Starts the editor with our settings, our file format, and the requirements of each file.

import { read, write } from "./edit.js";
import { local } from "./local.js";
import { words } from "./words.js";

window.CMS_MANUAL_INIT = true;
await import("./decap-cms.js");
const { CMS, createClass, h } = window;

const settings = await (await fetch("settings.json")).json();
const files = settings.collections.flatMap((collection) => collection.files);
const fields = new Map(files.map((file) => [file.fields[0].name, file.fields]));

CMS.registerCustomFormat("oit", "yml", {
  fromFile: read,
  toFile: (data, [first]) => write(data, fields.get(first)),
});

// The checklist's requirements for the file: shown above its fields, never saved.
CMS.registerWidget("asked", createClass({
  isValid: () => true,
  render() {
    const elements = this.props.field.get("elements").toArray();
    if (!elements.length) return h("p", { className: "asked" });
    return h("div", { className: "asked" },
      h("p", {}, "องค์ประกอบที่ต้องแสดง"),
      h("ul", {}, ...elements.map((text, key) => h("li", { key }, text))));
  },
}));

const LOCAL = "oit-local";
CMS.registerBackend(LOCAL, local(CMS));
CMS.registerLocale("th", words(CMS.getLocale("th"), settings.backend.name === LOCAL));
CMS.init({ config: settings });
