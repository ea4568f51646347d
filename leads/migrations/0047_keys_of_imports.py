import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('funnel', '0040_undone_imports'),
        ('leads', '0046_submission_unasked'),
    ]

    operations = [
        migrations.AddField(
            model_name='matchkey',
            name='batch',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
    ]
