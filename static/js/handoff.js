/* The hand-off inbox: what is proposed after an acceptance is left by Esc, an offer that is no
   longer there for this reader brings the page as it is now, a row takes one act at a time, and
   what came meanwhile is shown where it stands while the open row stays where it is. */

const busy = (part) => part.closest('[data-row][aria-busy="true"]');

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.closest("[data-optional]")?.blur();
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (busy(event.target)) event.preventDefault();
  else event.target.closest("[data-row]")?.setAttribute("aria-busy", "true");
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful) busy(event.target)?.removeAttribute("aria-busy");
});

document.addEventListener(
  "click",
  (event) => {
    if (!busy(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

document.addEventListener("htmx:responseError", (event) => {
  if (event.target.closest("#line") && event.detail.xhr.status !== 409) location.reload();
});

const rows = () => [...document.querySelectorAll("#waiting [id^=handoff-]")];
const openAt = () => document.querySelector(".rowitem--open")?.getBoundingClientRect().top;
let before = null; // what came is shown: which rows stood here, and where the open one did

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.requestConfig?.elt.matches(".watch__new")) return;
  before = { keys: new Set(rows().map((row) => row.id)), top: openAt() };
});

document.addEventListener("htmx:afterSwap", () => {
  if (!before) return;
  if (before.top !== undefined) scrollBy({ top: openAt() - before.top, behavior: "instant" });
  const came = rows().filter((row) => !before.keys.has(row.id));
  for (const row of came) row.classList.add("rowitem--came");
  came[0]?.querySelector("a, button").focus();
  before = null;
});
