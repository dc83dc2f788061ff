"""The same score as Polars expressions; the engine is measured against it."""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl
from _matching_data import Bevolking
from _matching_tabellen import vraag_tabellen, waarden

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import Reeks
from werklandschap.matching.referentie import STRAAL_AARDE_KM

LEEG = {"uren_min": 255, "uren_max": 255, "vanaf": 0, "reis": 65535} | dict.fromkeys("riasec", 255)
ENKEL = ("tempo", "uren_min", "uren_max", "vanaf", "dagdelen", "reis")


class PolarsZoeker:
    """Keeps the people as frames, the long ones in order of code; ``zoek`` gives (id, straks, unknowns) in order."""

    def __init__(self, lot: Bevolking) -> None:
        self.lot = lot
        k = lot.kolommen
        enkel = {naam: getattr(k, naam).astype(np.int64) for naam in ENKEL} | dict(
            zip("riasec", k.riasec.astype(np.int64), strict=True)
        )
        leeg = [pl.when(pl.col(naam) != getal).then(pl.col(naam)).alias(naam) for naam, getal in LEEG.items()]
        vrij = pl.when(pl.col("dagdelen") < 1 << 31).then(pl.col("dagdelen")).alias("dagdelen")
        rij = {"rij": np.arange(lot.aantal, dtype=np.int32), "lat": k.lat, "lon": k.lon}
        self.mens = pl.DataFrame(rij | enkel).with_columns(*leeg, vrij)
        self.comp = _lang(k.competentie_aantal, k.competentie_code, "niveau", k.competentie_niveau)
        self.cert = _lang(k.certificaat_aantal, k.certificaat_code, "tot", k.certificaat_tot)
        self.feit = _lang(k.feit_aantal, k.feit_code, "waarde", k.feit_waarde)

    def zoek(self, werk: Werkprofiel, top: int) -> list[tuple[str, int, int]]:
        """One lazy query."""
        w = waarden(self.lot, werk, top)
        t = {
            naam: pl.DataFrame(rijen, schema=dict.fromkeys(kolommen, pl.Int32), orient="row")
            for naam, (kolommen, rijen) in vraag_tabellen(self.lot, werk).items()
        }
        goed = self._goed(w, t).collect()
        punt = self._punten(w, t, goed.lazy())
        uit = punt.join(self._wensen(w, t, goed.lazy()), on="rij", how="left")
        riasec = sum((pl.col(letter) - w[letter]).abs() for letter in "riasec")
        basis = pl.when(pl.col("r").is_null()).then(500).otherwise(1000 - (10 * riasec) // 6)
        affiniteit = (basis + 100 * pl.col("sector").fill_null(0)).clip(0, 1000)
        omstandig = (500 + 100 * pl.col("wens").fill_null(0)).clip(0, 1000)
        straks = (w["wc"] * (pl.col("som") // w["gewicht"]) + w["wa"] * affiniteit + w["wo"] * omstandig) // 100
        gevonden = (
            uit.select("rij", straks=straks, onbekend=pl.col("onb") + pl.col("onb_hard"))
            .sort("straks", "onbekend", "rij", descending=[True, False, False])
            .head(top)
            .collect()
        )
        ids = self.lot.kolommen.ids
        return [(ids[rij], straks, onbekend) for rij, straks, onbekend in gevonden.rows()]

    def _goed(self, w: dict[str, Any], t: dict[str, pl.DataFrame]) -> pl.LazyFrame:
        minimum = t["minimum"].lazy().rename({"waarde": "nodig"})
        feiten = (
            self.feit.lazy()
            .join(minimum, on="code")
            .group_by("rij")
            .agg(n=pl.len(), marge=(pl.col("waarde") - pl.col("nodig")).min())
        )
        cert = self.cert.lazy().filter(pl.col("code") == w["cert"]).select("rij", "tot")
        kol = pl.col
        past = (
            (kol("uren_min").is_null() | (kol("uren_min") <= w["uren_max"]))
            & (kol("uren_max").is_null() | (kol("uren_max") >= w["uren_min"]))
            & (kol("vanaf").is_null() | (kol("vanaf") <= w["start"]))
            & (kol("dagdelen").is_null() | ((kol("dagdelen") & w["dagdelen"]) == w["dagdelen"]))
            & (kol("reis").is_null() | (_meters(w) <= 1000 * kol("reis")))
        )
        onbekend = (kol("uren_min").is_null() | kol("uren_max").is_null()).cast(pl.Int64)
        for naam in ("vanaf", "dagdelen", "reis", "tot"):
            onbekend = onbekend + kol(naam).is_null().cast(pl.Int64)
        onbekend = onbekend + t["minimum"].height - kol("n").fill_null(0).cast(pl.Int64)
        return (
            self.mens.lazy()
            .filter(past)
            .join(cert, on="rij", how="left")
            .filter(kol("tot").is_null() | (kol("tot") >= w["start"]))
            .join(feiten, on="rij", how="left")
            .filter(kol("marge").is_null() | (kol("marge") >= 0))
            .with_columns(onb=onbekend)
        )

    def _punten(self, w: dict[str, Any], t: dict[str, pl.DataFrame], goed: pl.LazyFrame) -> pl.LazyFrame:
        kol = pl.col
        eis = t["eis"].lazy().rename({"code": "eigen", "niveau": "nodig"})
        lijst = t["lijst"].lazy().join(eis.select("eis", "eigen"), on="eis")
        gevonden = (
            self.comp.lazy()
            .join(lijst, on="code")
            .join(goed.select("rij"), on="rij", how="semi")
            .group_by("rij", "eis")
            .agg(e=(kol("niveau") * kol("v")).max(), genoemd=(kol("code") == kol("eigen")).any())
        )
        e, geleerd = (
            kol("e").fill_null(0),
            pl.when((kol("e").fill_null(0) == 0) & (kol("nul") == 0)).then(0).otherwise(kol("l")),
        )
        punten = (kol("gewicht") * pl.min_horizontal(1000 * kol("nodig"), e + 1000 * geleerd)) // kol("nodig")
        te_laag = (kol("hard") == 1) & (e < 1000 * kol("nodig"))
        genoemd = kol("genoemd").fill_null(False)
        som = (
            goed.select("rij", kol("tempo").cast(pl.Int32))
            .join(eis, how="cross")
            .join(t["leer"].lazy(), on=["eis", "tempo"])
            .join(gevonden, on=["rij", "eis"], how="left")
            .group_by("rij")
            .agg(
                som=punten.cast(pl.Int64).sum(),
                faalt=(te_laag & genoemd).any(),
                onb_hard=(te_laag & ~genoemd).sum().cast(pl.Int64),
            )
            .filter(~kol("faalt"))
        )
        return goed.join(som, on="rij")

    def _wensen(self, w: dict[str, Any], t: dict[str, pl.DataFrame], goed: pl.LazyFrame) -> pl.LazyFrame:
        kol = pl.col
        codes = [*t["wens"]["code"].to_list(), w["sector"]]
        is_sector = kol("code") == w["sector"]
        stap = (kol("waarde") - 2).cast(pl.Int64)
        return (
            self.feit.lazy()
            .filter(kol("code").is_in(codes))
            .join(goed.select("rij"), on="rij", how="semi")
            .group_by("rij")
            .agg(
                sector=pl.when(is_sector).then(stap).otherwise(0).sum(),
                wens=pl.when(is_sector).then(0).otherwise(stap).sum(),
            )
        )


def _lang(aantal: Reeks, code: Reeks, naam: str, waarde: Reeks) -> pl.DataFrame:
    rij = np.repeat(np.arange(aantal.size, dtype=np.int32), aantal)
    orde = np.lexsort((rij, code))
    kolommen = {"code": code[orde].astype(np.int32), "rij": rij[orde], naam: waarde[orde].astype(np.int32)}
    return pl.DataFrame(kolommen).with_columns(pl.col("code").set_sorted())


def _meters(w: dict[str, Any]) -> pl.Expr:
    breedte, hier = pl.col("lat").radians(), np.radians(w["lat"])
    lengte = (np.radians(w["lon"]) - pl.col("lon").radians()) / 2
    a = ((hier - breedte) / 2).sin() ** 2 + breedte.cos() * np.cos(hier) * lengte.sin() ** 2
    return (1000 * (2 * STRAAL_AARDE_KM * a.sqrt().clip(0, 1).arcsin()) + 0.5).floor()
