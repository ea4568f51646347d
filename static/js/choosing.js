/* Rows of a list that are chosen: the head's box takes the page, Shift takes all between two, and
   the bar is there as soon as something is chosen. x chooses the row, b goes to the bar: keys.js. */

const table = document.querySelector("[data-choosing]");
const bar = document.querySelector("[data-bar]");
const page = table.querySelector("[data-choose-page]");
const all = bar.querySelector("[data-choose-all]");
const boxes = [...table.querySelectorAll("[data-choose]")];
let last = null;

function tell() {
  const chosen = boxes.filter((box) => box.checked);
  for (const box of boxes) box.closest("tr").classList.toggle("is-chosen", box.checked);
  page.checked = chosen.length === boxes.length;
  page.indeterminate = chosen.length > 0 && !page.checked;
  bar.querySelector("[data-choose-count]").textContent = chosen.length;
  bar.hidden = chosen.length === 0 && !all?.checked;
}

table.addEventListener("click", (event) => {
  const at = boxes.indexOf(event.target);
  if (at < 0) return;
  if (event.shiftKey && last !== null)
    for (const box of boxes.slice(Math.min(at, last), Math.max(at, last)))
      box.checked = event.target.checked;
  last = at;
  tell();
});

page.addEventListener("change", () => {
  for (const box of boxes) box.checked = page.checked;
  tell();
});

all?.addEventListener("change", tell);
window.addEventListener("pageshow", tell);
tell();
