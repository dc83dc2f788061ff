"""The same score in SQL, in a PostgreSQL of its own on one process; the engine is measured against it."""

from __future__ import annotations

import atexit
import importlib.util
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import numpy as np
import psycopg
from _matching_data import Bevolking
from _matching_tabellen import vraag_tabellen, waarden

from werklandschap.matching.invoer import Werkprofiel
from werklandschap.matching.kolommen import Reeks
from werklandschap.matching.referentie import STRAAL_AARDE_KM

SCHEMA = f"""
create unlogged table mens (rij int, tempo int, uren_min int, uren_max int, vanaf int, dagdelen int,
    lat float8, lon float8, reis int, r int, i int, a int, s int, e int, c int);
create unlogged table comp (code int, rij int, niveau int);
create unlogged table cert (code int, rij int, tot int);
create unlogged table feit (code int, rij int, waarde int);
create temp table lijst (eis int, code int, v int);
create temp table eis (eis int, code int, niveau int, gewicht int, hard int, nul int);
create temp table leer (eis int, tempo int, l int);
create temp table minimum (code int, waarde int);
create temp table wens (code int);
create function afstand(lat1 float8, lon1 float8, lat2 float8, lon2 float8) returns float8 immutable
language sql as $$ select floor(1000 * (2 * {STRAAL_AARDE_KM} * asin(least(1.0, sqrt(
    pow(sin((radians(lat2) - radians(lat1)) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * pow(sin((radians(lon2) - radians(lon1)) / 2), 2))))) + 0.5) $$;
"""
INDEXEN = """
create unique index on comp (code, rij) include (niveau);
create unique index on cert (code, rij) include (tot);
create unique index on feit (code, rij) include (waarde);
create unique index on mens (rij);
"""
INSTELLINGEN = """
set max_parallel_workers_per_gather = 0;
set max_parallel_maintenance_workers = 0;
set work_mem = '512MB';
set maintenance_work_mem = '1GB';
set temp_buffers = '32MB';
set jit = off;
set random_page_cost = 1.1;
"""

VRAAG = """
with laag as materialized (
  select f.rij, count(*) as n, bool_or(f.waarde < q.waarde) as faalt
  from minimum q join feit f on f.code = q.code group by f.rij
), goed as materialized (
  select m.*, (uren_min is null or uren_max is null)::int + (vanaf is null)::int + (dagdelen is null)::int
    + (reis is null)::int + (k.rij is null)::int + (select count(*) from minimum) - coalesce(laag.n, 0) as onb
  from mens m left join (select rij, tot from cert where code = %(cert)s) k on k.rij = m.rij
    left join laag on laag.rij = m.rij
  where (uren_min is null or uren_min <= %(uren_max)s) and (uren_max is null or uren_max >= %(uren_min)s)
    and (vanaf is null or vanaf <= %(start)s) and (dagdelen is null or dagdelen & %(dagdelen)s = %(dagdelen)s)
    and (k.tot is null or k.tot >= %(start)s) and not coalesce(laag.faalt, false)
    and (reis is null or (lat between %(lat)s - reis / 111.0 - 0.01 and %(lat)s + reis / 111.0 + 0.01
                          and afstand(lat, lon, %(lat)s, %(lon)s) <= 1000 * reis))
), gevonden as materialized (
  select c.rij, l.eis, max(c.niveau * l.v) as e, bool_or(c.code = q.code) as genoemd
  from lijst l join eis q on q.eis = l.eis join comp c on c.code = l.code
  where c.rij in (select rij from goed) group by c.rij, l.eis
), punt as (
  select g.rij, sum(q.gewicht * least(1000 * q.niveau, coalesce(f.e, 0) + 1000 *
      case when coalesce(f.e, 0) = 0 and q.nul = 0 then 0 else leer.l end) / q.niveau) as som,
    bool_or(q.hard = 1 and coalesce(f.e, 0) < 1000 * q.niveau and coalesce(f.genoemd, false)) as faalt,
    sum((q.hard = 1 and coalesce(f.e, 0) < 1000 * q.niveau and not coalesce(f.genoemd, false))::int) as onb
  from goed g cross join eis q join leer on leer.eis = q.eis and leer.tempo = g.tempo
  left join gevonden f on f.rij = g.rij and f.eis = q.eis group by g.rij
), stap as (
  select f.rij, sum((f.waarde - 2) * (f.code = %(sector)s)::int) as sector,
    sum(case when f.code in (select code from wens) then f.waarde - 2 else 0 end) as wens
  from feit f where (f.code = %(sector)s or f.code in (select code from wens)) and f.rij in (select rij from goed)
  group by f.rij
)
select g.rij, ((%(wc)s * (p.som / %(gewicht)s)
  + %(wa)s * least(1000, greatest(0, case when r is null then 500 else 1000 - (10 * (abs(r - %(r)s) + abs(i - %(i)s)
      + abs(a - %(a)s) + abs(s - %(s)s) + abs(e - %(e)s) + abs(c - %(c)s))) / 6 end + 100 * coalesce(t.sector, 0)))
  + %(wo)s * least(1000, greatest(0, 500 + 100 * coalesce(t.wens, 0)))) / 100)::int as straks,
  (g.onb + p.onb)::int as onbekend
from goed g join punt p on p.rij = g.rij left join stap t on t.rij = g.rij where not p.faalt
order by straks desc, onbekend, g.rij limit %(top)s
"""


class PostgresZoeker:
    """Loads the people once into a server that ends with this process; ``zoek`` gives (id, straks, unknowns)."""

    def __init__(self, lot: Bevolking) -> None:
        self.lot = lot
        self.db = psycopg.connect(_start(), autocommit=True)
        self.db.execute(INSTELLINGEN)
        self.db.execute(SCHEMA)
        k = lot.kolommen
        rij = np.arange(lot.aantal)
        dagdelen = np.where(k.dagdelen >> 31 == 1, -1, k.dagdelen.astype(np.int64))
        kolommen = [rij, k.tempo, *_leeg((k.uren_min, 255), (k.uren_max, 255), (k.vanaf, 0), (dagdelen, -1))]
        kolommen += [
            *_leeg((k.lat, np.nan), (k.lon, np.nan), (k.reis, 65535)),
            *_leeg(*((as_, 255) for as_ in k.riasec)),
        ]
        self._kopieer("mens", kolommen)
        for naam, aantal, code, waarde in (
            ("comp", k.competentie_aantal, k.competentie_code, k.competentie_niveau),
            ("cert", k.certificaat_aantal, k.certificaat_code, k.certificaat_tot),
            ("feit", k.feit_aantal, k.feit_code, k.feit_waarde),
        ):
            van = np.repeat(rij, aantal)
            orde = np.lexsort((van, code))
            self._kopieer(naam, [code[orde], van[orde], waarde[orde]])
        self.db.execute(INDEXEN)
        self.db.execute("vacuum analyze")

    def _kopieer(self, tabel: str, kolommen: list[Reeks]) -> None:
        """Write rows in the binary format of COPY, a hundred thousand at a time."""
        with self.db.cursor().copy(f"copy {tabel} from stdin (format binary)") as copy:
            copy.write(b"PGCOPY\n\xff\r\n\0" + bytes(8))
            for begin in range(0, len(kolommen[0]), 100_000):
                copy.write(_rijen([kolom[begin : begin + 100_000] for kolom in kolommen]))
            copy.write(b"\xff\xff")

    def zoek(self, werk: Werkprofiel, top: int) -> list[tuple[str, int, int]]:
        """One query, after the tables of the question are filled."""
        for tabel, (kolommen, rijen) in vraag_tabellen(self.lot, werk).items():
            self.db.execute(f"truncate {tabel}")
            self.db.cursor().executemany(f"insert into {tabel} values ({','.join(['%s'] * len(kolommen))})", rijen)
            self.db.execute(f"analyze {tabel}")
        ids = self.lot.kolommen.ids
        return [
            (ids[rij], straks, open_) for rij, straks, open_ in self.db.execute(VRAAG, waarden(self.lot, werk, top))
        ]


def _leeg(*kolommen: tuple[Reeks, float]) -> Iterable[Reeks]:
    """Columns in which the value that says unknown is masked."""
    for kolom, onbekend in kolommen:
        yield np.ma.masked_invalid(kolom) if np.isnan(onbekend) else np.ma.masked_equal(kolom, onbekend)


def _rijen(kolommen: list[Reeks]) -> bytes:
    """Rows of integers and floats in binary: per field its length (−1 = null) and big-endian bytes."""
    soorten = [">f8" if kolom.dtype.kind == "f" else ">i4" for kolom in kolommen]
    velden = [
        ("n", ">i2"),
        *((f"{deel}{nr}", s) for nr, soort in enumerate(soorten) for deel, s in (("l", ">i4"), ("w", soort))),
    ]
    rijen = np.zeros(len(kolommen[0]), velden)
    rijen["n"] = len(kolommen)
    houd = np.ones((rijen.size, rijen.itemsize), bool)
    for nummer, (kolom, soort) in enumerate(zip(kolommen, soorten, strict=True)):
        leeg = np.ma.getmaskarray(kolom)
        breedte = np.dtype(soort).itemsize
        rijen[f"l{nummer}"] = np.where(leeg, -1, breedte)
        rijen[f"w{nummer}"] = np.ma.filled(kolom, 0)
        plek = rijen.dtype.fields[f"w{nummer}"][1]
        houd[leeg, plek : plek + breedte] = False
    return rijen.view(np.uint8).reshape(rijen.size, -1)[houd].tobytes()


def _start() -> str:
    """Start a server from script/postgres.py; gives what to connect with."""
    script = _laad(Path(__file__).parent.parent / "script" / "postgres.py")
    map_ = tempfile.TemporaryDirectory(prefix="wl-pg-", dir="/tmp")
    programmas = script.programma_map()
    if programmas is None:
        raise RuntimeError("geen PostgreSQL gevonden")
    server = script.Server(programmas, Path(map_.name))
    atexit.register(map_.cleanup)
    atexit.register(server.stop)
    server.start()
    return f"host={server.map} user=postgres dbname=postgres"


def _laad(pad: Path) -> ModuleType:
    opgave = importlib.util.spec_from_file_location("postgres_script", pad)
    assert opgave is not None
    assert opgave.loader is not None
    module = importlib.util.module_from_spec(opgave)
    opgave.loader.exec_module(module)
    return module
