// Saving on this machine: the program reads what is to be saved first, and may refuse it.

/** Return the editor's own way to save on this machine, which tells a refusal in full. */
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

// The editor shows a refusal for seconds only, and in one line.
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
