from django.db import migrations

from leads.links.usual import seed


def forwards(apps, _editor):
    seed(apps.get_model("leads", "UtmValue"), apps.get_model("leads", "UtmAlias"))


class Migration(migrations.Migration):
    dependencies = [("leads", "0020_links")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
