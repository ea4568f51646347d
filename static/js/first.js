/* Before the first paint: the page may use what only works with JavaScript. */
document.documentElement.classList.remove("no-js");
