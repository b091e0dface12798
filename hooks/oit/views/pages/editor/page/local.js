// Saving on this machine: the program checks the changes first, and may refuse them.

/** Return the editor's local backend, extended to show a refusal in full. */
export function local(CMS) {
  return class {
    constructor(...given) {
      const backend = CMS.getBackend("proxy").init(...given);
      const save = backend.persistEntry.bind(backend);
      backend.persistEntry = (...entry) => save(...entry).catch(refuse);
      return backend;
    }
  };
}

// The editor itself shows a refusal only for seconds, and on one line.
function refuse({ message }) {
  const dialog = document.createElement("dialog");
  const title = document.createElement("h2");
  const text = document.createElement("p");
  const button = document.createElement("button");
  dialog.className = "refused";
  title.textContent = "ยังไม่ได้บันทึก";
  text.textContent = message;
  button.textContent = "กลับไปแก้";
  button.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  dialog.append(title, text, button);
  document.body.append(dialog);
  dialog.showModal();
  throw "แก้แล้วบันทึกอีกครั้ง";
}
