"""The same score in SQL, in DuckDB in memory on one thread; the engine is measured against it."""

from __future__ import annotations

import duckdb
import numpy as np
from _matching_data import Bevolking
from _matching_tabellen import vraag_tabellen, waarden

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import Reeks
from werklandschap.matching.referentie import STRAAL_AARDE_KM

AFSTAND = f"""
create macro afstand(lat1, lon1, lat2, lon2) as floor(1000 * (2 * {STRAAL_AARDE_KM} * asin(least(1.0, sqrt(
    pow(sin((radians(lat2) - radians(lat1)) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * pow(sin((radians(lon2) - radians(lon1)) / 2), 2))))) + 0.5)
"""

VRAAG = """
with feiten as (
  select f.rij, count(*) as n, min(f.waarde - q.waarde) as marge
  from feit f join minimum q on q.code = f.code group by f.rij
), goed as materialized (
  select m.*, (uren_min is null or uren_max is null)::int + (vanaf is null)::int + (dagdelen is null)::int
    + (reis is null)::int + (k.rij is null)::int + (select count(*) from minimum) - coalesce(f.n, 0) as onb
  from mens m left join (select rij, tot from cert where code = $cert) k on k.rij = m.rij
    left join feiten f on f.rij = m.rij
  where (uren_min is null or uren_min <= $uren_max) and (uren_max is null or uren_max >= $uren_min)
    and (vanaf is null or vanaf <= $start) and (dagdelen is null or dagdelen & $dagdelen = $dagdelen)
    and (k.tot is null or k.tot >= $start) and (f.marge is null or f.marge >= 0)
    and (reis is null or (lat between $lat - reis / 111.0 - 0.01 and $lat + reis / 111.0 + 0.01
                          and afstand(lat, lon, $lat, $lon) <= 1000 * reis))
), gevonden as materialized (
  select c.rij, l.eis, max(c.niveau * l.v) as e, max((c.code = q.code)::int) as genoemd
  from lijst l join eis q on q.eis = l.eis join comp c on c.code = l.code
  where c.rij in (select rij from goed) group by c.rij, l.eis
), punt as (
  select g.rij, sum((q.gewicht * least(1000 * q.niveau, coalesce(f.e, 0) + 1000 *
      case when coalesce(f.e, 0) = 0 and q.nul = 0 then 0 else leer.l end)) // q.niveau)::bigint as som,
    sum((q.hard = 1 and coalesce(f.e, 0) < 1000 * q.niveau and coalesce(f.genoemd, 0) = 1)::int) as faalt,
    sum((q.hard = 1 and coalesce(f.e, 0) < 1000 * q.niveau and coalesce(f.genoemd, 0) = 0)::int) as onb
  from goed g cross join eis q join leer on leer.eis = q.eis and leer.tempo = g.tempo
  left join gevonden f on f.rij = g.rij and f.eis = q.eis group by g.rij
), stap as (
  select f.rij, sum((f.waarde - 2) * (f.code = $sector)::int) as sector,
    sum(case when f.code in (select code from wens) then f.waarde - 2 else 0 end) as wens
  from feit f where (f.code = $sector or f.code in (select code from wens)) and f.rij in (select rij from goed)
  group by f.rij
)
select g.rij, (($wc * (p.som // $gewicht)
  + $wa * least(1000, greatest(0, case when r is null then 500 else 1000 - (10 * (abs(r - $r) + abs(i - $i)
      + abs(a - $a) + abs(s - $s) + abs(e - $e) + abs(c - $c))) // 6 end + 100 * coalesce(t.sector, 0)))
  + $wo * least(1000, greatest(0, 500 + 100 * coalesce(t.wens, 0)))) // 100)::int as straks,
  (g.onb + p.onb)::int as onbekend
from goed g join punt p on p.rij = g.rij left join stap t on t.rij = g.rij where p.faalt = 0
order by straks desc, onbekend, g.rij limit $top
"""


class DuckdbZoeker:
    """Loads the people once, the long tables in order of code; ``zoek`` gives (id, straks, unknowns) in order."""

    def __init__(self, lot: Bevolking) -> None:
        self.lot = lot
        self.db = duckdb.connect(":memory:", config={"threads": 1})
        self.db.execute(AFSTAND)
        k = lot.kolommen
        self._maak(
            "mens0", {"rij": np.arange(lot.aantal)} | {naam: getattr(k, naam) for naam in ENKEL} | _riasec(k.riasec)
        )
        leeg = ", ".join(f"nullif({naam}::int, {getal}) as {naam}" for naam, getal in LEEG.items())
        self.db.execute(f"""create table mens as select rij::int as rij, tempo::int as tempo, lat, lon,
            case when dagdelen >= 2147483648 then null else dagdelen::int end as dagdelen, {leeg} from mens0""")
        for naam, aantal, code, waarde, kolom in (
            ("comp", k.competentie_aantal, k.competentie_code, k.competentie_niveau, "niveau"),
            ("cert", k.certificaat_aantal, k.certificaat_code, k.certificaat_tot, "tot"),
            ("feit", k.feit_aantal, k.feit_code, k.feit_waarde, "waarde"),
        ):
            rij = np.repeat(np.arange(aantal.size, dtype=np.int32), aantal)
            orde = np.lexsort((rij, code))
            self._maak(naam, {"code": code[orde], "rij": rij[orde], kolom: waarde[orde].astype(np.int32)})

    def _maak(self, naam: str, bron: dict[str, Reeks]) -> None:
        self.db.register("bron", bron)
        self.db.execute(f"create table {naam} as select * from bron")
        self.db.unregister("bron")

    def zoek(self, werk: Werkprofiel, top: int) -> list[tuple[str, int, int]]:
        """One query, after the tables of the question are filled."""
        for naam, (kolommen, rijen) in vraag_tabellen(self.lot, werk).items():
            self.db.execute(f"create or replace temp table {naam} ({', '.join(f'{kolom} int' for kolom in kolommen)})")
            self.db.executemany(f"insert into {naam} values ({', '.join('?' * len(kolommen))})", rijen)
        ids = self.lot.kolommen.ids
        gevonden = self.db.execute(VRAAG, waarden(self.lot, werk, top)).fetchall()
        return [(ids[rij], straks, onbekend) for rij, straks, onbekend in gevonden]


ENKEL = ("tempo", "uren_min", "uren_max", "vanaf", "dagdelen", "lat", "lon", "reis")
LEEG = {"uren_min": 255, "uren_max": 255, "vanaf": 0, "reis": 65535} | dict.fromkeys("riasec", 255)


def _riasec(riasec: Reeks) -> dict[str, Reeks]:
    return dict(zip("riasec", riasec, strict=True))
