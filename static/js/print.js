/* The button of a page that is worth a sheet of paper. */
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
