// During a conversation: what is typed is kept by itself, also when the connection breaks.
(() => {
  "use strict";
  const NA_TYPEN = 1500;
  const OPNIEUW = 8000;

  const bewaarVanzelf = (formulier) => {
    const stand = formulier.querySelector("[data-bewaard]");
    let klok = 0;
    let bezig = false;
    let gewijzigd = false;

    const plan = (wachttijd) => {
      clearTimeout(klok);
      klok = setTimeout(bewaar, wachttijd);
    };

    const bewaar = async () => {
      if (bezig || !gewijzigd) return;
      bezig = true;
      gewijzigd = false;
      const velden = new FormData(formulier);
      velden.append("concept", "1");
      try {
        const antwoord = await fetch(formulier.action || location.href, {
          method: "POST",
          body: velden,
          headers: { "X-Requested-With": "fetch" },
        });
        if (!antwoord.ok && antwoord.status !== 422) throw new Error(String(antwoord.status));
        stand.textContent = await antwoord.text();
      } catch {
        gewijzigd = true;
        stand.textContent = formulier.dataset.geenVerbinding;
        plan(OPNIEUW);
      } finally {
        bezig = false;
      }
    };

    formulier.addEventListener("input", () => {
      gewijzigd = true;
      plan(NA_TYPEN);
    });
    addEventListener("online", () => plan(0));

    // Without a connection the page stays: leaving it would lose what was typed.
    formulier.addEventListener("submit", (event) => {
      clearTimeout(klok);
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      gewijzigd = true;
      stand.textContent = formulier.dataset.geenVerbinding;
    }, true);
  };

  document.querySelectorAll("form[data-autobewaar]").forEach(bewaarVanzelf);
})();
