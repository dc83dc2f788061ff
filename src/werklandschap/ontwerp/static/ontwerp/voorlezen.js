// A page for residents read aloud by the browser itself: nothing leaves the machine, nothing is there without this file.
(() => {
  "use strict";

  const main = document.querySelector("main[data-voorlezen]");
  const stem = window.speechSynthesis;
  if (!main || !stem || typeof window.SpeechSynthesisUtterance !== "function") return;

  const taal = document.documentElement.lang || "nl";
  const STUKKEN = "h1, h2, h3, h4, p, li, dt, dd, label, legend, caption, th, td, summary, button, a.wl-knop";
  let bezig = false;
  let nummer = 0;
  let stukken = [];

  const zichtbaar = (deel) => deel.checkVisibility ? deel.checkVisibility() : deel.offsetParent !== null;

  // Each text once: of nested pieces only the innermost.
  const leesbaar = () =>
    [...main.querySelectorAll(STUKKEN)].filter(
      (deel) =>
        !deel.closest("[data-niet-voorlezen]") && !deel.querySelector(STUKKEN) && zichtbaar(deel) && deel.textContent.trim()
    );

  const rij = document.createElement("p");
  rij.className = "wl-voorlezen";
  rij.dataset.nietVoorlezen = "";
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "wl-knop wl-knop--secondary-action utrecht-button utrecht-button--secondary-action";
  rij.append(knop);

  const toon = () => {
    knop.textContent = bezig ? main.dataset.voorlezenStop : main.dataset.voorlezen;
    knop.setAttribute("aria-pressed", String(bezig));
  };

  const stop = () => {
    bezig = false;
    stem.cancel();
    main.querySelectorAll(".wl-leest").forEach((deel) => deel.classList.remove("wl-leest"));
    toon();
  };

  const lees = () => {
    main.querySelectorAll(".wl-leest").forEach((deel) => deel.classList.remove("wl-leest"));
    const deel = stukken[nummer];
    if (!bezig || !deel) {
      stop();
      return;
    }
    const uiting = new SpeechSynthesisUtterance(deel.textContent.replace(/\s+/g, " ").trim());
    uiting.lang = deel.closest("[lang]").lang || taal;
    const zelfdeTaal = stem.getVoices().find((een) => een.lang.toLowerCase().startsWith(uiting.lang.slice(0, 2)));
    if (zelfdeTaal) uiting.voice = zelfdeTaal;
    uiting.rate = 0.9;
    uiting.onend = () => {
      nummer += 1;
      if (bezig) lees();
    };
    uiting.onerror = stop;
    deel.classList.add("wl-leest");
    deel.scrollIntoView({ block: "nearest" });
    stem.speak(uiting);
  };

  knop.addEventListener("click", () => {
    if (bezig) {
      stop();
      return;
    }
    stem.cancel();
    stukken = leesbaar();
    nummer = 0;
    bezig = true;
    toon();
    lees();
  });
  window.addEventListener("pagehide", stop);
  toon();
  main.prepend(rij);
})();
