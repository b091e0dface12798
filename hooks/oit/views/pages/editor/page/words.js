// Texts of the editor where its own Thai translation is unsuitable.

const WORDS = {
  editor: {
    editorControl: { field: { optional: "ไม่บังคับ" } },
    editorControlPane: { widget: { regexPattern: "%{fieldLabel}: %{pattern}" } },
    editorToolbar: { changesSaved: "บันทึกการเปลี่ยนแปลงแล้ว" },
    editorWidgets: { list: { add: "เพิ่ม%{item}" } },
  },
  ui: {
    toast: {
      entrySaved: "บันทึกแล้ว",
      onFailToPersist: "ยังไม่ได้บันทึก: %{details}",
      missingRequiredField: "ยังไม่ได้กรอกช่องที่ต้องกรอก",
    },
  },
};
// On this machine changes are saved, not published.
const LOCAL = {
  editor: {
    editorToolbar: {
      publish: "บันทึก",
      publishNow: "บันทึกตอนนี้",
      publishing: "กำลังบันทึก…",
      published: "บันทึกแล้ว",
    },
  },
};

/** Return the editor's texts with ours merged in. */
export function words(theirs, isLocal) {
  const ours = merged(theirs, WORDS);
  return isLocal ? merged(ours, LOCAL) : ours;
}

function merged(one, other) {
  if (typeof other !== "object") return other;
  const pairs = Object.entries(other).map(([name, inner]) => [name, merged(one?.[name], inner)]);
  return { ...one, ...Object.fromEntries(pairs) };
}
