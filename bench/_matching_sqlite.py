"""The same score in SQL, in an SQLite database in memory; the engine is measured against it."""

from __future__ import annotations

import sqlite3

import numpy as np
from _matching_data import Bevolking
from _matching_tabellen import vraag_tabellen, waarden

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import Reeks
from werklandschap.matching.referentie import afstand_in_meters

SCHEMA = """
create table mens (rij integer primary key, tempo int, uren_min int, uren_max int, vanaf int, dagdelen int,
    lat real, lon real, reis int, r int, i int, a int, s int, e int, c int);
create table comp (code int, rij int, niveau int, primary key (code, rij)) without rowid;
create table cert (code int, rij int, tot int, primary key (code, rij)) without rowid;
create table feit (code int, rij int, waarde int, primary key (code, rij)) without rowid;
create temp table lijst (eis int, code int, v int);
create temp table eis (eis int primary key, code int, niveau int, gewicht int, hard int, nul int);
create temp table leer (eis int, tempo int, l int, primary key (eis, tempo)) without rowid;
create temp table minimum (code int, waarde int);
create temp table wens (code int);
"""

# Hard requirements of the person first, the distance (a function call) last among them.
VRAAG = """
with goed as materialized (
  select m.*, (uren_min is null or uren_max is null) + (vanaf is null) + (dagdelen is null) + (reis is null)
    + (k.rij is null)
    + (select count(*) from minimum where not exists
        (select 1 from feit f where f.code = minimum.code and f.rij = m.rij)) as onb
  from mens m left join cert k on k.code = :cert and k.rij = m.rij
  where (uren_min is null or uren_min <= :uren_max) and (uren_max is null or uren_max >= :uren_min)
    and (vanaf is null or vanaf <= :start) and (dagdelen is null or dagdelen & :dagdelen = :dagdelen)
    and (k.tot is null or k.tot >= :start)
    and (reis is null or (lat between :lat - reis / 111.0 - 0.01 and :lat + reis / 111.0 + 0.01
                          and afstand(lat, lon, :lat, :lon) <= 1000 * reis))
    and not exists (select 1 from minimum q join feit f on f.code = q.code and f.rij = m.rij
                    where f.waarde < q.waarde)
), gevonden as materialized (
  select c.rij, l.eis, max(c.niveau * l.v) as e, max(c.code = q.code) as genoemd
  from lijst l join eis q on q.eis = l.eis cross join comp c on c.code = l.code
  where c.rij in (select rij from goed) group by c.rij, l.eis
), punt as (
  select g.rij, sum(q.gewicht * min(1000 * q.niveau, coalesce(f.e, 0) + 1000 *
      case when coalesce(f.e, 0) = 0 and not q.nul then 0 else leer.l end) / q.niveau) as som,
    sum(q.hard and coalesce(f.e, 0) < 1000 * q.niveau and coalesce(f.genoemd, 0)) as faalt,
    sum(q.hard and coalesce(f.e, 0) < 1000 * q.niveau and not coalesce(f.genoemd, 0)) as onb
  from goed g cross join eis q join leer on leer.eis = q.eis and leer.tempo = g.tempo
  left join gevonden f on f.rij = g.rij and f.eis = q.eis group by g.rij
)
select g.rij, (:wc * (p.som / :gewicht)
  + :wa * min(1000, max(0, case when r is null then 500 else 1000 - (10 * (abs(r - :r) + abs(i - :i) + abs(a - :a)
      + abs(s - :s) + abs(e - :e) + abs(c - :c))) / 6 end
      + 100 * coalesce((select waarde - 2 from feit where code = :sector and feit.rij = g.rij), 0)))
  + :wo * min(1000, max(0, 500 + 100 * coalesce(
      (select sum(waarde - 2) from wens join feit on feit.code = wens.code and feit.rij = g.rij), 0)))
  ) / 100 as straks, g.onb + p.onb as onbekend
from goed g join punt p on p.rij = g.rij where not p.faalt
order by straks desc, onbekend, g.rij limit :top
"""


class SqliteZoeker:
    """Loads the people once; ``zoek`` gives (id, straks, unknowns) in order."""

    def __init__(self, lot: Bevolking) -> None:
        self.lot = lot
        self.db = sqlite3.connect(":memory:")
        self.db.executescript(SCHEMA)
        self.db.create_function("afstand", 4, afstand_in_meters, deterministic=True)
        k = lot.kolommen
        rij = range(lot.aantal)
        kolommen = [
            k.tempo.tolist(),
            _met_null(k.uren_min, 255),
            _met_null(k.uren_max, 255),
            _met_null(k.vanaf, 0),
            [None if getal >> 31 else getal for getal in k.dagdelen.tolist()],
            [None if np.isnan(graad) else graad for graad in k.lat.tolist()],
            [None if np.isnan(graad) else graad for graad in k.lon.tolist()],
            _met_null(k.reis, 65535),
            *(_met_null(as_, 255) for as_ in k.riasec),
        ]
        self.db.executemany(f"insert into mens values ({','.join('?' * 15)})", zip(rij, *kolommen, strict=True))
        self._laad("comp", k.competentie_aantal, k.competentie_code, k.competentie_niveau)
        self._laad("cert", k.certificaat_aantal, k.certificaat_code, k.certificaat_tot)
        self._laad("feit", k.feit_aantal, k.feit_code, k.feit_waarde)
        self.db.execute("analyze")

    def _laad(self, tabel: str, aantal: Reeks, code: Reeks, waarde: Reeks) -> None:
        rij = np.repeat(np.arange(aantal.size), aantal)
        orde = np.lexsort((rij, code))
        rijen = zip(code[orde].tolist(), rij[orde].tolist(), waarde[orde].tolist(), strict=True)
        self.db.executemany(f"insert into {tabel} values (?, ?, ?)", rijen)

    def zoek(self, werk: Werkprofiel, top: int) -> list[tuple[str, int, int]]:
        """One query, after the tables of the question are filled."""
        self._vul(werk)
        ids = self.lot.kolommen.ids
        gevonden = self.db.execute(VRAAG, waarden(self.lot, werk, top))
        return [(ids[rij], straks, onbekend) for rij, straks, onbekend in gevonden]

    def _vul(self, werk: Werkprofiel) -> None:
        for tabel, (kolommen, rijen) in vraag_tabellen(self.lot, werk).items():
            self.db.execute(f"delete from {tabel}")
            self.db.executemany(f"insert into {tabel} values ({','.join('?' * len(kolommen))})", rijen)


def _met_null(reeks: Reeks, onbekend: int) -> list[int | None]:
    return [None if getal == onbekend else getal for getal in reeks.tolist()]
