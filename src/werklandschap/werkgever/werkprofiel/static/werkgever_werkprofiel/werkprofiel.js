// The pages of a job profile: suggestions by keyboard, sliders that say their value, tasks that move to a new function.
(() => {
  "use strict";

  // A slider says in words where it stands: <input type="range" data-woorden="beginner|met hulp|…"> or its number.
  const zegStand = (schuif) => {
    const woorden = (schuif.dataset.woorden || "").split("|").filter(Boolean);
    const tekst = woorden.length ? woorden[schuif.value - schuif.min] : schuif.value;
    let stand = schuif.nextElementSibling;
    if (!stand || stand.tagName !== "OUTPUT") {
      stand = document.createElement("output");
      stand.htmlFor = schuif.id;
      schuif.after(stand);
    }
    stand.textContent = tekst;
    if (woorden.length) schuif.setAttribute("aria-valuetext", tekst);
  };
  document.querySelectorAll("input[type=range]").forEach((schuif) => {
    zegStand(schuif);
    schuif.addEventListener("input", () => zegStand(schuif));
  });

  // Suggestions: up and down, J takes over, N does not, H makes it hard. Only while the focus is on a tick box of a line.
  const voorstellen = document.querySelector("[data-voorstellen]");
  const regels = voorstellen ? [...voorstellen.querySelectorAll("[data-voorstel]")] : [];
  const vink = (regel, deel) => regel.querySelector(`[data-${deel}] input[type=checkbox]`);
  const zet = (vakje, aan) => {
    if (!vakje || vakje.checked === aan) return;
    vakje.checked = aan;
    vakje.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const naar = (nummer) => {
    const regel = regels[nummer];
    if (regel) vink(regel, "aan").focus();
  };
  if (voorstellen) {
    voorstellen.addEventListener("keydown", (event) => {
      if (event.target.type !== "checkbox" || event.ctrlKey || event.metaKey || event.altKey) return;
      const nummer = regels.indexOf(event.target.closest("[data-voorstel]"));
      if (nummer < 0) return;
      const daden = {
        ArrowDown: () => naar(nummer + 1),
        ArrowUp: () => naar(nummer - 1),
        j: () => { zet(vink(regels[nummer], "aan"), true); naar(nummer + 1); },
        n: () => { zet(vink(regels[nummer], "aan"), false); naar(nummer + 1); },
        h: () => { const hard = vink(regels[nummer], "hard"); zet(hard, !hard.checked); },
      };
      const daad = daden[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!daad) return;
      event.preventDefault();
      daad();
    });
  }

  // Tasks: a tick box decides; here a task also moves by dragging, or with the left and right arrow on its button.
  const verdeler = document.querySelector("[data-verdeler]");
  if (!verdeler) return;
  const lijsten = { blijft: verdeler.querySelector("[data-lijst=blijft]"), nieuw: verdeler.querySelector("[data-lijst=nieuw]") };
  const melder = verdeler.querySelector("[data-melder]");
  const taken = [...verdeler.querySelectorAll("[data-taak]")];
  const getal = (veld) => Number.parseFloat((veld.value || "0").replace(",", ".")) || 0;
  const tel = () => {
    for (const [naam, lijst] of Object.entries(lijsten)) {
      const som = [...lijst.querySelectorAll("[data-uren]")].reduce((samen, veld) => samen + getal(veld), 0);
      verdeler.querySelector(`[data-som=${naam}]`).textContent = som.toLocaleString(document.documentElement.lang);
    }
  };
  const plaats = (taak, naam, zeg) => {
    const vakje = taak.querySelector("input[type=checkbox]");
    vakje.checked = naam === "nieuw";
    lijsten[naam].append(taak);
    tel();
    if (zeg) melder.textContent = `${taak.dataset.taak}: ${lijsten[naam].dataset.naam}`;
  };
  taken.forEach((taak) => {
    const vakje = taak.querySelector("input[type=checkbox]");
    const knop = taak.querySelector("[data-verplaats]");
    knop.hidden = false;
    taak.draggable = true;
    vakje.addEventListener("change", () => { plaats(taak, vakje.checked ? "nieuw" : "blijft", true); vakje.focus(); });
    knop.addEventListener("click", () => { plaats(taak, vakje.checked ? "blijft" : "nieuw", true); knop.focus(); });
    knop.addEventListener("keydown", (event) => {
      const naam = { ArrowRight: "nieuw", ArrowLeft: "blijft" }[event.key];
      if (!naam) return;
      event.preventDefault();
      plaats(taak, naam, true);
      knop.focus();
    });
    taak.querySelector("[data-uren]").addEventListener("input", tel);
    taak.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", String(taken.indexOf(taak))));
    plaats(taak, vakje.checked ? "nieuw" : "blijft", false);
  });
  for (const [naam, lijst] of Object.entries(lijsten)) {
    lijst.addEventListener("dragover", (event) => event.preventDefault());
    lijst.addEventListener("drop", (event) => {
      event.preventDefault();
      const taak = taken[Number(event.dataTransfer.getData("text/plain"))];
      if (taak) plaats(taak, naam, true);
    });
  }
  verdeler.dataset.klaar = "ja";
})();
