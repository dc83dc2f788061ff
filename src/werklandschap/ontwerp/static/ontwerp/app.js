// Small helps on top of pages that work without this file.
(() => {
  "use strict";

  const typtNu = (element) =>
    element && (element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName));

  // "/" goes to the search box, Escape closes an open menu.
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typtNu(event.target)) {
      const zoek = document.querySelector("[data-zoek]");
      if (zoek) {
        event.preventDefault();
        zoek.focus();
      }
    }
    if (event.key === "Escape") {
      const open = event.target.closest && event.target.closest("details.wl-account[open], details.wl-bevestig[open]");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    }
  });

  // A menu closes when one presses beside it.
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.wl-account[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  const naarFouten = (deel) => {
    const lijst = deel.querySelector("[data-foutenlijst]");
    if (lijst) lijst.focus();
  };

  // A draft stays in this browser tab until it is sent: <form data-concept="name">.
  const bewaarbaar = (veld) =>
    veld.name && !["hidden", "password", "file", "submit"].includes(veld.type) && !veld.closest("[data-niet-bewaren]");

  const zetTerug = (formulier, sleutel) => {
    const bewaard = JSON.parse(sessionStorage.getItem(sleutel) || "{}");
    for (const veld of formulier.elements) {
      if (!bewaarbaar(veld) || !(veld.name in bewaard)) continue;
      if (veld.type === "checkbox" || veld.type === "radio") veld.checked = bewaard[veld.name].includes(veld.value);
      else if (!veld.value) veld.value = bewaard[veld.name][0] || "";
    }
  };

  const bewaar = (formulier, sleutel) => {
    const waarden = {};
    for (const veld of formulier.elements) {
      if (!bewaarbaar(veld)) continue;
      const keuze = veld.type === "checkbox" || veld.type === "radio";
      waarden[veld.name] = waarden[veld.name] || [];
      if (!keuze || veld.checked) waarden[veld.name].push(veld.value);
    }
    sessionStorage.setItem(sleutel, JSON.stringify(waarden));
  };

  const conceptVan = (formulier) => {
    const sleutel = `concept:${location.pathname}:${formulier.dataset.concept}`;
    if (!formulier.querySelector("[data-foutenlijst]")) zetTerug(formulier, sleutel);
    formulier.addEventListener("input", () => bewaar(formulier, sleutel));
    // A form that saves itself names its version: what was sent is never put back, and nothing is lost on the way.
    if (!("autobewaar" in formulier.dataset)) formulier.addEventListener("submit", () => sessionStorage.removeItem(sleutel));
  };

  // In a long form Ctrl+Enter sends: <form data-sneltoets>.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const formulier = event.target.closest && event.target.closest("form[data-sneltoets]");
    if (!formulier) return;
    event.preventDefault();
    formulier.requestSubmit();
  });

  // Nothing is sent twice by pressing twice.
  const nietDubbel = (formulier) => {
    formulier.addEventListener("submit", (event) => {
      if (formulier.dataset.verstuurd) event.preventDefault();
      formulier.dataset.verstuurd = "ja";
      setTimeout(() => delete formulier.dataset.verstuurd, 4000);
    });
  };

  const begin = (deel) => {
    naarFouten(deel);
    deel.querySelectorAll("form[data-concept]").forEach(conceptVan);
    deel.querySelectorAll('form[method="post"]').forEach(nietDubbel);
  };

  // Another subject brings another field; what was typed goes along when that field takes text too.
  const getypt = new WeakMap();
  const tekstveld = (deel) => deel.querySelector("textarea, input[type=text]");
  document.addEventListener("htmx:beforeSwap", ({ target }) => {
    const veld = "houdtTekst" in target.dataset && tekstveld(target);
    if (veld && veld.value) getypt.set(target, veld.value);
  });
  document.addEventListener("htmx:afterSwap", ({ target }) => {
    const veld = getypt.has(target) && tekstveld(target);
    if (veld && !veld.value) veld.value = getypt.get(target);
  });

  begin(document);
  document.addEventListener("htmx:afterSwap", (event) => begin(event.target));
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-verstuurd]").forEach((formulier) => delete formulier.dataset.verstuurd);
  });
})();
