/* The hand-off inbox: what is proposed after an acceptance is left by Esc, an offer that is no
   longer there for this reader brings the page as it is now, and a row takes one act at a time. */

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
