from django.db import migrations, models

WENSEN = [(-1, "Liever niet"), (0, "Geen voorkeur"), (1, "Graag"), (2, "Heel graag")]


class Migration(migrations.Migration):
    dependencies = [("samen_bemiddeling", "0003_eigen_keuze")]

    operations = [
        migrations.RenameField("speeddatevoorkeur", "wens", "wens_kandidaat"),
        migrations.AlterField(
            "speeddatevoorkeur",
            "wens_kandidaat",
            models.SmallIntegerField(choices=WENSEN, default=0, verbose_name="wens van de kandidaat"),
        ),
        migrations.AddField(
            "speeddatevoorkeur",
            "wens_werkgever",
            models.SmallIntegerField(choices=WENSEN, default=0, verbose_name="wens van de werkgever"),
        ),
        migrations.AddField("speeddate", "verouderd", models.BooleanField(default=False, editable=False)),
        migrations.AddField("speeddate", "zoekt_sinds", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AddField(
            "speeddate", "zoekfout", models.CharField(blank=True, editable=False, max_length=200)
        ),
    ]
