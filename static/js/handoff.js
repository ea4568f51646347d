/* The hand-off inbox: what is proposed after an acceptance is left by Esc, and an offer that is no
   longer there for this reader brings the page as it is now. */

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.closest("[data-optional]")?.blur();
});

document.addEventListener("htmx:responseError", (event) => {
  if (event.target.closest("#line") && event.detail.xhr.status !== 409) location.reload();
});
