// What is pressed is pressed, even if it moves away: leaving a field makes messages appear while the button
// is still held down, and without this the click would go to whatever lies under the pointer then.
document.addEventListener("pointerdown", ({target, pointerId}) => {
  target.closest?.("button, summary, a[href]")?.setPointerCapture(pointerId);
});
