// Keys for reading, and buttons that copy. Nothing here is needed: every key
// has a link, and every copied text stands on the page.
"use strict";
(() => {
  const cards = () => Array.from(document.querySelectorAll(".card, .note-row"));
  const dialog = document.getElementById("keys");

  for (const el of document.querySelectorAll(".js")) el.hidden = false;
  for (const el of document.querySelectorAll("[data-open=keys]")) el.addEventListener("click", () => dialog.showModal());
  for (const el of document.querySelectorAll("[data-copy]")) {
    el.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(el.dataset.copy).textContent);
      el.textContent = "Copied";
    });
  }

  const current = () => document.activeElement && document.activeElement.closest(".card, .note-row");
  const move = (step) => {
    const all = cards();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  const follow = (selector, attribute) => {
    const card = current();
    const link = card && card.querySelector(selector);
    const address = (card && card.dataset[attribute]) || (link && link.href);
    if (address) location.assign(address);
  };
  const keys = {
    "/": () => { const q = document.getElementById("q"); q.focus(); q.select(); },
    j: () => move(1),
    k: () => move(-1),
    o: () => follow("a.open", "open"),
    v: () => follow("a.n", "view"),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || dialog.open || e.target.closest("input, textarea, select")) return;
    if (!Object.hasOwn(keys, e.key)) return;
    e.preventDefault();
    keys[e.key]();
  });
})();
