from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("samen_bemiddeling", "0004_wensen_van_beide_kanten")]

    operations = [
        migrations.AddField(model, "herinnerd_op", models.DateField(blank=True, editable=False, null=True))
        for model in ("ontmoeting", "speeddate")
    ]
