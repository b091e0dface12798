// The preview beside the form follows what is typed: the page says when the draft was kept.

const frame = document.querySelector("iframe.preview-frame");

function reload() {
  if (frame && frame.offsetParent !== null) frame.contentWindow.location.reload();
}

if (frame) {
  document.addEventListener("desk:kept", reload);
  frame.addEventListener("load", () => {
    if (frame.contentDocument?.querySelector("[data-waiting]")) setTimeout(reload, 1000);
  });
}
