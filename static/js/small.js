/* Small comforts: copying an address, filters that send themselves, a form sent only once,
   Enter that sends the one box or what a list says, the headings of a table beside its figures
   where a phone shows rows as cards, the chosen view in sight where they are too many. */

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const word = button.querySelector("span") ?? button;
  const before = word.textContent;
  word.textContent = button.dataset.copied ?? "✓";
  setTimeout(() => (word.textContent = before), 2000);
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosubmit]");
  if (form && event.target.matches("select, input[type=radio], input[type=checkbox], input[type=date]"))
    form.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});

const listed = (box) => box.matches("select") && CSS.supports("selector(:open)") && box.matches(":open");

document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  if (!box.matches("[data-enter]") || matchMedia("(pointer: coarse)").matches || listed(box)) return;
  event.preventDefault();
  if (box.value.trim() || box.matches("select")) box.form.requestSubmit();
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

for (const table of document.querySelectorAll(".table--cards")) {
  const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
  for (const row of table.querySelectorAll("tbody tr"))
    [...row.cells].forEach((cell, at) => {
      cell.dataset.label ??= heads[at] ?? "";
      cell.classList.toggle("is-unknown", cell.textContent.trim() === "—");
    });
}

for (const chosen of document.querySelectorAll(".pills [aria-current], .tabs [aria-current]"))
  chosen.parentElement.scrollLeft = chosen.offsetLeft - chosen.parentElement.offsetLeft - 24;
