/* Before the first paint: the page may use what only works with JavaScript, and digits that are
   typed before keys.js listens wait for it, after those typed on the page before. */
document.documentElement.classList.remove("no-js");

{
  const kept = JSON.parse(sessionStorage.getItem("digits") ?? "null");
  sessionStorage.removeItem("digits");
  const meant = kept && kept.path === location.pathname && kept.until > Date.now();
  const digits = meant ? [...kept.digits] : [];
  const hear = (event) => {
    const field = event.target.closest("input:not([type=radio]), select, textarea");
    if (/^\d$/.test(event.key) && !field) digits.push(event.key);
  };
  document.addEventListener("keydown", hear);
  window.typedBefore = () => {
    document.removeEventListener("keydown", hear);
    return digits.splice(0);
  };
}
