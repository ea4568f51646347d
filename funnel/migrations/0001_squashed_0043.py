import datetime
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from funnel.founding import MakeTables
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("funnel", "0001_initial"),
        ("funnel", "0002_line_rights"),
        ("funnel", "0003_notices"),
        ("funnel", "0004_working_time"),
        ("funnel", "0005_plan_budget"),
        ("funnel", "0015_merge_people"),
        ("funnel", "0040_undone_imports"),
        ("funnel", "0041_uploads"),
        ("funnel", "0042_import_remarks"),
        ("funnel", "0043_how_an_upload_was_changed"),
    ]
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        MakeTables(
            [
        migrations.CreateModel(
            name='CheckedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('problems', models.JSONField(default=list)),
                ('cells', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Holiday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('name', models.CharField(max_length=80)),
            ],
            options={
                'ordering': ['on'],
            },
        ),
        migrations.CreateModel(
            name='Once',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(unique=True)),
                ('place', models.CharField(blank=True, max_length=300)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(default='Funnel', max_length=120, verbose_name='name')),
                ('time_zone', models.CharField(default='UTC', max_length=64, verbose_name='time zone')),
                ('currency', models.CharField(default='EUR', max_length=3, verbose_name='currency')),
                ('sample_until', models.DateField(editable=False, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ReasonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('return', 'Return'), ('recycle', 'Recycle'), ('disqualify', 'Disqualify'), ('win', 'Won'), ('loss', 'Lost')], max_length=12)),
                ('key', models.SlugField(db_index=False, max_length=40)),
                ('label', models.CharField(max_length=80)),
                ('side', models.CharField(choices=[('marketing', 'Marketing'), ('line', 'Line'), ('sales', 'Sales'), ('product', 'Product'), ('buyer', 'Buyer'), ('data', 'Data'), ('unknown', 'Unknown')], max_length=12)),
                ('position', models.PositiveSmallIntegerField()),
                ('needs_words', models.BooleanField(default=False)),
                ('needs_date', models.BooleanField(default=False)),
                ('active', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoleScope',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=24, unique=True)),
                ('scope', models.CharField(choices=[('own', 'Own'), ('team', 'Team'), ('all', 'All')], max_length=4)),
            ],
            options={
                'verbose_name': 'scope of a role',
            },
        ),
        migrations.CreateModel(
            name='RoleScopeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(max_length=24)),
                ('scope', models.CharField(choices=[('own', 'Own'), ('team', 'Team'), ('all', 'All')], max_length=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='TeamEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=24)),
                ('file_name', models.CharField(max_length=255)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sheets', models.JSONField(default=list)),
                ('sheet', models.PositiveSmallIntegerField(default=0)),
                ('encoding', models.CharField(blank=True, max_length=20)),
                ('separator', models.CharField(blank=True, max_length=1)),
                ('heading', models.PositiveIntegerField(null=True)),
                ('shape', models.JSONField(default=dict)),
                ('shape_key', models.CharField(blank=True, max_length=32)),
                ('mapping', models.JSONField(default=dict)),
                ('permission', models.CharField(blank=True, max_length=200)),
                ('repairs', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('choosing', 'Being prepared'), ('checking', 'Being checked'), ('checked', 'Checked'), ('running', 'Running'), ('paused', 'Paused'), ('done', 'Imported'), ('undoing', 'Being undone'), ('undone', 'Undone'), ('thrown', 'Thrown away')], default='choosing', editable=False, max_length=12)),
                ('told', models.JSONField(default=dict)),
                ('changed_at', models.DateTimeField(null=True)),
                ('turn', models.PositiveIntegerField(default=0)),
                ('rows_done', models.PositiveIntegerField(default=0)),
                ('beat_at', models.DateTimeField(null=True)),
                ('trouble', models.TextField(blank=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'verbose_name': 'import',
                'ordering': ['-given_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='UploadPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sheet', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('data', models.BinaryField()),
            ],
            options={
                'ordering': ['sheet', 'number'],
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(blank=True, max_length=254, null=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('source_key', models.CharField(editable=False, max_length=160, null=True)),
                ('time_zone', models.CharField(blank=True, max_length=64, verbose_name='time zone')),
                ('theme', models.CharField(blank=True, choices=[('light', 'Light'), ('dark', 'Dark')], max_length=5, verbose_name='appearance')),
                ('is_staff', models.BooleanField(default=False)),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkCalendar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('time_zone', models.CharField(max_length=64, verbose_name='time zone')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'verbose_name': 'calendar',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='WorkCalendarEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('time_zone', models.CharField(max_length=64, verbose_name='time zone')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')])),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
            ],
            options={
                'ordering': ['weekday', 'opens'],
            },
        ),
        migrations.CreateModel(
            name='WorkHoursEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')])),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(blank=True, max_length=254, null=True, unique=True, verbose_name='e-mail')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('source_key', models.CharField(editable=False, max_length=160, null=True, unique=True)),
                ('time_zone', models.CharField(blank=True, max_length=64, verbose_name='time zone')),
                ('theme', models.CharField(blank=True, choices=[('light', 'Light'), ('dark', 'Dark')], max_length=5, verbose_name='appearance')),
                ('is_staff', models.BooleanField(default=False)),
                ('is_active', models.BooleanField(default=True, verbose_name='may sign in')),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'permissions': [('see_campaigns', 'See campaigns'), ('run_campaigns', 'Run campaigns'), ('see_leads', 'See leads'), ('capture_leads', 'Capture leads'), ('merge_people', 'Merge people'), ('qualify_leads', 'Qualify leads'), ('offer_leads', 'Offer leads'), ('see_handoffs', 'See handoffs'), ('answer_offers', 'Answer offers'), ('run_the_line', 'Run the line'), ('sign_for_marketing', 'Sign for marketing'), ('sign_for_sales', 'Sign for sales'), ('see_deals', 'See deals'), ('read_notes', 'Read notes'), ('work_deals', 'Work deals'), ('set_prices', 'Set prices'), ('plan_budget', 'Plan budget'), ('change_owners', 'Change owners'), ('see_reports', 'See reports'), ('manage_people', 'Manage people'), ('change_settings', 'Change settings')],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(verbose_name='last day')),
                ('words', models.CharField(blank=True, max_length=200)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to=settings.AUTH_USER_MODEL, verbose_name='who')),
            ],
            options={
                'ordering': ['first_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AbsenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('first_on', models.DateField(verbose_name='first day')),
                ('last_on', models.DateField(verbose_name='last day')),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.absence')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=24)),
                ('source', models.CharField(max_length=60)),
                ('file_name', models.CharField(max_length=255)),
                ('fingerprint', models.CharField(max_length=64)),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('finished_at', models.DateTimeField(null=True)),
                ('rows_done', models.PositiveIntegerField(default=0)),
                ('counts', models.JSONField(default=dict)),
                ('remarks', models.JSONField(default=list)),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone', models.JSONField(default=dict)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'import',
            },
        ),
        migrations.CreateModel(
            name='HeldRoleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('group', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='auth.group')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('user', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HolidayEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('on', models.DateField()),
                ('name', models.CharField(max_length=80)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.holiday')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ImportedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=24)),
                ('source', models.CharField(blank=True, max_length=60)),
                ('key', models.CharField(max_length=254)),
                ('digest', models.CharField(max_length=32)),
                ('made', models.BigIntegerField(null=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='funnel.batch')),
                ('said_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch')),
            ],
        ),
        migrations.CreateModel(
            name='ImportProblem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.PositiveIntegerField()),
                ('column', models.TextField(blank=True)),
                ('value', models.TextField(blank=True)),
                ('reason', models.TextField()),
                ('hint', models.TextField(blank=True)),
                ('cells', models.JSONField(default=list)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='funnel.batch')),
            ],
            options={
                'ordering': ['row'],
            },
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('user', models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MendingEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('cause', models.CharField(max_length=16)),
                ('table', models.CharField(max_length=63)),
                ('rows', models.PositiveIntegerField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(max_length=60)),
                ('key', models.CharField(max_length=120)),
                ('title', models.CharField(max_length=200)),
                ('words', models.TextField(blank=True)),
                ('path', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('read_at', models.DateTimeField(editable=False, null=True)),
                ('centre', models.BooleanField(default=True)),
                ('mail', models.CharField(choices=[('now', 'At once'), ('digest', 'In the digest'), ('never', 'Never')], default='never', max_length=6)),
                ('claimed_at', models.DateTimeField(editable=False, null=True)),
                ('mailed_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(max_length=60)),
                ('centre', models.BooleanField(default=True)),
                ('mail', models.CharField(choices=[('now', 'At once'), ('digest', 'In the digest'), ('never', 'Never')], max_length=6)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notice_choices', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='NoticeHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mail', models.BooleanField(default=True)),
                ('digest', models.BooleanField(default=True)),
                ('quiet_from', models.TimeField(blank=True, null=True)),
                ('quiet_to', models.TimeField(blank=True, null=True)),
                ('digested_on', models.DateField(editable=False, null=True)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notice_hours', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(default='Funnel', max_length=120, verbose_name='name')),
                ('time_zone', models.CharField(default='UTC', max_length=64, verbose_name='time zone')),
                ('currency', models.CharField(default='EUR', max_length=3, verbose_name='currency')),
                ('sample_until', models.DateField(editable=False, null=True)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('return', 'Return'), ('recycle', 'Recycle'), ('disqualify', 'Disqualify'), ('win', 'Won'), ('loss', 'Lost')], max_length=12)),
                ('key', models.SlugField(max_length=40)),
                ('label', models.CharField(max_length=80)),
                ('side', models.CharField(choices=[('marketing', 'Marketing'), ('line', 'Line'), ('sales', 'Sales'), ('product', 'Product'), ('buyer', 'Buyer'), ('data', 'Data'), ('unknown', 'Unknown')], max_length=12)),
                ('position', models.PositiveSmallIntegerField()),
                ('needs_words', models.BooleanField(default=False)),
                ('needs_date', models.BooleanField(default=False)),
                ('active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['kind', 'position'],
                'constraints': [models.UniqueConstraint(models.F('kind'), models.F('key'), name='one_reason_per_key')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reason',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_reasonevent" ("active", "id", "key", "kind", "label", "needs_date", "needs_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side") VALUES (OLD."active", OLD."id", OLD."key", OLD."kind", OLD."label", OLD."needs_date", OLD."needs_words", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."position", OLD."side"); RETURN NULL;', hash='f0c412f24b0dc4b18321309dfa329ce78ce999f3', operation='UPDATE', pgid='pgtrigger_update_update_e5d99', table='funnel_reason', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reason',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_reasonevent" ("active", "id", "key", "kind", "label", "needs_date", "needs_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side") VALUES (OLD."active", OLD."id", OLD."key", OLD."kind", OLD."label", OLD."needs_date", OLD."needs_words", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."side"); RETURN NULL;', hash='3adcbf6392189ea953f62ecf164a77525e2188ae', operation='DELETE', pgid='pgtrigger_delete_delete_21792', table='funnel_reason', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reason',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_reasonevent" ("active", "id", "key", "kind", "label", "needs_date", "needs_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side") VALUES (NEW."active", NEW."id", NEW."key", NEW."kind", NEW."label", NEW."needs_date", NEW."needs_words", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."side"); RETURN NULL;', hash='515174993b4f2c39981a738981e1be1c71f5b53f', operation='INSERT', pgid='pgtrigger_insert_insert_b8280', table='funnel_reason', when='AFTER')),
        ),
        migrations.AddField(
            model_name='reasonevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reasonevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolescope',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_rolescopeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."role", OLD."scope"); RETURN NULL;', hash='19f77632fb6fc83c4b145bdb0c33980b6fcaf97a', operation='UPDATE', pgid='pgtrigger_update_update_245ea', table='funnel_rolescope', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rolescope',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_rolescopeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."scope"); RETURN NULL;', hash='cd7cfb12d74217d30c4665ce78746612e42c6c8a', operation='DELETE', pgid='pgtrigger_delete_delete_e13e5', table='funnel_rolescope', when='AFTER')),
        ),
        migrations.AddField(
            model_name='rolescopeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='rolescopeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.rolescope'),
        ),
        migrations.AddField(
            model_name='team',
            name='members',
            field=models.ManyToManyField(blank=True, related_name='teams', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='team',
            field=models.ForeignKey(db_constraint=False, db_tablespace='', on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='upload',
            name='batch',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='upload', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='upload',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='upload',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='checkedrow',
            name='upload',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bad_rows', to='funnel.upload'),
        ),
        migrations.AddField(
            model_name='uploadpart',
            name='upload',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='funnel.upload'),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teamevent',
            name='calendar',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.workcalendar', verbose_name='calendar'),
        ),
        migrations.AddField(
            model_name='team',
            name='calendar',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='teams', to='funnel.workcalendar', verbose_name='calendar'),
        ),
        migrations.AddField(
            model_name='organisationevent',
            name='calendar',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.workcalendar', verbose_name='calendar'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='calendar',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.workcalendar', verbose_name='calendar'),
        ),
        migrations.AddField(
            model_name='holidayevent',
            name='calendar',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.workcalendar'),
        ),
        migrations.AddField(
            model_name='holiday',
            name='calendar',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='holidays', to='funnel.workcalendar'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workcalendar',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_workcalendarevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "time_zone") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."time_zone"); RETURN NULL;', hash='6fe34f3aa09bd1be13565a5f9343b38de18e7f89', operation='UPDATE', pgid='pgtrigger_update_update_01926', table='funnel_workcalendar', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workcalendar',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_workcalendarevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "time_zone") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."time_zone"); RETURN NULL;', hash='924fa4e8794c40332a1f9fc0940ca8ac92e9d3e0', operation='DELETE', pgid='pgtrigger_delete_delete_50181', table='funnel_workcalendar', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workcalendar',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_workcalendarevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "time_zone") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."time_zone"); RETURN NULL;', hash='e88d88411603f908ed74115e4268632f5bed18bc', operation='INSERT', pgid='pgtrigger_insert_insert_aeec9', table='funnel_workcalendar', when='AFTER')),
        ),
        migrations.AddField(
            model_name='workcalendarevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='workcalendarevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.workcalendar'),
        ),
        migrations.AddField(
            model_name='workhours',
            name='calendar',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hours', to='funnel.workcalendar'),
        ),
        migrations.AddField(
            model_name='workhoursevent',
            name='calendar',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.workcalendar'),
        ),
        migrations.AddField(
            model_name='workhoursevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='workhoursevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.workhours'),
        ),
        migrations.CreateModel(
            name='HeldRole',
            fields=[
            ],
            options={
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('funnel.user_groups',),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='one_user_per_email'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."source_key" IS DISTINCT FROM (NEW."source_key") OR OLD."theme" IS DISTINCT FROM (NEW."theme") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone"))', func='INSERT INTO "funnel_userevent" ("email", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source_key", "theme", "time_zone") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."source_key", OLD."theme", OLD."time_zone"); RETURN NULL;', hash='c11f09f3455422dfedb5959b330e9090a927e966', operation='UPDATE', pgid='pgtrigger_update_update_99ee2', table='funnel_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_userevent" ("email", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source_key", "theme", "time_zone") VALUES (OLD."email", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."source_key", OLD."theme", OLD."time_zone"); RETURN NULL;', hash='4202d0e873f4094438b4645c90aff87e8fc5711a', operation='DELETE', pgid='pgtrigger_delete_delete_f7520', table='funnel_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_userevent" ("email", "id", "is_active", "is_staff", "is_superuser", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source_key", "theme", "time_zone") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."source_key", NEW."theme", NEW."time_zone"); RETURN NULL;', hash='337ac0fca7c374d4062be19390c954773f23797a', operation='INSERT', pgid='pgtrigger_insert_insert_a838c', table='funnel_user', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='absence',
            index=models.Index(fields=['last_on', 'first_on'], name='funnel_abse_last_on_a48c70_idx'),
        ),
        migrations.AddConstraint(
            model_name='absence',
            constraint=models.CheckConstraint(condition=models.Q(('last_on__gte', models.F('first_on'))), name='absence_ends_after_it_begins'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='absence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."first_on" IS DISTINCT FROM (NEW."first_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_on" IS DISTINCT FROM (NEW."last_on") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='INSERT INTO "funnel_absenceevent" ("first_on", "id", "last_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "user_id") VALUES (OLD."first_on", OLD."id", OLD."last_on", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."user_id"); RETURN NULL;', hash='08c0a804d50fe649812848d127c98a1ea5f2fd41', operation='UPDATE', pgid='pgtrigger_update_update_8f331', table='funnel_absence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='absence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_absenceevent" ("first_on", "id", "last_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "user_id") VALUES (OLD."first_on", OLD."id", OLD."last_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."user_id"); RETURN NULL;', hash='09e20db2736c92c172685693d031a70431c2c6b0', operation='DELETE', pgid='pgtrigger_delete_delete_dddcc', table='funnel_absence', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='absence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_absenceevent" ("first_on", "id", "last_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "user_id") VALUES (NEW."first_on", NEW."id", NEW."last_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."user_id"); RETURN NULL;', hash='275b4cc0e5de322f0b52adfcb447e0c4611d8812', operation='INSERT', pgid='pgtrigger_insert_insert_cf9e4', table='funnel_absence', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='batch',
            constraint=models.UniqueConstraint(models.F('fingerprint'), condition=models.Q(('finished_at', None)), name='one_running_import_per_file'),
        ),
        migrations.AddConstraint(
            model_name='importedrow',
            constraint=models.UniqueConstraint(models.F('kind'), models.F('source'), models.F('key'), name='one_record_per_imported_row'),
        ),
        migrations.AddConstraint(
            model_name='importproblem',
            constraint=models.UniqueConstraint(models.F('batch'), models.F('row'), name='one_problem_per_imported_row'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mendingentry',
            trigger=pgtrigger.compiler.Trigger(name='no_door', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='aba00bf8af4731035b580746276ed07089ad5a3e', operation='UPDATE OR DELETE', pgid='pgtrigger_no_door_59900', table='funnel_mendingentry', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['user', '-at'], name='notice_newest'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('centre', True), ('read_at', None)), fields=['user'], name='notice_unread'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('mailed_at', None), models.Q(('mail', 'never'), _negated=True)), fields=['mail', 'user'], name='notice_unmailed'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(models.F('user'), models.F('event'), models.F('key'), name='never_told_twice'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('path', ''), models.Q(('path__startswith', '/'), models.Q(('path__startswith', '//'), _negated=True)), _connector='OR'), name='notice_leads_to_a_page_of_ours'),
        ),
        migrations.AddConstraint(
            model_name='noticechoice',
            constraint=models.UniqueConstraint(models.F('user'), models.F('event'), name='one_choice_per_event'),
        ),
        migrations.AddConstraint(
            model_name='noticehours',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('quiet_from', None), ('quiet_to', None)), models.Q(('quiet_from__isnull', False), ('quiet_to__isnull', False)), _connector='OR'), name='quiet_hours_begin_and_end'),
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
            ],
            options={
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('funnel.team_members',),
        ),
        migrations.AddIndex(
            model_name='upload',
            index=models.Index(fields=['shape_key', '-given_at'], name='funnel_uplo_shape_k_7e88f4_idx'),
        ),
        migrations.AddIndex(
            model_name='upload',
            index=models.Index(fields=['by', '-given_at'], name='funnel_uplo_by_id_e60c2d_idx'),
        ),
        migrations.AddConstraint(
            model_name='checkedrow',
            constraint=models.UniqueConstraint(models.F('upload'), models.F('number'), name='one_checked_row_per_number'),
        ),
        migrations.AddConstraint(
            model_name='uploadpart',
            constraint=models.UniqueConstraint(models.F('upload'), models.F('sheet'), models.F('number'), name='one_part_per_number'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_teamevent" ("calendar_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."calendar_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample"); RETURN NULL;', hash='ed0b083d82be827c12d088481399f942f0f32c40', operation='UPDATE', pgid='pgtrigger_update_update_748c9', table='funnel_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_teamevent" ("calendar_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."calendar_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample"); RETURN NULL;', hash='d7f0cdcc161379356401f9603892609d35d02e30', operation='DELETE', pgid='pgtrigger_delete_delete_e45f9', table='funnel_team', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_teamevent" ("calendar_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (NEW."calendar_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample"); RETURN NULL;', hash='28a68f0b617e0f3352a672f0805d1fa2fa61b67d', operation='INSERT', pgid='pgtrigger_insert_insert_998b8', table='funnel_team', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_organisation'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_organisationevent" ("calendar_id", "currency", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_until", "time_zone") VALUES (OLD."calendar_id", OLD."currency", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample_until", OLD."time_zone"); RETURN NULL;', hash='935b582a44f95b0d489d97b9e3f06453a1ab9b22', operation='UPDATE', pgid='pgtrigger_update_update_7d76b', table='funnel_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_organisationevent" ("calendar_id", "currency", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample_until", "time_zone") VALUES (OLD."calendar_id", OLD."currency", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample_until", OLD."time_zone"); RETURN NULL;', hash='7bc84d78224a9753dfe3adde3d7f68cc3837e085', operation='DELETE', pgid='pgtrigger_delete_delete_c0fcd', table='funnel_organisation', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='holiday',
            constraint=models.UniqueConstraint(models.F('calendar'), models.F('on'), name='one_holiday_a_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_holidayevent" ("calendar_id", "id", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."calendar_id", OLD."id", OLD."name", OLD."on", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;', hash='9aac0b534dc18f2f5c5f9cd9af2cf41174a7c5a2', operation='UPDATE', pgid='pgtrigger_update_update_18b14', table='funnel_holiday', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_holidayevent" ("calendar_id", "id", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."calendar_id", OLD."id", OLD."name", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='6e7be94c2301f13b87b56719e23b88b32386b676', operation='DELETE', pgid='pgtrigger_delete_delete_89c6f', table='funnel_holiday', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='holiday',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_holidayevent" ("calendar_id", "id", "name", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."calendar_id", NEW."id", NEW."name", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='9aa9efc1da66765c04fb6fac41b938db13501442', operation='INSERT', pgid='pgtrigger_insert_insert_1cf6d', table='funnel_holiday', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='workhours',
            constraint=models.UniqueConstraint(models.F('calendar'), models.F('weekday'), models.F('opens'), name='one_opening_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='workhours',
            constraint=models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='a_week_has_seven_days'),
        ),
        migrations.AddConstraint(
            model_name='workhours',
            constraint=models.CheckConstraint(condition=models.Q(('closes__gt', models.F('opens')), ('closes', datetime.time(0, 0)), _connector='OR'), name='hours_close_after_they_open'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workhours',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_workhoursevent" ("calendar_id", "closes", "id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (OLD."calendar_id", OLD."closes", OLD."id", OLD."opens", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."weekday"); RETURN NULL;', hash='10ec01d23c2b8c85abde641b25ba73e4d166b9e3', operation='UPDATE', pgid='pgtrigger_update_update_57673', table='funnel_workhours', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workhours',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_workhoursevent" ("calendar_id", "closes", "id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (OLD."calendar_id", OLD."closes", OLD."id", OLD."opens", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."weekday"); RETURN NULL;', hash='b16e9cc41b47b0f0c020f1cd0f12881ea8bdcf92', operation='DELETE', pgid='pgtrigger_delete_delete_8dc7a', table='funnel_workhours', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workhours',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_workhoursevent" ("calendar_id", "closes", "id", "opens", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weekday") VALUES (NEW."calendar_id", NEW."closes", NEW."id", NEW."opens", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."weekday"); RETURN NULL;', hash='0ac3ca6104afe396aecbbe271092275140417323', operation='INSERT', pgid='pgtrigger_insert_insert_96532', table='funnel_workhours', when='AFTER')),
        ),
        migrations.AddField(
            model_name='heldroleevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.heldrole'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='heldrole',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_heldroleevent" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."group_id", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."user_id"); RETURN NULL;', hash='bf8905414bdd4f340107694f02ce3f7d97b3aafe', operation='UPDATE', pgid='pgtrigger_update_update_ddcfc', table='funnel_user_groups', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='heldrole',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_heldroleevent" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (OLD."group_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id"); RETURN NULL;', hash='2b1c7914bb59479514cdab78bed1bff6d12b6514', operation='DELETE', pgid='pgtrigger_delete_delete_fa612', table='funnel_user_groups', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='heldrole',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_heldroleevent" ("group_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id") VALUES (NEW."group_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id"); RETURN NULL;', hash='e33c8fdd3274d2d3b66f50693a803e299828f275', operation='INSERT', pgid='pgtrigger_insert_insert_453c1', table='funnel_user_groups', when='AFTER')),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='funnel.membership'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "funnel_membershipevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "user_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."team_id", OLD."user_id"); RETURN NULL;', hash='c8d6e5a88794b636eca63edf31f26164efd7dd35', operation='UPDATE', pgid='pgtrigger_update_update_1acb1', table='funnel_team_members', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_membershipevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "user_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."team_id", OLD."user_id"); RETURN NULL;', hash='c3598b01f3aa87cf43736b29f84a6ac046206384', operation='DELETE', pgid='pgtrigger_delete_delete_3ae80', table='funnel_team_members', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "funnel_membershipevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."team_id", NEW."user_id"); RETURN NULL;', hash='771ce5cfe79b0cd566d0176d68cc5ded76e264a0', operation='INSERT', pgid='pgtrigger_insert_insert_f3854', table='funnel_team_members', when='AFTER')),
        ),
            ]
        ),
    ]
