"""Employers: making, changing, contacts, and merging without losing anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.fabrieken import (
    Contactmomentfabriek,
    Contactpersoonfabriek,
    Gebruikerfabriek,
    Gemeentefabriek,
    Regiofabriek,
    Taakfabriek,
    Vestigingfabriek,
    Werkgeverfabriek,
    Werkprofielfabriek,
)

from werklandschap.kern.basis.fouten import GeenRecht, Invoerfout, VerouderdeVersie
from werklandschap.kern.relaties import actions, queries
from werklandschap.kern.relaties.contacten import Contactinvoer, leg_contact_vast, rond_contact_af
from werklandschap.kern.relaties.duplicaten import zoek_dubbelen
from werklandschap.kern.relaties.gegevens import Contactgegevens, Vestigingsgegevens, Werkgevergegevens
from werklandschap.kern.relaties.models import Contactmoment, Contactpersoon, Werkgever
from werklandschap.kern.relaties.samenvoegen import BLIJVEN_STAAN, verwijzingen, voeg_werkgevers_samen
from werklandschap.kern.taken.models import Taak
from werklandschap.kern.tijdlijn.actions import start_bezoek
from werklandschap.kern.tijdlijn.ketens import controleer
from werklandschap.kern.tijdlijn.models import Keten
from werklandschap.kern.toegang.models import Gebruiker
from werklandschap.kern.toegang.rollen import Rol
from werklandschap.regelingen.datums import plus_maanden

pytestmark = pytest.mark.django_db


@pytest.fixture
def ik() -> Gebruiker:
    return Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER)


def soorten(werkgever: Werkgever) -> list[str]:
    return list(werkgever.keten.gebeurtenissen.order_by("nummer").values_list("soort", flat=True))


def test_een_nieuwe_werkgever_krijgt_plaats_persoon_en_tijdlijn(ik: Gebruiker) -> None:
    werkgever = actions.maak_relatie(
        gegevens=Werkgevergegevens("  Bakkerij   Zon ", kvk_nummer="12.34 56-78"),
        gemeente=ik.gemeente,
        door=ik,
        plaats="Utrecht",
        contact=Contactgegevens("Noor", email="Noor@Zon.test"),
        accountmanager=ik,
    )
    assert (werkgever.naam, werkgever.kvk_nummer, werkgever.accountmanager) == ("Bakkerij Zon", "12345678", ik)
    vestiging = werkgever.vestigingen.get()
    assert vestiging.is_hoofdvestiging
    assert (round(vestiging.lat), round(vestiging.lon)) == (52, 5)
    assert werkgever.contactpersonen.get().email == "noor@zon.test"
    assert soorten(werkgever) == ["relatie.gemaakt", "relatie.vestiging", "relatie.contactpersoon"]
    assert controleer(werkgever.keten) == []


def test_g2_1_een_kvk_nummer_wordt_gecontroleerd_en_is_er_een_keer(ik: Gebruiker) -> None:
    with pytest.raises(Invoerfout) as fout:
        actions.maak_werkgever(gegevens=Werkgevergegevens("Zon", kvk_nummer="1234"), gemeente=ik.gemeente, door=ik)
    assert set(fout.value.fouten) == {"kvk_nummer"}
    bekend = Werkgeverfabriek(gemeente=ik.gemeente)
    with pytest.raises(Invoerfout) as fout:
        actions.maak_werkgever(
            gegevens=Werkgevergegevens("Zon", kvk_nummer=bekend.kvk_nummer), gemeente=ik.gemeente, door=ik
        )
    assert bekend.naam in fout.value.fouten["kvk_nummer"]
    assert Werkgever.objects.get() == bekend
    assert Keten.objects.count() == 1


def test_g2_2_of_een_bedrijf_erkend_leerbedrijf_is_staat_vast(ik: Gebruiker) -> None:
    gegevens = Werkgevergegevens("Zon", leerbedrijf="ja")
    werkgever = actions.maak_werkgever(gegevens=gegevens, gemeente=ik.gemeente, door=ik)
    assert werkgever.get_leerbedrijf_display() == "Ja, erkend door SBB"
    with pytest.raises(Invoerfout) as fout:
        actions.wijzig_werkgever(
            werkgever=werkgever, gegevens=Werkgevergegevens("Zon", leerbedrijf="misschien"), door=ik, versie=1
        )
    assert set(fout.value.fouten) == {"leerbedrijf"}


def test_dubbelen_worden_in_de_hele_regio_gezocht_en_daarbuiten_niet(ik: Gebruiker) -> None:
    buur = Gemeentefabriek(code="9002", regio=ik.gemeente.regio)
    ver = Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Verre regio"))
    zelfde_nummer = Werkgeverfabriek(gemeente=buur, naam="Heel iets anders", kvk_nummer="11112222")
    lijkt = Werkgeverfabriek(gemeente=ik.gemeente, naam="Schildersbedrijf De Kwast B.V.", kvk_nummer="")
    elders = Werkgeverfabriek(gemeente=ik.gemeente, naam="Schildersbedrijf De Kwast", kvk_nummer="")
    Vestigingfabriek(werkgever=lijkt, plaats="Tiel")
    Vestigingfabriek(werkgever=elders, plaats="Assen")
    Werkgeverfabriek(gemeente=ver, naam="Schildersbedrijf de Kwast", kvk_nummer="11112222")
    gevonden = zoek_dubbelen(
        gemeente=ik.gemeente, naam="schildersbedrijf de kwast", kvk_nummer="1111 2222", plaats="tiel"
    )
    assert [(d.werkgever, d.zeker) for d in gevonden] == [(zelfde_nummer, True), (lijkt, False)]


def test_wie_later_bewaart_verliest_niets(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, missie="")
    versie = werkgever.versie
    ander = Werkgever.objects.get(pk=werkgever.pk)
    actions.wijzig_werkgever(
        werkgever=ander, versie=versie, door=ik, gegevens=actions.gegevens_van(ander, missie="Eerst")
    )
    with pytest.raises(VerouderdeVersie) as fout:
        actions.wijzig_werkgever(
            werkgever=werkgever, versie=versie, door=ik, gegevens=actions.gegevens_van(werkgever, missie="Later")
        )
    assert (fout.value.huidig.missie, fout.value.ingevuld["missie"]) == ("Eerst", "Later")
    assert soorten(werkgever) == ["relatie.gewijzigd"]


def test_alleen_de_eigen_gemeente_wijzigt_maar_de_regio_legt_contact_vast(ik: Gebruiker) -> None:
    buur = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9002", regio=ik.gemeente.regio))
    vreemde = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER, gemeente=Gemeentefabriek(code="9003", regio=Regiofabriek(naam="Verre regio"))
    )
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    gegevens = actions.gegevens_van(werkgever, missie="Anders")
    invoer = Contactinvoer(Contactmoment.Soort.TELEFOON, "Kennismaken", timezone.localdate())
    with pytest.raises(GeenRecht):
        actions.wijzig_werkgever(werkgever=werkgever, versie=None, door=buur, gegevens=gegevens)
    leg_contact_vast(werkgever=werkgever, invoer=invoer, door=buur)
    for wie in (vreemde, Gebruikerfabriek(rol=Rol.MANAGER), Gebruikerfabriek(rol=Rol.WERKGEVER, gemeente=None)):
        with pytest.raises(GeenRecht):
            leg_contact_vast(werkgever=werkgever, invoer=invoer, door=wie)
    assert werkgever.contactmomenten.get().door == buur


def test_g1_1_een_belofte_wordt_een_taak_en_het_volgende_contact_staat_vast(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)
    vandaag = timezone.localdate()
    leg_contact_vast(
        werkgever=werkgever,
        invoer=Contactinvoer(
            Contactmoment.Soort.BEZOEK,
            "Kennismaken",
            vandaag,
            afspraken="Folder sturen",
            afspraak_voor=vandaag + timedelta(days=2),
        ),
        door=ik,
    )
    werkgever.refresh_from_db()
    assert werkgever.volgend_contact_op == plus_maanden(vandaag, 6)
    assert werkgever.status == Werkgever.Status.ACTIEF
    taak = Taak.objects.get()
    assert (taak.titel, taak.eigenaar, taak.keten, taak.voor_op) == (
        "Folder sturen",
        ik,
        werkgever.keten,
        vandaag + timedelta(days=2),
    )
    assert soorten(werkgever) == ["taak.gemaakt", "contact.vastgelegd"]
    assert controleer(werkgever.keten) == []


def test_g2_2_een_gepland_contact_wordt_een_keer_afgerond(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    straks = timezone.localdate() + timedelta(days=3)
    moment = leg_contact_vast(
        werkgever=werkgever, invoer=Contactinvoer(Contactmoment.Soort.BEZOEK, "Rondleiding", straks), door=ik
    )
    assert not moment.gehouden
    assert Werkgever.objects.get().volgend_contact_op == straks
    rond_contact_af(moment=moment, door=ik, verslag="Veel gezien.")
    moment.refresh_from_db()
    assert (moment.gehouden, moment.verslag, moment.datum) == (True, "Veel gezien.", timezone.localdate())
    with pytest.raises(Invoerfout):
        rond_contact_af(moment=moment, door=ik)


def test_g2_2_een_gepland_bezoek_blijft_het_volgende_contact_na_een_telefoontje(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()

    def spreek(dagen: int, **rest: date) -> date | None:
        dag = vandaag + timedelta(days=dagen)
        invoer = Contactinvoer(Contactmoment.Soort.TELEFOON, "Bellen", dag, **rest)
        leg_contact_vast(werkgever=werkgever, invoer=invoer, door=ik)
        return Werkgever.objects.get().volgend_contact_op

    bezoek = vandaag + timedelta(days=17)
    assert spreek(17) == bezoek
    assert spreek(0) == bezoek
    assert spreek(40) == bezoek
    assert spreek(0, volgend_contact_op=vandaag + timedelta(days=60)) == bezoek
    assert spreek(0, volgend_contact_op=vandaag + timedelta(days=3)) == vandaag + timedelta(days=3)


def test_g2_2_een_ouder_gesprek_dat_later_wordt_opgeschreven_haalt_het_volgende_niet_naar_voren(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    for dag in (vandaag, vandaag - timedelta(days=200)):
        invoer = Contactinvoer(Contactmoment.Soort.TELEFOON, "Bellen", dag)
        leg_contact_vast(werkgever=werkgever, invoer=invoer, door=ik)
    assert Werkgever.objects.get().volgend_contact_op == plus_maanden(vandaag, 6)


def test_g1_1_een_belofte_is_niet_klaar_voor_het_contact_waarin_zij_is_gedaan(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    vandaag = timezone.localdate()
    gisteren = vandaag - timedelta(days=1)
    invoer = Contactinvoer(
        Contactmoment.Soort.BEZOEK, "Kennismaken", vandaag, afspraken="Folder sturen", afspraak_voor=gisteren
    )
    with pytest.raises(Invoerfout) as fout:
        leg_contact_vast(werkgever=werkgever, invoer=invoer, door=ik)
    assert set(fout.value.fouten) == {"afspraak_voor"}
    plan = Contactinvoer(Contactmoment.Soort.BEZOEK, "Rondleiding", vandaag + timedelta(days=3))
    moment = leg_contact_vast(werkgever=werkgever, invoer=plan, door=ik)
    with pytest.raises(Invoerfout) as fout:
        rond_contact_af(moment=moment, door=ik, afspraken="Bellen", afspraak_voor=gisteren, volgend_contact_op=gisteren)
    assert set(fout.value.fouten) == {"afspraak_voor", "volgend_contact_op"}
    assert not Taak.objects.exists()


def test_een_ander_vast_contact_wordt_gemeld_en_maakt_kennis(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente, accountmanager=ik)
    nieuw = Gebruikerfabriek(rol=Rol.ACCOUNTMANAGER, gemeente=ik.gemeente)
    with pytest.raises(GeenRecht):
        actions.wijs_accountmanager_toe(
            werkgever=werkgever, naar=Gebruikerfabriek(rol=Rol.KLANTMANAGER, gemeente=ik.gemeente), door=ik
        )
    actions.wijs_accountmanager_toe(werkgever=werkgever, naar=nieuw, door=ik)
    assert soorten(werkgever) == ["relatie.accountmanager", "taak.gemaakt"]
    assert werkgever.keten.gebeurtenissen.get(nummer=1).gegevens["naar"] == nieuw.naam
    assert Taak.objects.get().eigenaar == nieuw


def test_een_tweede_hoofdvestiging_neemt_het_over(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    een = actions.voeg_vestiging_toe(werkgever=werkgever, gegevens=Vestigingsgegevens(postcode="3511ab"), door=ik)
    twee = actions.voeg_vestiging_toe(
        werkgever=werkgever, gegevens=Vestigingsgegevens(plaats="Tiel", is_hoofdvestiging=True), door=ik
    )
    een.refresh_from_db()
    assert (een.postcode, een.is_hoofdvestiging, twee.is_hoofdvestiging) == ("3511 AB", False, True)
    with pytest.raises(Invoerfout) as fout:
        actions.voeg_vestiging_toe(werkgever=werkgever, gegevens=Vestigingsgegevens(naam="Ergens"), door=ik)
    assert set(fout.value.fouten) == {"plaats"}


def test_samenvoegen_verliest_niets(ik: Gebruiker) -> None:
    een = Werkgeverfabriek(gemeente=ik.gemeente, naam="Zon", missie="")
    ander = Werkgeverfabriek(gemeente=ik.gemeente, naam="Zon BV", missie="Warmte")
    Vestigingfabriek(werkgever=ander)
    Contactpersoonfabriek(werkgever=ander)
    Contactmomentfabriek(werkgever=ander)
    Werkprofielfabriek(werkgever=ander)
    Taakfabriek(eigenaar=ik, keten=ander.keten)
    for werkgever in (een, ander):
        start_bezoek(keten=werkgever.keten, kant="werkgevers", tegel="voorzorg", door=ik)
    voor = _tel(een) + _tel(ander)
    voeg_werkgevers_samen(blijft=een, vervalt=ander, door=ik)
    een.refresh_from_db()
    ander.refresh_from_db()
    assert _tel(een) == voor
    assert _tel(ander) == 0
    assert (een.missie, ander.samengevoegd_in, ander.keten.verder_in) == ("Warmte", een, een.keten)
    geweken = een.keten.gebeurtenissen.get(soort="relatie.samengevoegd").gegevens["geweken"]
    assert geweken == {"naam": "Zon BV", "kvk_nummer": ander.kvk_nummer}
    assert list(een.keten.bezoeken.filter(tot__isnull=True).values_list("tegel", flat=True)) == ["voorzorg"]
    assert controleer(een.keten) == controleer(ander.keten) == []
    assert list(queries.werkgevers_voor(ik)) == [een]
    with pytest.raises(GeenRecht):
        voeg_werkgevers_samen(blijft=een, vervalt=ander, door=ik)


def _tel(werkgever: Werkgever) -> int:
    """Rows that hang on an employer or its time line."""
    totaal = 0
    for naar in (werkgever, Keten.objects.get(pk=werkgever.keten_id)):
        for model, veld in verwijzingen(type(naar)):
            assert model not in BLIJVEN_STAAN
            totaal += model._base_manager.filter(**{veld: naar}).count()
    return totaal


def test_g2_1_wat_hetzelfde_bedrijf_kan_zijn_staat_bij_samenvoegen_bovenaan(client: Client, ik: Gebruiker) -> None:
    een = Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Zon", kvk_nummer="")
    Werkgeverfabriek(gemeente=ik.gemeente, naam="Aannemer Maan", kvk_nummer="")
    dubbel = Werkgeverfabriek(gemeente=ik.gemeente, naam="Bakkerij Zon B.V.", kvk_nummer="")
    client.force_login(ik)
    pagina = client.get(reverse("relaties:samenvoegen", args=[een.pk]))
    formulier = pagina.context["formulier"]
    (_leeg, _kies), (_kop, lijkt), (_rest, anderen) = formulier.fields["vervalt"].choices
    assert [sleutel for sleutel, _naam in lijkt] == [dubbel.pk]
    assert [naam for _sleutel, naam in anderen] == ["Aannemer Maan"]
    assert formulier.initial["vervalt"] == dubbel.pk
    client.post(reverse("relaties:samenvoegen", args=[een.pk]), {"vervalt": dubbel.pk})
    dubbel.refresh_from_db()
    assert dubbel.samengevoegd_in == een


def test_g2_2_de_regio_leest_elkaars_contact_met_van_welke_gemeente_het_is(client: Client, ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    buur = Gebruikerfabriek(
        rol=Rol.ACCOUNTMANAGER,
        naam="Bo Buur",
        gemeente=Gemeentefabriek(code="9002", naam="Buurdam", regio=ik.gemeente.regio),
    )
    for wie, onderwerp in ((ik, "Kennismaken"), (buur, "Vacature")):
        invoer = Contactinvoer("telefoon", onderwerp, timezone.localdate())
        leg_contact_vast(werkgever=werkgever, door=wie, invoer=invoer)
    client.force_login(ik)
    tekst = client.get(reverse("relaties:relatie", args=[werkgever.pk])).content.decode()
    assert "Bo Buur, Buurdam" in tekst
    assert f"{ik.naam}, {ik.gemeente.naam}" not in tekst


def test_g2_1_een_contactpersoon_heeft_een_rol_en_van_een_ja_op_nieuws_staat_de_dag(ik: Gebruiker) -> None:
    werkgever = Werkgeverfabriek(gemeente=ik.gemeente)
    mens = Contactgegevens("Kim", rol="begeleidt", email="kim@zon.test", wil_nieuws=True)
    persoon = actions.voeg_contactpersoon_toe(werkgever=werkgever, gegevens=mens, door=ik)
    assert (persoon.get_rol_display(), persoon.nieuws_sinds) == ("Begeleidt op de werkvloer", timezone.localdate())
    toen = timezone.localdate() - timedelta(days=40)
    Contactpersoon.objects.update(nieuws_sinds=toen)
    persoon.refresh_from_db()
    actions.wijzig_contactpersoon(persoon=persoon, gegevens=replace(mens, functie="Teamleider"), door=ik)
    assert persoon.nieuws_sinds == toen
    actions.wijzig_contactpersoon(persoon=persoon, gegevens=replace(mens, wil_nieuws=False), door=ik)
    persoon.refresh_from_db()
    assert (persoon.wil_nieuws, persoon.nieuws_sinds) == (False, None)
    with pytest.raises(Invoerfout):
        actions.voeg_contactpersoon_toe(werkgever=werkgever, gegevens=replace(mens, rol="baas"), door=ik)
