/* Shows a form inside the page that loads this: <script src="…/embed.js" data-form="…" async>. */

(() => {
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const code = script.dataset.form ?? "";
  if (!/^[\w-]{1,64}$/.test(code)) return;

  const passed = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term", "click"];
  const came = new URLSearchParams(location.search);
  const told = new URLSearchParams({ framed: "1" });
  for (const name of passed) if (came.has(name)) told.set(name, came.get(name).slice(0, 200));
  told.set("page", (location.origin + location.pathname + location.search).slice(0, 500));
  if (document.referrer) told.set("from", document.referrer.slice(0, 300));
  const wanted = script.dataset.lang || document.documentElement.lang.split("-")[0];
  if (/^[a-z]{2,3}$/.test(wanted)) told.set("lang", wanted);

  const frame = document.createElement("iframe");
  frame.src = `${home}/f/${code}/?${told}`;
  frame.title = script.dataset.title || "Form";
  frame.loading = "lazy";
  frame.style.cssText = "width:100%;border:0;height:640px;color-scheme:light dark";

  const ask = () => frame.contentWindow?.postMessage({ funnel: "how tall" }, home);
  let loaded = 0;
  frame.addEventListener("load", () => {
    ask();
    if (loaded++) frame.scrollIntoView({ block: "nearest" });
  });
  addEventListener("message", (event) => {
    if (event.origin !== home || event.source !== frame.contentWindow) return;
    const height = Number(event.data?.height);
    if (event.data?.funnel === "height" && height > 0 && height < 20000)
      frame.style.height = `${height}px`;
  });
  script.after(frame);
})();
