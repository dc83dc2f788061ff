import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisaties", "0001_initial"),
        ("tijdlijn", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="keten",
            name="soort",
            field=models.CharField(
                choices=[
                    ("dossier", "Dossier"),
                    ("werkgever", "Werkgever"),
                    ("beheer", "Beheer van een gemeente"),
                ],
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Beheerketen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "gemeente",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisaties.gemeente"
                    ),
                ),
                (
                    "keten",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beheer", to="tijdlijn.keten"
                    ),
                ),
            ],
            options={"verbose_name": "beheerketen"},
        ),
    ]
