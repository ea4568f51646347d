import datetime
from django.conf import settings
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.contrib.postgres.operations import TrigramExtension
import django.core.validators
from django.db import migrations, models
import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.text
import django.utils.timezone
from funnel.founding import MakeTables
import leads.agreement.terms
import leads.forms.models.form
import leads.links.codes
from leads.links.usual import seed as seed_utm
from leads.reasons import seed
import pgtrigger.compiler
import pgtrigger.migrations
import uuid


def add_reasons(apps, _editor):
    seed(apps.get_model("funnel", "Reason"))


def add_utm_values(apps, _editor):
    seed_utm(apps.get_model("leads", "UtmValue"), apps.get_model("leads", "UtmAlias"))


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("leads", "0001_initial"),
        ("leads", "0002_reasons"),
        ("leads", "0003_agreement"),
        ("leads", "0004_routing"),
        ("leads", "0005_clocks"),
        ("leads", "0006_limits"),
        ("leads", "0007_agreed_reasons"),
        ("leads", "0008_claim_rule_births"),
        ("leads", "0009_campaign_plan"),
        ("leads", "0010_campaigns_begun"),
        ("leads", "0011_campaign_codes"),
        ("leads", "0012_spending"),
        ("leads", "0013_adjusted_spend"),
        ("leads", "0014_responses"),
        ("leads", "0020_links"),
        ("leads", "0021_utm_dictionary"),
        ("leads", "0022_capture_sources"),
        ("leads", "0023_spam_signs"),
        ("leads", "0024_heard_from"),
        ("leads", "0025_mailboxes"),
        ("leads", "0030_form_versions"),
        ("leads", "0031_first_versions"),
        ("leads", "0032_forms_lean_on_versions"),
        ("leads", "0045_merging"),
        ("leads", "0046_submission_unasked"),
        ("leads", "0047_keys_of_imports"),
        ("leads", "0060_conversions"),
        ("leads", "0061_adjusted_reach"),
        ("leads", "0062_product_batch"),
        ("leads", "0063_score_rules"),
        ("leads", "0064_one_rule_per_condition"),
        ("leads", "0065_automatic_mql"),
        ("leads", "0066_lead_scores"),
        ("leads", "0067_first_receivers"),
        ("leads", "0068_first_receivers_told"),
        ("leads", "0069_channel_batch"),
    ]
    dependencies = [
        ("funnel", "0001_squashed_0043"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        TrigramExtension(),
        MakeTables(
            [
        migrations.CreateModel(
            name='BudgetLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField(verbose_name='month')),
                ('head', models.CharField(choices=[('product', 'Making the product'), ('demand', 'Bringing people in'), ('closing', 'Closing')], max_length=12, verbose_name='head')),
                ('base_amount', models.DecimalField(decimal_places=3, max_digits=14, validators=[django.core.validators.MinValueValidator(0)], verbose_name='budget')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['month', 'head'],
            },
        ),
        migrations.CreateModel(
            name='ClaimRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('per_day', models.PositiveSmallIntegerField(default=10, null=True, verbose_name='claims a day at most')),
                ('cool_down_hours', models.PositiveSmallIntegerField(default=24, verbose_name='hours to cool down')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Click',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('click_id', models.CharField(max_length=22, unique=True)),
                ('kind', models.CharField(choices=[('human', 'People'), ('likely', 'Likely automatic'), ('automatic', 'Automatic')], max_length=10)),
                ('why', models.CharField(blank=True, choices=[('robot', 'It names itself a robot.'), ('nameless', 'It does not say what it is.'), ('asked_only', 'It asked for the heading only, as link checkers do.'), ('ahead', 'Fetched ahead of time or for a preview.'), ('filter', 'Several links within two seconds, as mail filters do.'), ('no_language', 'It asks for no language, as browsers do.'), ('crowd', 'Very many came from one network in that minute.')], max_length=12)),
                ('visitor', models.CharField(blank=True, max_length=64)),
                ('browser', models.CharField(blank=True, max_length=40)),
                ('system', models.CharField(blank=True, max_length=40)),
                ('device', models.CharField(blank=True, max_length=40)),
                ('agent', models.CharField(blank=True, max_length=300)),
                ('referrer', models.CharField(blank=True, max_length=120)),
                ('arrived', models.BooleanField(default=True)),
                ('test', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-at', '-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Company',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('domain', models.CharField(blank=True, max_length=253, verbose_name='web domain')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='place')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'verbose_name_plural': 'companies',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CompanyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('domain', models.CharField(blank=True, max_length=253, verbose_name='web domain')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='place')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('number', models.PositiveSmallIntegerField()),
                ('language', models.CharField(max_length=12)),
                ('words', models.TextField()),
                ('confirmed_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True, verbose_name='name')),
                ('purpose', models.CharField(help_text='What the data is used for, for your records.', max_length=300, verbose_name='purpose')),
                ('retention_months', models.PositiveSmallIntegerField(blank=True, help_text='Empty: until it is taken back.', null=True, verbose_name='kept for months')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='ConsentTextEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('purpose', models.CharField(help_text='What the data is used for, for your records.', max_length=300, verbose_name='purpose')),
                ('retention_months', models.PositiveSmallIntegerField(blank=True, help_text='Empty: until it is taken back.', null=True, verbose_name='kept for months')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ConsentWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('words', models.JSONField()),
                ('purpose', models.CharField(max_length=300)),
                ('retention_months', models.PositiveSmallIntegerField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Conversion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('goal', models.CharField(blank=True, max_length=60, verbose_name='goal')),
                ('amount', models.DecimalField(decimal_places=3, max_digits=14, null=True, verbose_name='value')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(decimal_places=8, max_digits=18)),
                ('base_amount', models.DecimalField(decimal_places=3, max_digits=14, null=True)),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=leads.forms.models.form.new_token, editable=False, max_length=32, unique=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('published', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('open', models.BooleanField(default=True, verbose_name='open')),
                ('confirms', models.BooleanField(default=False, verbose_name='confirmed by mail')),
                ('frame_hosts', models.JSONField(blank=True, default=list, verbose_name='pages that may show it')),
                ('archived_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='FormEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('token', models.CharField(default=leads.forms.models.form.new_token, editable=False, max_length=32)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('published', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('open', models.BooleanField(default=True, verbose_name='open')),
                ('confirms', models.BooleanField(default=False, verbose_name='confirmed by mail')),
                ('frame_hosts', models.JSONField(blank=True, default=list, verbose_name='pages that may show it')),
                ('archived_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FormVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(null=True)),
                ('content', models.JSONField()),
                ('edited_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('published_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Handoff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('pass_no', models.PositiveSmallIntegerField()),
                ('offered_at', models.DateTimeField()),
                ('note', models.TextField(blank=True, verbose_name='why now')),
                ('evidence', models.JSONField(default=dict)),
                ('trace', models.JSONField(null=True)),
                ('stage', models.CharField(blank=True, choices=[('offered', 'Offered'), ('accepted', 'Accepted'), ('returned', 'Returned'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired'), ('disputed', 'Disputed'), ('upheld', 'Upheld'), ('overturned', 'Overturned')], editable=False, max_length=24)),
                ('answered_at', models.DateTimeField(editable=False, null=True)),
                ('contacted_at', models.DateTimeField(editable=False, null=True)),
                ('tier', models.CharField(blank=True, choices=[('hot', 'Hot'), ('warm', 'Warm'), ('event', 'Event'), ('cold', 'Cold')], max_length=12)),
                ('accept_for', models.DurationField(null=True)),
                ('contact_for', models.DurationField(null=True)),
                ('accept_due_at', models.DateTimeField(null=True)),
                ('contact_due_at', models.DateTimeField(null=True)),
                ('held_at', models.DateTimeField(null=True)),
                ('held_for', models.DurationField(default=datetime.timedelta(0))),
                ('rung', models.PositiveSmallIntegerField(default=0)),
                ('rung_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='HandoffAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('kind', models.CharField(choices=[('rerouted', 'Passed on'), ('held', 'Clock held'), ('resumed', 'Clock runs again'), ('nudged', 'Nudged'), ('answered', 'Answered'), ('rung', 'Time used')], max_length=12)),
                ('words', models.TextField(blank=True)),
                ('trace', models.JSONField(null=True)),
                ('clock', models.CharField(blank=True, choices=[('accept', 'Answer by'), ('contact', 'Contact by')], max_length=8)),
                ('rung', models.PositiveSmallIntegerField(null=True)),
                ('passed', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HandoffStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('from_stage', models.CharField(blank=True, max_length=24)),
                ('to_stage', models.CharField(max_length=24)),
                ('time_known', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('side', models.CharField(blank=True, max_length=12)),
                ('words', models.TextField(blank=True)),
                ('flag', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Lead',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('kind', models.CharField(choices=[('new', 'New'), ('repeat', 'Repeat'), ('referral', 'Referral'), ('expansion', 'Expansion')], default='new', max_length=12)),
                ('born_at', models.DateTimeField()),
                ('words', models.TextField(blank=True, verbose_name='in their words')),
                ('landing_page', models.CharField(blank=True, max_length=500, verbose_name='landing page')),
                ('heard_from', models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='how they heard of us')),
                ('recycle_until', models.DateField(editable=False, null=True)),
                ('stage', models.CharField(blank=True, choices=[('captured', 'Captured'), ('mql', 'Qualified'), ('offered', 'Offered'), ('accepted', 'Accepted'), ('closed', 'Closed'), ('recycled', 'Recycled'), ('disqualified', 'Disqualified')], editable=False, max_length=24)),
            ],
        ),
        migrations.CreateModel(
            name='LeadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('kind', models.CharField(choices=[('new', 'New'), ('repeat', 'Repeat'), ('referral', 'Referral'), ('expansion', 'Expansion')], default='new', max_length=12)),
                ('born_at', models.DateTimeField()),
                ('words', models.TextField(blank=True, verbose_name='in their words')),
                ('landing_page', models.CharField(blank=True, max_length=500, verbose_name='landing page')),
                ('heard_from', models.CharField(blank=True, db_default='', default='', max_length=200, verbose_name='how they heard of us')),
                ('recycle_until', models.DateField(editable=False, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LeadStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('from_stage', models.CharField(blank=True, max_length=24)),
                ('to_stage', models.CharField(max_length=24)),
                ('time_known', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('side', models.CharField(blank=True, max_length=12)),
                ('words', models.TextField(blank=True)),
                ('flag', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('customer_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'verbose_name_plural': 'people',
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=leads.links.codes.new_code, max_length=40, unique=True, verbose_name='code')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('target', models.CharField(max_length=2000, verbose_name='where it leads')),
                ('source', models.CharField(max_length=60, verbose_name='source')),
                ('medium', models.CharField(max_length=60, verbose_name='medium')),
                ('content', models.CharField(blank=True, max_length=100, verbose_name='content')),
                ('term', models.CharField(blank=True, max_length=100, verbose_name='term')),
                ('tagged', models.BooleanField(default=True, verbose_name='tell the target where they came from')),
                ('made_at', models.DateTimeField(editable=False)),
                ('paused_at', models.DateTimeField(editable=False, null=True)),
                ('archived_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='LinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(default=leads.links.codes.new_code, max_length=40, verbose_name='code')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('target', models.CharField(max_length=2000, verbose_name='where it leads')),
                ('source', models.CharField(max_length=60, verbose_name='source')),
                ('medium', models.CharField(max_length=60, verbose_name='medium')),
                ('content', models.CharField(blank=True, max_length=100, verbose_name='content')),
                ('term', models.CharField(blank=True, max_length=100, verbose_name='term')),
                ('tagged', models.BooleanField(default=True, verbose_name='tell the target where they came from')),
                ('made_at', models.DateTimeField(editable=False)),
                ('paused_at', models.DateTimeField(editable=False, null=True)),
                ('archived_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mailbox',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('host', models.CharField(max_length=200, verbose_name='server')),
                ('port', models.PositiveIntegerField(default=993, verbose_name='port')),
                ('security', models.CharField(choices=[('tls', 'Encrypted (TLS)'), ('none', 'Not encrypted: only on this machine')], default='tls', max_length=4, verbose_name='connection')),
                ('user', models.CharField(max_length=200, verbose_name='user name')),
                ('password_env', models.CharField(help_text='The name of the environment variable that holds it; it is not kept here.', max_length=48, validators=[django.core.validators.RegexValidator('^FUNNEL_[A-Z0-9_]{1,40}$', 'Its name begins with FUNNEL_.')], verbose_name='password')),
                ('folder', models.CharField(default='INBOX', max_length=200, verbose_name='folder')),
                ('uid_validity', models.BigIntegerField(editable=False, null=True)),
                ('last_uid', models.BigIntegerField(editable=False, null=True)),
                ('polled_at', models.DateTimeField(editable=False, null=True)),
                ('trouble', models.CharField(blank=True, editable=False, max_length=300)),
                ('trouble_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='MailboxEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('host', models.CharField(max_length=200, verbose_name='server')),
                ('port', models.PositiveIntegerField(default=993, verbose_name='port')),
                ('security', models.CharField(choices=[('tls', 'Encrypted (TLS)'), ('none', 'Not encrypted: only on this machine')], default='tls', max_length=4, verbose_name='connection')),
                ('user', models.CharField(max_length=200, verbose_name='user name')),
                ('password_env', models.CharField(help_text='The name of the environment variable that holds it; it is not kept here.', max_length=48, validators=[django.core.validators.RegexValidator('^FUNNEL_[A-Z0-9_]{1,40}$', 'Its name begins with FUNNEL_.')], verbose_name='password')),
                ('folder', models.CharField(default='INBOX', max_length=200, verbose_name='folder')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MatchKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60)),
                ('value', models.CharField(max_length=254)),
            ],
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('before', models.JSONField()),
                ('undone_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Pair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('signs', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('phone', 'the same phone'), ('mail', 'an address that looks the same'), ('name', 'nearly the same name and company')], max_length=8), size=None)),
                ('found_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('apart_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-found_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Product',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sku', models.CharField(max_length=40, unique=True, verbose_name='article number')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('unit', models.CharField(default='piece', max_length=20, verbose_name='unit')),
                ('description', models.TextField(blank=True, verbose_name='what it is')),
                ('active', models.BooleanField(default=True, verbose_name='on sale')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProductEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('sku', models.CharField(max_length=40, verbose_name='article number')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('unit', models.CharField(default='piece', max_length=20, verbose_name='unit')),
                ('description', models.TextField(blank=True, verbose_name='what it is')),
                ('active', models.BooleanField(default=True, verbose_name='on sale')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReachEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('on', models.DateField(verbose_name='day')),
                ('kind', models.CharField(choices=[('heads', 'Heads counted'), ('impressions', 'Impressions'), ('radio', 'Radio listeners'), ('tv', 'TV viewers'), ('newspaper', 'Newspapers'), ('magazine', 'Magazines'), ('brochure', 'Brochures'), ('copies', 'Copies printed')], max_length=12, verbose_name='what was counted')),
                ('count', models.IntegerField(verbose_name='how many')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
            ],
            options={
                'verbose_name_plural': 'reach entries',
                'ordering': ['-on', '-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResponseStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('status', models.CharField(choices=[('sent', 'Sent'), ('opened', 'Opened'), ('clicked', 'Clicked'), ('replied', 'Replied'), ('invited', 'Invited'), ('registered', 'Registered'), ('attended', 'Attended'), ('no_show', 'No-show'), ('booth_visit', 'Booth visit'), ('viewed', 'Viewed'), ('downloaded', 'Downloaded'), ('form_filled', 'Form filled'), ('code_used', 'Code used'), ('called', 'Called'), ('introduced', 'Introduced')], max_length=12)),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RoutingRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(verbose_name='place')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('active', models.BooleanField(default=True, verbose_name='in use')),
                ('conditions', models.JSONField(default=list, verbose_name='conditions')),
                ('strategy', models.CharField(blank=True, choices=[('queue', 'waits in the queue'), ('round_robin', 'one after the other'), ('least_open', 'who has the fewest open offers'), ('weighted', 'one after the other, by weight'), ('owner_first', "the company's owner, else one after the other")], max_length=12)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='RoutingRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('position', models.PositiveSmallIntegerField(verbose_name='place')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('active', models.BooleanField(default=True, verbose_name='in use')),
                ('conditions', models.JSONField(default=list, verbose_name='conditions')),
                ('strategy', models.CharField(blank=True, choices=[('queue', 'waits in the queue'), ('round_robin', 'one after the other'), ('least_open', 'who has the fewest open offers'), ('weighted', 'one after the other, by weight'), ('owner_first', "the company's owner, else one after the other")], max_length=12)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ScoreRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scale', models.CharField(choices=[('fit', 'Fit'), ('engagement', 'Engagement')], max_length=12, verbose_name='score')),
                ('asks', models.JSONField(verbose_name='condition')),
                ('points', models.SmallIntegerField(verbose_name='points')),
                ('days', models.PositiveSmallIntegerField(null=True, verbose_name='days it counts')),
                ('active', models.BooleanField(default=True, verbose_name='in use')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['-scale', '-points', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ScoreRuleEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('scale', models.CharField(choices=[('fit', 'Fit'), ('engagement', 'Engagement')], max_length=12, verbose_name='score')),
                ('asks', models.JSONField(verbose_name='condition')),
                ('points', models.SmallIntegerField(verbose_name='points')),
                ('days', models.PositiveSmallIntegerField(null=True, verbose_name='days it counts')),
                ('active', models.BooleanField(default=True, verbose_name='in use')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('open_offers_max', models.PositiveSmallIntegerField(null=True, verbose_name='open offers at most')),
                ('per_day_max', models.PositiveSmallIntegerField(null=True, verbose_name='offers a day at most')),
                ('weight', models.PositiveSmallIntegerField(default=1, verbose_name='weight')),
                ('languages', models.CharField(blank=True, max_length=120, verbose_name='languages')),
                ('regions', models.CharField(blank=True, max_length=120, verbose_name='countries')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='SeatEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('open_offers_max', models.PositiveSmallIntegerField(null=True, verbose_name='open offers at most')),
                ('per_day_max', models.PositiveSmallIntegerField(null=True, verbose_name='offers a day at most')),
                ('weight', models.PositiveSmallIntegerField(default=1, verbose_name='weight')),
                ('languages', models.CharField(blank=True, max_length=120, verbose_name='languages')),
                ('regions', models.CharField(blank=True, max_length=120, verbose_name='countries')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('marketing', 'Marketing'), ('sales', 'Sales')], max_length=12)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SignatureEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('side', models.CharField(choices=[('marketing', 'Marketing'), ('sales', 'Sales')], max_length=12)),
                ('at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('key_digest', models.CharField(editable=False, max_length=64, unique=True)),
                ('key_begins', models.CharField(editable=False, max_length=12)),
                ('key_made_at', models.DateTimeField(editable=False)),
                ('per_minute', models.PositiveIntegerField(default=600, help_text='What comes beyond that is asked to wait and to send again.', verbose_name='at most a minute')),
                ('made_at', models.DateTimeField(editable=False)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SourceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('key_begins', models.CharField(editable=False, max_length=12)),
                ('key_made_at', models.DateTimeField(editable=False)),
                ('per_minute', models.PositiveIntegerField(default=600, help_text='What comes beyond that is asked to wait and to send again.', verbose_name='at most a minute')),
                ('made_at', models.DateTimeField(editable=False)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SpamWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60, unique=True, verbose_name='word')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['word'],
            },
        ),
        migrations.CreateModel(
            name='SpamWordEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('word', models.CharField(max_length=60, verbose_name='word')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SpendEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('head', models.CharField(choices=[('product', 'Making the product'), ('demand', 'Bringing people in'), ('closing', 'Closing')], default='demand', max_length=12, verbose_name='head')),
                ('on', models.DateField(verbose_name='day')),
                ('until', models.DateField(blank=True, null=True, verbose_name='until')),
                ('kind', models.CharField(choices=[('media', 'Media'), ('production', 'Production'), ('people', 'People'), ('tool', 'Tools'), ('event', 'Event'), ('sponsorship', 'Sponsorship'), ('other', 'Other')], default='other', max_length=12, verbose_name='kind')),
                ('what', models.CharField(blank=True, max_length=80, verbose_name='for what')),
                ('vendor', models.CharField(blank=True, max_length=120, verbose_name='vendor')),
                ('invoice', models.CharField(blank=True, max_length=60, verbose_name='invoice')),
                ('amount', models.DecimalField(decimal_places=3, max_digits=14, verbose_name='amount')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(decimal_places=8, max_digits=18)),
                ('base_amount', models.DecimalField(decimal_places=3, max_digits=14)),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
                ('source', models.CharField(choices=[('hand', 'written by hand'), ('file', 'from a file')], default='hand', max_length=4)),
            ],
            options={
                'verbose_name_plural': 'spend entries',
                'ordering': ['-on', '-id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('submission_id', models.UUIDField(default=uuid.uuid4)),
                ('version', models.PositiveSmallIntegerField(null=True)),
                ('language', models.CharField(blank=True, db_default='', default='', max_length=12)),
                ('test', models.BooleanField(db_default=False, default=False)),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('payload', models.JSONField()),
                ('unread', models.TextField(blank=True)),
                ('mended', models.JSONField(null=True)),
                ('seconds_on_page', models.FloatField(null=True)),
                ('visitor', models.CharField(blank=True, max_length=64)),
                ('arrival', models.JSONField(db_default={}, default=dict)),
                ('suspicion', models.CharField(blank=True, max_length=40)),
                ('signs', models.JSONField(db_default=[], default=list)),
                ('outcome', models.CharField(choices=[('received', 'Received'), ('created', 'New lead'), ('matched', 'Known person'), ('held', 'Held back'), ('spam', 'Spam'), ('error', 'Needs mending'), ('corrected', 'Sent again, mended'), ('aside', 'Set aside'), ('unconfirmed', 'To be confirmed'), ('tested', 'Test')], default='received', max_length=12)),
                ('detail', models.CharField(blank=True, max_length=300)),
                ('decided_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['-received_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Touchpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('visitor', models.CharField(blank=True, max_length=64)),
                ('kind', models.CharField(choices=[('visit', 'Visit'), ('form', 'Form sent'), ('program', 'Sent by a program'), ('booth', 'Booth visit'), ('referral', 'Recommended'), ('response', 'Responded'), ('mail', 'Mail opened'), ('import', 'Imported'), ('hand', 'Typed by hand'), ('ad', 'Ad clicked'), ('print', 'Code scanned'), ('link', 'Link followed'), ('seen', 'Ad seen')], max_length=12)),
                ('side', models.CharField(choices=[('marketing', 'Marketing'), ('line', 'Line'), ('sales', 'Sales'), ('product', 'Product'), ('buyer', 'Buyer'), ('data', 'Data'), ('unknown', 'Unknown')], default='marketing', max_length=12)),
                ('words', models.TextField(blank=True)),
                ('page', models.CharField(blank=True, max_length=500)),
                ('source', models.CharField(blank=True, db_default='', default='', max_length=100)),
                ('medium', models.CharField(blank=True, db_default='', default='', max_length=100)),
                ('utm_campaign', models.CharField(blank=True, db_default='', default='', max_length=100)),
                ('content', models.CharField(blank=True, db_default='', default='', max_length=100)),
                ('term', models.CharField(blank=True, db_default='', default='', max_length=100)),
                ('click_id', models.CharField(blank=True, db_default='', default='', max_length=22)),
                ('landing', models.CharField(blank=True, db_default='', default='', max_length=500)),
                ('referrer', models.CharField(blank=True, db_default='', default='', max_length=120)),
                ('resolution', models.CharField(blank=True, choices=[('exact', 'By its own value'), ('alias', 'By an alias'), ('none', 'Not found')], db_default='', default='', max_length=8)),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due', models.BigIntegerField()),
                ('taken', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='UtmAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('source', 'Source'), ('medium', 'Medium')], max_length=6)),
                ('value', models.CharField(max_length=60, verbose_name='spelling')),
            ],
            options={
                'verbose_name': 'other spelling',
                'ordering': ['value'],
            },
        ),
        migrations.CreateModel(
            name='UtmAliasEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('source', 'Source'), ('medium', 'Medium')], max_length=6)),
                ('value', models.CharField(max_length=60, verbose_name='spelling')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UtmValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('source', 'Source'), ('medium', 'Medium')], max_length=6)),
                ('value', models.CharField(max_length=60, verbose_name='value')),
                ('counts_as', models.CharField(choices=[('ad', 'Ad clicked'), ('print', 'Code scanned'), ('link', 'Link followed')], default='link', max_length=12, verbose_name='counts as')),
            ],
            options={
                'verbose_name': 'UTM value',
                'ordering': ['-kind', 'value'],
            },
        ),
        migrations.CreateModel(
            name='UtmValueEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('source', 'Source'), ('medium', 'Medium')], max_length=6)),
                ('value', models.CharField(max_length=60, verbose_name='value')),
                ('counts_as', models.CharField(choices=[('ad', 'Ad clicked'), ('print', 'Code scanned'), ('link', 'Link followed')], default='link', max_length=12, verbose_name='counts as')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WaitingClick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fields', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(unique=True)),
                ('conditions', models.JSONField(default=dict)),
                ('automatic', models.BooleanField(default=False)),
                ('terms', models.JSONField(default=leads.agreement.terms.usual_terms)),
                ('attempts', models.PositiveSmallIntegerField(default=5, verbose_name='attempts')),
                ('over_days', models.PositiveSmallIntegerField(default=10, verbose_name='days')),
                ('on_expiry', models.CharField(choices=[('back', 'back to marketing'), ('queue', 'to a queue of sales')], default='back', max_length=5)),
                ('reasons', models.JSONField(default=list)),
                ('note', models.TextField(blank=True)),
                ('comes_on', models.DateField(null=True)),
                ('holds_from', models.DateTimeField(editable=False, null=True)),
                ('edition', models.PositiveIntegerField(default=1, editable=False)),
                ('drafted_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('drafted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('expiry_team', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.team')),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='AgreementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('conditions', models.JSONField(default=dict)),
                ('automatic', models.BooleanField(default=False)),
                ('terms', models.JSONField(default=leads.agreement.terms.usual_terms)),
                ('attempts', models.PositiveSmallIntegerField(default=5, verbose_name='attempts')),
                ('over_days', models.PositiveSmallIntegerField(default=10, verbose_name='days')),
                ('on_expiry', models.CharField(choices=[('back', 'back to marketing'), ('queue', 'to a queue of sales')], default='back', max_length=5)),
                ('reasons', models.JSONField(default=list)),
                ('note', models.TextField(blank=True)),
                ('comes_on', models.DateField(null=True)),
                ('holds_from', models.DateTimeField(editable=False, null=True)),
                ('edition', models.PositiveIntegerField(default=1, editable=False)),
                ('drafted_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('changed_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('drafted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('expiry_team', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.team')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.agreement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('code', models.SlugField(blank=True, max_length=60, unique=True, verbose_name='code')),
                ('type', models.CharField(choices=[('email', 'E-mail'), ('event', 'Webinar or event'), ('fair', 'Fair or booth'), ('content', 'Content'), ('ad', 'Ads'), ('broadcast', 'Print, radio or TV'), ('referral', 'Referral'), ('other', 'Something else')], default='other', max_length=12, verbose_name='type')),
                ('objective', models.CharField(choices=[('awareness', 'Be known'), ('capture', 'Win leads'), ('nurture', 'Keep in touch'), ('expansion', 'Sell more to customers')], default='capture', max_length=12, verbose_name='objective')),
                ('goal', models.CharField(blank=True, max_length=200, verbose_name='what it is for')),
                ('hypothesis', models.TextField(blank=True, max_length=2000, verbose_name='hypothesis')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('planned_spend', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='planned spend')),
                ('planned_reach', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned reach')),
                ('planned_leads', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned leads')),
                ('planned_qualified', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned qualified')),
                ('planned_accepted', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned accepted')),
                ('planned_won', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='planned won money')),
                ('stage', models.CharField(blank=True, choices=[('idea', 'Idea'), ('planned', 'Planned'), ('live', 'Live'), ('paused', 'Paused'), ('done', 'Done'), ('cancelled', 'Cancelled')], editable=False, max_length=24)),
                ('archived_at', models.DateTimeField(editable=False, null=True)),
                ('batch', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='leads.campaign', verbose_name='part of')),
            ],
            options={
                'ordering': ['-starts_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='BudgetLineEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('month', models.DateField(verbose_name='month')),
                ('head', models.CharField(choices=[('product', 'Making the product'), ('demand', 'Bringing people in'), ('closing', 'Closing')], max_length=12, verbose_name='head')),
                ('base_amount', models.DecimalField(decimal_places=3, max_digits=14, validators=[django.core.validators.MinValueValidator(0)], verbose_name='budget')),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.budgetline')),
                ('campaign', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='budgetline',
            name='campaign',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='budget', to='leads.campaign'),
        ),
        migrations.CreateModel(
            name='CampaignAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.CharField(blank=True, max_length=100)),
                ('source', models.CharField(blank=True, max_length=100)),
                ('medium', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('campaign', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='aliases', to='leads.campaign')),
            ],
        ),
        migrations.CreateModel(
            name='CampaignAliasEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('value', models.CharField(blank=True, max_length=100)),
                ('source', models.CharField(blank=True, max_length=100)),
                ('medium', models.CharField(blank=True, max_length=100)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('campaign', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.campaignalias')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CampaignResponse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(blank=True, choices=[('sent', 'Sent'), ('opened', 'Opened'), ('clicked', 'Clicked'), ('replied', 'Replied'), ('invited', 'Invited'), ('registered', 'Registered'), ('attended', 'Attended'), ('no_show', 'No-show'), ('booth_visit', 'Booth visit'), ('viewed', 'Viewed'), ('downloaded', 'Downloaded'), ('form_filled', 'Form filled'), ('code_used', 'Code used'), ('called', 'Called'), ('introduced', 'Introduced')], max_length=12, verbose_name='status')),
                ('status_at', models.DateTimeField(null=True)),
                ('first_responded_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='leads.campaign')),
            ],
            options={
                'ordering': ['-status_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CampaignStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('from_stage', models.CharField(blank=True, max_length=24)),
                ('to_stage', models.CharField(max_length=24)),
                ('time_known', models.BooleanField(default=True)),
                ('reason', models.CharField(blank=True, max_length=40)),
                ('side', models.CharField(blank=True, max_length=12)),
                ('words', models.TextField(blank=True)),
                ('flag', models.CharField(blank=True, max_length=200)),
                ('batch', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='leads.campaign')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, unique=True)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('trackable', models.BooleanField(default=True, verbose_name='people can be told apart')),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('batch', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch')),
            ],
            options={
                'verbose_name_plural': 'channels',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CampaignEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('code', models.SlugField(blank=True, db_index=False, max_length=60, verbose_name='code')),
                ('type', models.CharField(choices=[('email', 'E-mail'), ('event', 'Webinar or event'), ('fair', 'Fair or booth'), ('content', 'Content'), ('ad', 'Ads'), ('broadcast', 'Print, radio or TV'), ('referral', 'Referral'), ('other', 'Something else')], default='other', max_length=12, verbose_name='type')),
                ('objective', models.CharField(choices=[('awareness', 'Be known'), ('capture', 'Win leads'), ('nurture', 'Keep in touch'), ('expansion', 'Sell more to customers')], default='capture', max_length=12, verbose_name='objective')),
                ('goal', models.CharField(blank=True, max_length=200, verbose_name='what it is for')),
                ('hypothesis', models.TextField(blank=True, max_length=2000, verbose_name='hypothesis')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('planned_spend', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='planned spend')),
                ('planned_reach', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned reach')),
                ('planned_leads', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned leads')),
                ('planned_qualified', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned qualified')),
                ('planned_accepted', models.PositiveIntegerField(blank=True, null=True, verbose_name='planned accepted')),
                ('planned_won', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='planned won money')),
                ('archived_at', models.DateTimeField(editable=False, null=True)),
                ('batch', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.batch')),
                ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign', verbose_name='part of')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.campaign')),
                ('channel', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.channel', verbose_name='channel')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='campaign',
            name='channel',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='campaigns', to='leads.channel', verbose_name='channel'),
        ),
        migrations.CreateModel(
            name='ChannelEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('key', models.SlugField(db_index=False, max_length=60)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('trackable', models.BooleanField(default=True, verbose_name='people can be told apart')),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('batch', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.batch')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.channel')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('batch', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClaimRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('per_day', models.PositiveSmallIntegerField(default=10, null=True, verbose_name='claims a day at most')),
                ('cool_down_hours', models.PositiveSmallIntegerField(default=24, verbose_name='hours to cool down')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_claim_rule')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_claimruleevent" ("cool_down_hours", "id", "per_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cool_down_hours", OLD."id", OLD."per_day", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;', hash='2a737f7fe3b245933b24b79e70b40fe899bee3e0', operation='UPDATE', pgid='pgtrigger_update_update_f9646', table='leads_claimrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimrule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_claimruleevent" ("cool_down_hours", "id", "per_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cool_down_hours", OLD."id", OLD."per_day", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='5d6e417aaefac4c24e2f45dd23746947c951593d', operation='DELETE', pgid='pgtrigger_delete_delete_b8582', table='leads_claimrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_claimruleevent" ("cool_down_hours", "id", "per_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cool_down_hours", NEW."id", NEW."per_day", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='3cebe00276f98fc76df381612f5d48b684af5879', operation='INSERT', pgid='pgtrigger_insert_insert_b56d1', table='leads_claimrule', when='AFTER')),
        ),
        migrations.AddField(
            model_name='claimruleevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='claimruleevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.claimrule'),
        ),
        migrations.AddField(
            model_name='click',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='click',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='company',
            index=models.Index(django.db.models.functions.text.Lower('name'), name='company_name_lower'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='company',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_companyevent" ("city", "domain", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."city", OLD."domain", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample"); RETURN NULL;', hash='716991d9889e010362ac427665ffd04c563eff1d', operation='UPDATE', pgid='pgtrigger_update_update_0ced3', table='leads_company', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='company',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_companyevent" ("city", "domain", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."city", OLD."domain", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample"); RETURN NULL;', hash='71aef48a76c91167487fee139561f83f633f6e2d', operation='DELETE', pgid='pgtrigger_delete_delete_c1697', table='leads_company', when='AFTER')),
        ),
        migrations.AddField(
            model_name='companyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='companyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.company'),
        ),
        migrations.AddField(
            model_name='consent',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='consent',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consenttext',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_consenttextevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "retention_months", "sample") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."purpose", OLD."retention_months", OLD."sample"); RETURN NULL;', hash='4de2c00b5541e7b9ad063510016ed5e50001e9a3', operation='UPDATE', pgid='pgtrigger_update_update_a94b2', table='leads_consenttext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consenttext',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_consenttextevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "retention_months", "sample") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."retention_months", OLD."sample"); RETURN NULL;', hash='d842dab4d058c6f573057f746c05431a5181ce3d', operation='DELETE', pgid='pgtrigger_delete_delete_60033', table='leads_consenttext', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consenttext',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_consenttextevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "retention_months", "sample") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."retention_months", NEW."sample"); RETURN NULL;', hash='f504d3d391594ca7afab224fa115d41e67eb17cf', operation='INSERT', pgid='pgtrigger_insert_insert_3336c', table='leads_consenttext', when='AFTER')),
        ),
        migrations.AddField(
            model_name='consenttextevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='consenttextevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.consenttext'),
        ),
        migrations.AddField(
            model_name='consentwording',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consentwording',
            name='text',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='leads.consenttext'),
        ),
        migrations.AddField(
            model_name='consent',
            name='wording',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='leads.consentwording'),
        ),
        migrations.AddField(
            model_name='conversion',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='conversion',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conversion',
            name='campaign',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conversions', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='conversion',
            name='channel',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conversions', to='leads.channel'),
        ),
        migrations.AddField(
            model_name='form',
            name='campaign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forms', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='consent',
            name='form',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='leads.form'),
        ),
        migrations.AddField(
            model_name='formevent',
            name='campaign',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='formevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='formevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.form'),
        ),
        migrations.AddField(
            model_name='formversion',
            name='edited_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='formversion',
            name='form',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='leads.form'),
        ),
        migrations.AddField(
            model_name='formversion',
            name='published_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoff',
            name='agreement',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handoffs', to='leads.agreement'),
        ),
        migrations.AddField(
            model_name='handoff',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='handoff',
            name='first_team',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='handoff',
            name='first_to',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoff',
            name='offered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers_made', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoff',
            name='offered_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoff',
            name='team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='offers', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='claim',
            name='handoff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='leads.handoff'),
        ),
        migrations.AddField(
            model_name='handoffact',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='handoffact',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoffact',
            name='handoff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acts', to='leads.handoff'),
        ),
        migrations.AddField(
            model_name='handoffact',
            name='team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='handoffact',
            name='to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoffstep',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='handoffstep',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoffstep',
            name='handoff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='leads.handoff'),
        ),
        migrations.CreateModel(
            name='LeadScore',
            fields=[
                ('lead', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='scored', serialize=False, to='leads.lead')),
                ('fit', models.PositiveSmallIntegerField(null=True)),
                ('engagement', models.PositiveSmallIntegerField(null=True)),
                ('since', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='lead',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='lead',
            name='campaign',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='lead',
            name='channel',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='leads.channel'),
        ),
        migrations.AddField(
            model_name='lead',
            name='earlier',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='lead',
            name='folded_into',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='lead',
            name='owner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='lead',
            name='seller',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accepted_leads', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='handoff',
            name='lead',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handoffs', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='consent',
            name='lead',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='batch',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='campaign',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='channel',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.channel'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='earlier',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='folded_into',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='seller',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leadstep',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='leadstep',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leadstep',
            name='lead',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='leads.lead'),
        ),
        migrations.CreateModel(
            name='Likeness',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='leads.person')),
                ('basis', models.TextField()),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('mail', models.CharField(blank=True, max_length=300)),
                ('name', models.CharField(blank=True, max_length=250)),
                ('who', models.CharField(blank=True, max_length=500)),
            ],
        ),
        migrations.AddField(
            model_name='person',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='person',
            name='company',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='leads.company'),
        ),
        migrations.AddField(
            model_name='person',
            name='merged_into',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='lead',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='leads.person'),
        ),
        migrations.AddField(
            model_name='conversion',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conversions', to='leads.person'),
        ),
        migrations.AddField(
            model_name='consent',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='leads.person'),
        ),
        migrations.AddField(
            model_name='campaignresponse',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='leads.person'),
        ),
        migrations.AddField(
            model_name='link',
            name='campaign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='leads.campaign', verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='link',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to=settings.AUTH_USER_MODEL, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='click',
            name='link',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clicks', to='leads.link'),
        ),
        migrations.AddField(
            model_name='linkevent',
            name='campaign',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign', verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='linkevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='linkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='linkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.link'),
        ),
        migrations.AddField(
            model_name='mailboxevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='mailboxevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.mailbox'),
        ),
        migrations.AddField(
            model_name='matchkey',
            name='batch',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='matchkey',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='leads.person'),
        ),
        migrations.AddField(
            model_name='merge',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='merge',
            name='gone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='merge',
            name='kept',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='merge',
            name='undone_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pair',
            name='apart_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='pair',
            name='high',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='pair',
            name='low',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='personevent',
            name='batch',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='personevent',
            name='company',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.company'),
        ),
        migrations.AddField(
            model_name='personevent',
            name='merged_into',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='personevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='personevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.person'),
        ),
        migrations.AddField(
            model_name='product',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='leadevent',
            name='product',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.product'),
        ),
        migrations.AddField(
            model_name='lead',
            name='product',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='leads', to='leads.product'),
        ),
        migrations.AddField(
            model_name='productevent',
            name='batch',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='productevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='productevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.product'),
        ),
        migrations.AddField(
            model_name='reachentry',
            name='adjusts',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='adjusted_by', to='leads.reachentry'),
        ),
        migrations.AddField(
            model_name='reachentry',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='reachentry',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reachentry',
            name='campaign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reach', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='responsestep',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='responsestep',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='responsestep',
            name='response',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='leads.campaignresponse'),
        ),
        migrations.AddField(
            model_name='routingrule',
            name='fallback_team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='routingrule',
            name='to_team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='routingrule',
            name='to_user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='routingruleevent',
            name='fallback_team',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='routingruleevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='routingruleevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.routingrule'),
        ),
        migrations.AddField(
            model_name='routingruleevent',
            name='to_team',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='routingruleevent',
            name='to_user',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='scorerule',
            constraint=models.UniqueConstraint(models.F('asks'), name='one_score_rule_per_condition'),
        ),
        migrations.AddConstraint(
            model_name='scorerule',
            constraint=models.CheckConstraint(condition=models.Q(('points__gte', -100), ('points__lte', 100), models.Q(('points', 0), _negated=True)), name='score_points_are_1_to_100_either_way'),
        ),
        migrations.AddConstraint(
            model_name='scorerule',
            constraint=models.CheckConstraint(condition=models.Q(('days', None), models.Q(('days__gte', 1), ('scale', 'engagement')), _connector='OR'), name='only_engagement_expires'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorerule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_scoreruleevent" ("active", "asks", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "sample", "scale") VALUES (OLD."active", OLD."asks", OLD."days", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."points", OLD."sample", OLD."scale"); RETURN NULL;', hash='b05416e387c1a0c154ffabe06308ec89fa0ba066', operation='UPDATE', pgid='pgtrigger_update_update_a03f9', table='leads_scorerule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorerule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_scoreruleevent" ("active", "asks", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "sample", "scale") VALUES (OLD."active", OLD."asks", OLD."days", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."points", OLD."sample", OLD."scale"); RETURN NULL;', hash='c910b5fd16a0c0f01ce507e5599dd87bf6066043', operation='DELETE', pgid='pgtrigger_delete_delete_035aa', table='leads_scorerule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scorerule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_scoreruleevent" ("active", "asks", "days", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "points", "sample", "scale") VALUES (NEW."active", NEW."asks", NEW."days", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."points", NEW."sample", NEW."scale"); RETURN NULL;', hash='52a1f23067a165388c7e782a9f486ff040436619', operation='INSERT', pgid='pgtrigger_insert_insert_0254d', table='leads_scorerule', when='AFTER')),
        ),
        migrations.AddField(
            model_name='scoreruleevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='scoreruleevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.scorerule'),
        ),
        migrations.AddField(
            model_name='seat',
            name='user',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='seat', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='seatevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='seatevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.seat'),
        ),
        migrations.AddField(
            model_name='seatevent',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signature',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='leads.agreement'),
        ),
        migrations.AddField(
            model_name='signature',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signatureevent',
            name='agreement',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.agreement'),
        ),
        migrations.AddField(
            model_name='signatureevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='signatureevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='signatureevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.signature'),
        ),
        migrations.AddField(
            model_name='source',
            name='campaign',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='leads.campaign', verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='source',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to=settings.AUTH_USER_MODEL, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='mailboxevent',
            name='source',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.source'),
        ),
        migrations.AddField(
            model_name='mailbox',
            name='source',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='mailbox', to='leads.source'),
        ),
        migrations.AddField(
            model_name='sourceevent',
            name='campaign',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.campaign', verbose_name='campaign'),
        ),
        migrations.AddField(
            model_name='sourceevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='sourceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='sourceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='spamword',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_spamwordevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "word") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."word"); RETURN NULL;', hash='45d034d10a5016418c9475bc4d669fde075b5410', operation='UPDATE', pgid='pgtrigger_update_update_cbd54', table='leads_spamword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='spamword',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_spamwordevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "word") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."word"); RETURN NULL;', hash='9e20ee0c749c3ec8d79a0d1ca91f7ad0ff185af3', operation='DELETE', pgid='pgtrigger_delete_delete_2d19f', table='leads_spamword', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='spamword',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_spamwordevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "word") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."word"); RETURN NULL;', hash='00266c375423f870b3b40b36c9d44ec3dbe0db89', operation='INSERT', pgid='pgtrigger_insert_insert_224c4', table='leads_spamword', when='AFTER')),
        ),
        migrations.AddField(
            model_name='spamwordevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='spamwordevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.spamword'),
        ),
        migrations.AddField(
            model_name='spendentry',
            name='adjusts',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='adjusted_by', to='leads.spendentry'),
        ),
        migrations.AddField(
            model_name='spendentry',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='spendentry',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='spendentry',
            name='campaign',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='spend', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='spendentry',
            name='corrects',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken_back', to='leads.spendentry'),
        ),
        migrations.AddField(
            model_name='reachentry',
            name='bought',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reached', to='leads.spendentry'),
        ),
        migrations.AddField(
            model_name='submission',
            name='decided_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='submission',
            name='earlier',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='leads.submission'),
        ),
        migrations.AddField(
            model_name='submission',
            name='form',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='leads.form'),
        ),
        migrations.AddField(
            model_name='submission',
            name='lead',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='submission',
            name='source',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='leads.source'),
        ),
        migrations.AddField(
            model_name='consent',
            name='submission',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='leads.submission'),
        ),
        migrations.AddField(
            model_name='touchpoint',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='touchpoint',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='touchpoint',
            name='campaign',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='touchpoints', to='leads.campaign'),
        ),
        migrations.AddField(
            model_name='touchpoint',
            name='channel',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='touchpoints', to='leads.channel'),
        ),
        migrations.AddField(
            model_name='touchpoint',
            name='lead',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='touchpoints', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='touchpoint',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='touchpoints', to='leads.person'),
        ),
        migrations.AddField(
            model_name='turn',
            name='rule',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='leads.routingrule'),
        ),
        migrations.AddField(
            model_name='turn',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='utmaliasevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='utmaliasevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.utmalias'),
        ),
        migrations.AddField(
            model_name='utmvalue',
            name='channel',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to='leads.channel', verbose_name='channel'),
        ),
        migrations.AddField(
            model_name='utmaliasevent',
            name='means',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.utmvalue'),
        ),
        migrations.AddField(
            model_name='utmalias',
            name='means',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='leads.utmvalue'),
        ),
        migrations.AddField(
            model_name='utmvalueevent',
            name='channel',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.channel', verbose_name='channel'),
        ),
        migrations.AddField(
            model_name='utmvalueevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='utmvalueevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='leads.utmvalue'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.UniqueConstraint(fields=('holds_from',), name='one_draft_of_the_agreement', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('attempts__gte', 1), ('over_days__gte', 1)), name='agreement_tries_at_least_once'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('expiry_team', None), ('on_expiry', 'back')), models.Q(('expiry_team__isnull', False), ('on_expiry', 'queue')), _connector='OR'), name='agreement_names_the_queue'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='sealed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."holds_from" IS NOT NULL)', func="\nIF current_setting('funnel.mending', true) = 'remove_sample' AND OLD.sample THEN\n    IF TG_OP = 'DELETE' THEN\n        RETURN OLD;\n    ELSIF to_jsonb(OLD) - 'sample' = to_jsonb(NEW) - 'sample' THEN\n        RETURN NEW;\n    END IF;\nEND IF;\nRAISE EXCEPTION 'an agreement that both signed never changes' USING ERRCODE = 'restrict_violation';", hash='41de61208e305002cb76f16609549e7d13e19074', operation='UPDATE OR DELETE', pgid='pgtrigger_sealed_fe837', table='leads_agreement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_agreementevent" ("attempts", "automatic", "changed_at", "changed_by_id", "comes_on", "conditions", "drafted_at", "drafted_by_id", "edition", "expiry_team_id", "holds_from", "id", "note", "number", "on_expiry", "over_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "sample", "terms") VALUES (OLD."attempts", OLD."automatic", OLD."changed_at", OLD."changed_by_id", OLD."comes_on", OLD."conditions", OLD."drafted_at", OLD."drafted_by_id", OLD."edition", OLD."expiry_team_id", OLD."holds_from", OLD."id", OLD."note", OLD."number", OLD."on_expiry", OLD."over_days", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reasons", OLD."sample", OLD."terms"); RETURN NULL;', hash='e8fe2582e827a97817e92c21ca1512e2e232a1e4', operation='UPDATE', pgid='pgtrigger_update_update_9b41f', table='leads_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_agreementevent" ("attempts", "automatic", "changed_at", "changed_by_id", "comes_on", "conditions", "drafted_at", "drafted_by_id", "edition", "expiry_team_id", "holds_from", "id", "note", "number", "on_expiry", "over_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "sample", "terms") VALUES (OLD."attempts", OLD."automatic", OLD."changed_at", OLD."changed_by_id", OLD."comes_on", OLD."conditions", OLD."drafted_at", OLD."drafted_by_id", OLD."edition", OLD."expiry_team_id", OLD."holds_from", OLD."id", OLD."note", OLD."number", OLD."on_expiry", OLD."over_days", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reasons", OLD."sample", OLD."terms"); RETURN NULL;', hash='8b399949dd5c35d14af714c679fd45dc826cfce0', operation='DELETE', pgid='pgtrigger_delete_delete_299ac', table='leads_agreement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_agreementevent" ("attempts", "automatic", "changed_at", "changed_by_id", "comes_on", "conditions", "drafted_at", "drafted_by_id", "edition", "expiry_team_id", "holds_from", "id", "note", "number", "on_expiry", "over_days", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "sample", "terms") VALUES (NEW."attempts", NEW."automatic", NEW."changed_at", NEW."changed_by_id", NEW."comes_on", NEW."conditions", NEW."drafted_at", NEW."drafted_by_id", NEW."edition", NEW."expiry_team_id", NEW."holds_from", NEW."id", NEW."note", NEW."number", NEW."on_expiry", NEW."over_days", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reasons", NEW."sample", NEW."terms"); RETURN NULL;', hash='a6b7ede5ec6710c6fcb378e52cb16d4fd552e076', operation='INSERT', pgid='pgtrigger_insert_insert_aaeac', table='leads_agreement', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='budgetline',
            constraint=models.UniqueConstraint(fields=('month', 'head', 'campaign'), name='one_budget_per_month', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='budgetline',
            constraint=models.CheckConstraint(condition=models.Q(('base_amount__gte', 0)), name='budget_is_not_below_0'),
        ),
        migrations.AddConstraint(
            model_name='budgetline',
            constraint=models.CheckConstraint(condition=models.Q(('campaign', None), ('head', 'demand'), _connector='OR'), name='campaigns_budget_is_demand'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetline',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_budgetlineevent" ("base_amount", "campaign_id", "head", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."base_amount", OLD."campaign_id", OLD."head", OLD."id", OLD."month", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample"); RETURN NULL;', hash='3c9ad832af6b084ff322d589953a4e75eedb0e5e', operation='UPDATE', pgid='pgtrigger_update_update_8d18f', table='leads_budgetline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetline',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_budgetlineevent" ("base_amount", "campaign_id", "head", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."base_amount", OLD."campaign_id", OLD."head", OLD."id", OLD."month", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample"); RETURN NULL;', hash='3169056821e15ef9c7ededc1a1d4de9827e37207', operation='DELETE', pgid='pgtrigger_delete_delete_694ea', table='leads_budgetline', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='budgetline',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_budgetlineevent" ("base_amount", "campaign_id", "head", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (NEW."base_amount", NEW."campaign_id", NEW."head", NEW."id", NEW."month", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample"); RETURN NULL;', hash='eb586317a1eac57dfda5707b0a5f96ff0a4a88f2', operation='INSERT', pgid='pgtrigger_insert_insert_957e0', table='leads_budgetline', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='campaignalias',
            constraint=models.UniqueConstraint(models.F('value'), models.F('source'), models.F('medium'), name='one_campaign_alias'),
        ),
        migrations.AddConstraint(
            model_name='campaignalias',
            constraint=models.CheckConstraint(condition=models.Q(('value', ''), models.Q(('medium', ''), ('source', '')), _connector='OR'), name='alias_by_value_or_by_place'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaignalias',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_campaignaliasevent" ("at", "by_id", "campaign_id", "id", "medium", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source", "value") VALUES (OLD."at", OLD."by_id", OLD."campaign_id", OLD."id", OLD."medium", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."source", OLD."value"); RETURN NULL;', hash='d214b2e967e627f8ca54e5718f9cdab713c42b89', operation='UPDATE', pgid='pgtrigger_update_update_47325', table='leads_campaignalias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaignalias',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_campaignaliasevent" ("at", "by_id", "campaign_id", "id", "medium", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source", "value") VALUES (OLD."at", OLD."by_id", OLD."campaign_id", OLD."id", OLD."medium", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."source", OLD."value"); RETURN NULL;', hash='1d1fb34467ac0cccfb540a1a334e1ae464b490fa', operation='DELETE', pgid='pgtrigger_delete_delete_1e3df', table='leads_campaignalias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaignalias',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_campaignaliasevent" ("at", "by_id", "campaign_id", "id", "medium", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source", "value") VALUES (NEW."at", NEW."by_id", NEW."campaign_id", NEW."id", NEW."medium", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."source", NEW."value"); RETURN NULL;', hash='a9af3395e32ff8cb051e9fc70cc7367f2a1d36f1', operation='INSERT', pgid='pgtrigger_insert_insert_f802d', table='leads_campaignalias', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='campaignstep',
            index=models.Index(fields=['to_stage', 'at'], name='leads_campa_to_stag_ceebde_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaignstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='5a6b39f7b3fb6d80b830ccfe25cbb4ad3f083c12', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2898e', table='leads_campaignstep', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='channel',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_channelevent" ("batch_id", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "trackable") VALUES (OLD."batch_id", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."trackable"); RETURN NULL;', hash='19e3171d6711dcbe9be83603aae88dbc96c902c1', operation='UPDATE', pgid='pgtrigger_update_update_e9dc5', table='leads_channel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='channel',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_channelevent" ("batch_id", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "trackable") VALUES (OLD."batch_id", OLD."id", OLD."key", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."trackable"); RETURN NULL;', hash='1b2c97d3e9c7bbf24a925676f0d2c7b377c80945', operation='DELETE', pgid='pgtrigger_delete_delete_5e1e3', table='leads_channel', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='channel',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_channelevent" ("batch_id", "id", "key", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "trackable") VALUES (NEW."batch_id", NEW."id", NEW."key", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."trackable"); RETURN NULL;', hash='d63534c01b2401d077a0c1324ffd70588b27ff68', operation='INSERT', pgid='pgtrigger_insert_insert_988bb', table='leads_channel', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='campaign',
            index=models.Index(fields=['stage', '-starts_on'], name='leads_campa_stage_fd4acd_idx'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='campaign_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('parent', None), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='campaign_is_no_part_of_itself'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."archived_at" IS DISTINCT FROM (NEW."archived_at") OR OLD."batch_id" IS DISTINCT FROM (NEW."batch_id") OR OLD."channel_id" IS DISTINCT FROM (NEW."channel_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."goal" IS DISTINCT FROM (NEW."goal") OR OLD."hypothesis" IS DISTINCT FROM (NEW."hypothesis") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."objective" IS DISTINCT FROM (NEW."objective") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."planned_accepted" IS DISTINCT FROM (NEW."planned_accepted") OR OLD."planned_leads" IS DISTINCT FROM (NEW."planned_leads") OR OLD."planned_qualified" IS DISTINCT FROM (NEW."planned_qualified") OR OLD."planned_reach" IS DISTINCT FROM (NEW."planned_reach") OR OLD."planned_spend" IS DISTINCT FROM (NEW."planned_spend") OR OLD."planned_won" IS DISTINCT FROM (NEW."planned_won") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."type" IS DISTINCT FROM (NEW."type"))', func='INSERT INTO "leads_campaignevent" ("archived_at", "batch_id", "channel_id", "code", "ends_on", "goal", "hypothesis", "id", "name", "objective", "owner_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_accepted", "planned_leads", "planned_qualified", "planned_reach", "planned_spend", "planned_won", "sample", "starts_on", "type") VALUES (OLD."archived_at", OLD."batch_id", OLD."channel_id", OLD."code", OLD."ends_on", OLD."goal", OLD."hypothesis", OLD."id", OLD."name", OLD."objective", OLD."owner_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."planned_accepted", OLD."planned_leads", OLD."planned_qualified", OLD."planned_reach", OLD."planned_spend", OLD."planned_won", OLD."sample", OLD."starts_on", OLD."type"); RETURN NULL;', hash='9951a3d0bbba88ffa6f11d911e9b9c4aad4a2280', operation='UPDATE', pgid='pgtrigger_update_update_19c2a', table='leads_campaign', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='campaign',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_campaignevent" ("archived_at", "batch_id", "channel_id", "code", "ends_on", "goal", "hypothesis", "id", "name", "objective", "owner_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_accepted", "planned_leads", "planned_qualified", "planned_reach", "planned_spend", "planned_won", "sample", "starts_on", "type") VALUES (OLD."archived_at", OLD."batch_id", OLD."channel_id", OLD."code", OLD."ends_on", OLD."goal", OLD."hypothesis", OLD."id", OLD."name", OLD."objective", OLD."owner_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."planned_accepted", OLD."planned_leads", OLD."planned_qualified", OLD."planned_reach", OLD."planned_spend", OLD."planned_won", OLD."sample", OLD."starts_on", OLD."type"); RETURN NULL;', hash='b5f01649a5414e4d9351effe6241948f1121eb62', operation='DELETE', pgid='pgtrigger_delete_delete_e802f', table='leads_campaign', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='consentwording',
            constraint=models.UniqueConstraint(models.F('text'), models.F('number'), name='one_wording_per_number'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consentwording',
            trigger=pgtrigger.compiler.Trigger(name='sealed', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF current_setting('funnel.mending', true) = 'remove_sample' AND OLD.sample THEN\n    IF TG_OP = 'DELETE' THEN\n        RETURN OLD;\n    ELSIF to_jsonb(OLD) - 'sample' = to_jsonb(NEW) - 'sample' THEN\n        RETURN NEW;\n    END IF;\nEND IF;\nRAISE EXCEPTION 'what was published never changes' USING ERRCODE = 'restrict_violation';", hash='109df8018d550f10d06760f222bfeda3144c7ed4', operation='UPDATE OR DELETE', pgid='pgtrigger_sealed_3aa35', table='leads_consentwording', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='form',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_formevent" ("archived_at", "campaign_id", "confirms", "frame_hosts", "id", "open", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "sample", "title", "token") VALUES (OLD."archived_at", OLD."campaign_id", OLD."confirms", OLD."frame_hosts", OLD."id", OLD."open", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."published", OLD."sample", OLD."title", OLD."token"); RETURN NULL;', hash='99d2e1efe5e64d95b05dfbbc7065f57f1a0df4b0', operation='UPDATE', pgid='pgtrigger_update_update_ee256', table='leads_form', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='form',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_formevent" ("archived_at", "campaign_id", "confirms", "frame_hosts", "id", "open", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "sample", "title", "token") VALUES (OLD."archived_at", OLD."campaign_id", OLD."confirms", OLD."frame_hosts", OLD."id", OLD."open", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published", OLD."sample", OLD."title", OLD."token"); RETURN NULL;', hash='94ca0e0c19e7016e145a8655e6f398191b87fac1', operation='DELETE', pgid='pgtrigger_delete_delete_46ecc', table='leads_form', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='form',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_formevent" ("archived_at", "campaign_id", "confirms", "frame_hosts", "id", "open", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "sample", "title", "token") VALUES (NEW."archived_at", NEW."campaign_id", NEW."confirms", NEW."frame_hosts", NEW."id", NEW."open", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published", NEW."sample", NEW."title", NEW."token"); RETURN NULL;', hash='3db8667a5f1c41fb5e8bfaf3af1f2b2c439f981e', operation='INSERT', pgid='pgtrigger_insert_insert_5b781', table='leads_form', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='formversion',
            constraint=models.UniqueConstraint(fields=('form', 'number'), name='one_draft_of_a_form', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='formversion',
            constraint=models.CheckConstraint(condition=models.Q(('number', None), ('published_at__isnull', False), _connector='XOR'), name='a_version_is_a_draft_or_published'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='formversion',
            trigger=pgtrigger.compiler.Trigger(name='sealed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."published_at" IS NOT NULL)', func="\nIF current_setting('funnel.mending', true) = 'remove_sample' AND OLD.sample THEN\n    IF TG_OP = 'DELETE' THEN\n        RETURN OLD;\n    ELSIF to_jsonb(OLD) - 'sample' = to_jsonb(NEW) - 'sample' THEN\n        RETURN NEW;\n    END IF;\nEND IF;\nRAISE EXCEPTION 'what was published never changes' USING ERRCODE = 'restrict_violation';", hash='edfe6e8fdd04752ff863d86fd47dbbf53f19a6f1', operation='UPDATE OR DELETE', pgid='pgtrigger_sealed_88189', table='leads_formversion', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(fields=['by', 'at'], name='leads_claim_by_id_a3fe88_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='e8b0260ec499df365b834b6e955e806c41f9df42', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f4fa', table='leads_claim', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='handoffact',
            constraint=models.UniqueConstraint(models.F('handoff'), models.F('clock'), models.F('rung'), condition=models.Q(('kind', 'rung')), name='one_act_per_rung'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handoffact',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='7888805c478a4e9ef88c84715473bd22a6b11fba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4d0c3', table='leads_handoffact', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='handoffstep',
            index=models.Index(fields=['to_stage', 'at'], name='leads_hando_to_stag_301200_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handoffstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='5c7055be96dfa24f7b91629e22315061740ef5bf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e69b9', table='leads_handoffstep', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='leadscore',
            index=models.Index(fields=['fit'], name='leads_leads_fit_ad0d97_idx'),
        ),
        migrations.AddIndex(
            model_name='leadscore',
            index=models.Index(fields=['engagement'], name='leads_leads_engagem_20bf54_idx'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['stage', 'offered_at'], name='leads_hando_stage_5a2d8e_idx'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['stage', 'stage_since'], name='leads_hando_stage_df744f_idx'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(fields=['accept_due_at'], name='leads_hando_accept__5fdded_idx'),
        ),
        migrations.AddIndex(
            model_name='handoff',
            index=models.Index(condition=models.Q(('held_at', None)), fields=['rung_at'], name='handoff_clock_running'),
        ),
        migrations.AddConstraint(
            model_name='handoff',
            constraint=models.UniqueConstraint(models.F('lead'), models.F('pass_no'), name='one_handoff_per_pass'),
        ),
        migrations.AddConstraint(
            model_name='handoff',
            constraint=models.UniqueConstraint(models.F('lead'), condition=models.Q(('stage', 'offered')), name='one_waiting_offer_per_lead'),
        ),
        migrations.AddIndex(
            model_name='leadstep',
            index=models.Index(fields=['to_stage', 'at'], name='leads_leads_to_stag_50f14b_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='leadstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='b81ad66a4403a62c78d59c0b352add00ee34a3a9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8cb2f', table='leads_leadstep', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='likeness',
            index=models.Index(condition=models.Q(('phone', ''), _negated=True), fields=['phone'], name='likeness_phone'),
        ),
        migrations.AddIndex(
            model_name='likeness',
            index=models.Index(condition=models.Q(('mail', ''), _negated=True), fields=['mail'], name='likeness_mail'),
        ),
        migrations.AddIndex(
            model_name='likeness',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['who'], name='likeness_who', opclasses=['gin_trgm_ops']),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."batch_id" IS DISTINCT FROM (NEW."batch_id") OR OLD."company_id" IS DISTINCT FROM (NEW."company_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."sample" IS DISTINCT FROM (NEW."sample"))', func='INSERT INTO "leads_personevent" ("batch_id", "company_id", "email", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "sample") VALUES (OLD."batch_id", OLD."company_id", OLD."email", OLD."id", OLD."merged_into_id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."phone", OLD."sample"); RETURN NULL;', hash='ffcc8fb85e28c3ed7fb98cd0fefca025550ef24d', operation='UPDATE', pgid='pgtrigger_update_update_d3c6d', table='leads_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_personevent" ("batch_id", "company_id", "email", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "sample") VALUES (OLD."batch_id", OLD."company_id", OLD."email", OLD."id", OLD."merged_into_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."sample"); RETURN NULL;', hash='6084ac87a3ad62059d73512c801952e212a98f62', operation='DELETE', pgid='pgtrigger_delete_delete_63926', table='leads_person', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='conversion',
            index=models.Index(fields=['at'], name='leads_conve_at_ce1fbb_idx'),
        ),
        migrations.AddConstraint(
            model_name='conversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('amount', None), ('base_amount', None)), models.Q(('amount__isnull', False), ('base_amount__isnull', False)), _connector='OR'), name='a_conversion_s_worth_is_known_or_not'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conversion',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='e79c4cc68f6a75f215939690d3b3285a71533bd8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ce7ab', table='leads_conversion', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='campaignresponse',
            index=models.Index(fields=['campaign', 'status'], name='leads_campa_campaig_a8c809_idx'),
        ),
        migrations.AddConstraint(
            model_name='campaignresponse',
            constraint=models.UniqueConstraint(models.F('person'), models.F('campaign'), name='one_response_per_campaign'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_linkevent" ("archived_at", "campaign_id", "code", "content", "id", "made_at", "medium", "name", "owner_id", "paused_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source", "tagged", "target", "term") VALUES (OLD."archived_at", OLD."campaign_id", OLD."code", OLD."content", OLD."id", OLD."made_at", OLD."medium", OLD."name", OLD."owner_id", OLD."paused_at", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."source", OLD."tagged", OLD."target", OLD."term"); RETURN NULL;', hash='60fa5ed88152373c32958682f27f6a9650705efb', operation='UPDATE', pgid='pgtrigger_update_update_e6fc0', table='leads_link', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_linkevent" ("archived_at", "campaign_id", "code", "content", "id", "made_at", "medium", "name", "owner_id", "paused_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source", "tagged", "target", "term") VALUES (OLD."archived_at", OLD."campaign_id", OLD."code", OLD."content", OLD."id", OLD."made_at", OLD."medium", OLD."name", OLD."owner_id", OLD."paused_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."source", OLD."tagged", OLD."target", OLD."term"); RETURN NULL;', hash='301cf987a69fc7edb03862e230b02e7ccba97860', operation='DELETE', pgid='pgtrigger_delete_delete_d7e7f', table='leads_link', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='link',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_linkevent" ("archived_at", "campaign_id", "code", "content", "id", "made_at", "medium", "name", "owner_id", "paused_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "source", "tagged", "target", "term") VALUES (NEW."archived_at", NEW."campaign_id", NEW."code", NEW."content", NEW."id", NEW."made_at", NEW."medium", NEW."name", NEW."owner_id", NEW."paused_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample", NEW."source", NEW."tagged", NEW."target", NEW."term"); RETURN NULL;', hash='66967648e00f5502b03b8fe8279c6823027c1895', operation='INSERT', pgid='pgtrigger_insert_insert_ac8b4', table='leads_link', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='click',
            index=models.Index(fields=['link', 'at'], name='leads_click_link_id_4edfc3_idx'),
        ),
        migrations.AddIndex(
            model_name='click',
            index=models.Index(fields=['visitor', 'at'], name='leads_click_visitor_df562b_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='click',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['visitor', 'agent', 'referrer']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='864a13894ed50f0aee4200e9c8c6f278713c250e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_79819', table='leads_click', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='matchkey',
            constraint=models.UniqueConstraint(models.F('kind'), models.F('value'), name='one_person_per_key'),
        ),
        migrations.AddConstraint(
            model_name='merge',
            constraint=models.UniqueConstraint(models.F('gone'), condition=models.Q(('undone_at', None)), name='merged_into_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='pair',
            constraint=models.UniqueConstraint(models.F('low'), models.F('high'), name='one_pair_of_two'),
        ),
        migrations.AddConstraint(
            model_name='pair',
            constraint=models.CheckConstraint(condition=models.Q(('low__lt', models.F('high'))), name='pair_in_order'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='product',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_productevent" ("active", "batch_id", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "sku", "unit") VALUES (OLD."active", OLD."batch_id", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."sku", OLD."unit"); RETURN NULL;', hash='2b7c60f32dd1deb50fc6be6064e0d31430edb11e', operation='UPDATE', pgid='pgtrigger_update_update_60501', table='leads_product', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='product',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_productevent" ("active", "batch_id", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "sku", "unit") VALUES (OLD."active", OLD."batch_id", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."sku", OLD."unit"); RETURN NULL;', hash='84251c980c4973027ef687db853bf98515bc7100', operation='DELETE', pgid='pgtrigger_delete_delete_787e0', table='leads_product', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['born_at'], name='leads_lead_born_at_473b4e_idx'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['stage', '-stage_since'], name='leads_lead_stage_218d31_idx'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['channel', 'born_at'], name='leads_lead_channel_45fed9_idx'),
        ),
        migrations.AddIndex(
            model_name='lead',
            index=models.Index(fields=['campaign', 'born_at'], name='leads_lead_campaig_2ac244_idx'),
        ),
        migrations.AddConstraint(
            model_name='lead',
            constraint=models.UniqueConstraint(models.F('person'), condition=models.Q(models.Q(('stage__in', ('closed', 'disqualified')), _negated=True), ('folded_into', None)), name='one_open_lead_per_person'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lead',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."batch_id" IS DISTINCT FROM (NEW."batch_id") OR OLD."born_at" IS DISTINCT FROM (NEW."born_at") OR OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."channel_id" IS DISTINCT FROM (NEW."channel_id") OR OLD."earlier_id" IS DISTINCT FROM (NEW."earlier_id") OR OLD."folded_into_id" IS DISTINCT FROM (NEW."folded_into_id") OR OLD."heard_from" IS DISTINCT FROM (NEW."heard_from") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."landing_page" IS DISTINCT FROM (NEW."landing_page") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."product_id" IS DISTINCT FROM (NEW."product_id") OR OLD."recycle_until" IS DISTINCT FROM (NEW."recycle_until") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."seller_id" IS DISTINCT FROM (NEW."seller_id") OR OLD."words" IS DISTINCT FROM (NEW."words"))', func='INSERT INTO "leads_leadevent" ("batch_id", "born_at", "campaign_id", "channel_id", "earlier_id", "folded_into_id", "heard_from", "id", "kind", "landing_page", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "recycle_until", "sample", "seller_id", "words") VALUES (OLD."batch_id", OLD."born_at", OLD."campaign_id", OLD."channel_id", OLD."earlier_id", OLD."folded_into_id", OLD."heard_from", OLD."id", OLD."kind", OLD."landing_page", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."product_id", OLD."recycle_until", OLD."sample", OLD."seller_id", OLD."words"); RETURN NULL;', hash='9af8da800ca8814a717584caa05aac94099a0590', operation='UPDATE', pgid='pgtrigger_update_update_17f2d', table='leads_lead', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='lead',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_leadevent" ("batch_id", "born_at", "campaign_id", "channel_id", "earlier_id", "folded_into_id", "heard_from", "id", "kind", "landing_page", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "product_id", "recycle_until", "sample", "seller_id", "words") VALUES (OLD."batch_id", OLD."born_at", OLD."campaign_id", OLD."channel_id", OLD."earlier_id", OLD."folded_into_id", OLD."heard_from", OLD."id", OLD."kind", OLD."landing_page", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."product_id", OLD."recycle_until", OLD."sample", OLD."seller_id", OLD."words"); RETURN NULL;', hash='fbe34ff83961eb39154eef9a296431170c55ae1d', operation='DELETE', pgid='pgtrigger_delete_delete_9ddd5', table='leads_lead', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='responsestep',
            index=models.Index(fields=['response', 'at'], name='leads_respo_respons_678552_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='responsestep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['response_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='7de1c904c273fb7d23c1bf24d485d75a08ec6d78', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_434ce', table='leads_responsestep', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='routingrule',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('to_team__isnull', False), ('to_user', None)), models.Q(('to_team', None), ('to_user__isnull', False)), _connector='OR'), name='a_rule_has_one_receiver'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='routingrule',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_routingruleevent" ("active", "conditions", "fallback_team_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sample", "strategy", "to_team_id", "to_user_id") VALUES (OLD."active", OLD."conditions", OLD."fallback_team_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."position", OLD."sample", OLD."strategy", OLD."to_team_id", OLD."to_user_id"); RETURN NULL;', hash='881561d355670c9de35b06ec015eb2f7afa4a00d', operation='UPDATE', pgid='pgtrigger_update_update_3eadb', table='leads_routingrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='routingrule',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_routingruleevent" ("active", "conditions", "fallback_team_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sample", "strategy", "to_team_id", "to_user_id") VALUES (OLD."active", OLD."conditions", OLD."fallback_team_id", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."sample", OLD."strategy", OLD."to_team_id", OLD."to_user_id"); RETURN NULL;', hash='964798efd89f77f5428fd24676cc66b288785e9c', operation='DELETE', pgid='pgtrigger_delete_delete_e2f75', table='leads_routingrule', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='routingrule',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_routingruleevent" ("active", "conditions", "fallback_team_id", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "sample", "strategy", "to_team_id", "to_user_id") VALUES (NEW."active", NEW."conditions", NEW."fallback_team_id", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."sample", NEW."strategy", NEW."to_team_id", NEW."to_user_id"); RETURN NULL;', hash='aabde7edbbc53cbc64d70e3d9938f5e1dec88782', operation='INSERT', pgid='pgtrigger_insert_insert_cd2ca', table='leads_routingrule', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='seat',
            constraint=models.CheckConstraint(condition=models.Q(('weight__gte', 1), ('weight__lte', 10)), name='a_weight_is_1_to_10'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seat',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_seatevent" ("id", "languages", "open_offers_max", "per_day_max", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regions", "sample", "user_id", "weight") VALUES (OLD."id", OLD."languages", OLD."open_offers_max", OLD."per_day_max", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."regions", OLD."sample", OLD."user_id", OLD."weight"); RETURN NULL;', hash='61514ba7a9f3304810f95c15cc4402beff6da775', operation='UPDATE', pgid='pgtrigger_update_update_3b1c5', table='leads_seat', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seat',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_seatevent" ("id", "languages", "open_offers_max", "per_day_max", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regions", "sample", "user_id", "weight") VALUES (OLD."id", OLD."languages", OLD."open_offers_max", OLD."per_day_max", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."regions", OLD."sample", OLD."user_id", OLD."weight"); RETURN NULL;', hash='08cbdf0f7802ddb975bf63211993b83ead8966c8', operation='DELETE', pgid='pgtrigger_delete_delete_50dd3', table='leads_seat', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='seat',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_seatevent" ("id", "languages", "open_offers_max", "per_day_max", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regions", "sample", "user_id", "weight") VALUES (NEW."id", NEW."languages", NEW."open_offers_max", NEW."per_day_max", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."regions", NEW."sample", NEW."user_id", NEW."weight"); RETURN NULL;', hash='57f90994405352d5a886628e707581a6b5eb1fb8', operation='INSERT', pgid='pgtrigger_insert_insert_a770c', table='leads_seat', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.UniqueConstraint(models.F('agreement'), models.F('side'), name='one_signature_per_side'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='sealed', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF TG_OP = 'DELETE' AND NOT EXISTS (\n    SELECT FROM leads_agreement a WHERE a.id = OLD.agreement_id AND a.holds_from IS NOT NULL\n    AND NOT (a.sample AND coalesce(current_setting('funnel.mending', true), '') = 'remove_sample')\n) THEN\n    RETURN OLD;\nEND IF;\nRAISE EXCEPTION 'a signature stands once both have signed' USING ERRCODE = 'restrict_violation';", hash='fddf66fbf9809ed2f0ba8a77648edf793331c90d', operation='UPDATE OR DELETE', pgid='pgtrigger_sealed_aa4e7', table='leads_signature', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_signatureevent" ("agreement_id", "at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side") VALUES (OLD."agreement_id", OLD."at", OLD."by_id", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."side"); RETURN NULL;', hash='1c10bf8a2878ed69ba47096d3e32c78bc4559bd8', operation='UPDATE', pgid='pgtrigger_update_update_4f391', table='leads_signature', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_signatureevent" ("agreement_id", "at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side") VALUES (OLD."agreement_id", OLD."at", OLD."by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."side"); RETURN NULL;', hash='6b4347be7ba2d96913d6ab593effa8cbb5ea1eba', operation='DELETE', pgid='pgtrigger_delete_delete_b1588', table='leads_signature', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_signatureevent" ("agreement_id", "at", "by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "side") VALUES (NEW."agreement_id", NEW."at", NEW."by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."side"); RETURN NULL;', hash='78aff648e9d751097e3a78e5281393a6d79709fd', operation='INSERT', pgid='pgtrigger_insert_insert_9b5d7', table='leads_signature', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."campaign_id" IS DISTINCT FROM (NEW."campaign_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key_begins" IS DISTINCT FROM (NEW."key_begins") OR OLD."key_made_at" IS DISTINCT FROM (NEW."key_made_at") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."per_minute" IS DISTINCT FROM (NEW."per_minute") OR OLD."sample" IS DISTINCT FROM (NEW."sample"))', func='INSERT INTO "leads_sourceevent" ("campaign_id", "closed_at", "id", "key_begins", "key_made_at", "made_at", "name", "owner_id", "per_minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."campaign_id", OLD."closed_at", OLD."id", OLD."key_begins", OLD."key_made_at", OLD."made_at", OLD."name", OLD."owner_id", OLD."per_minute", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample"); RETURN NULL;', hash='c74732066379d5feefe1978e1b82ec82650093d9', operation='UPDATE', pgid='pgtrigger_update_update_1b17a', table='leads_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_sourceevent" ("campaign_id", "closed_at", "id", "key_begins", "key_made_at", "made_at", "name", "owner_id", "per_minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (OLD."campaign_id", OLD."closed_at", OLD."id", OLD."key_begins", OLD."key_made_at", OLD."made_at", OLD."name", OLD."owner_id", OLD."per_minute", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample"); RETURN NULL;', hash='44a44bc2c4aad70162759c1580879b5726fbd109', operation='DELETE', pgid='pgtrigger_delete_delete_31794', table='leads_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='source',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_sourceevent" ("campaign_id", "closed_at", "id", "key_begins", "key_made_at", "made_at", "name", "owner_id", "per_minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample") VALUES (NEW."campaign_id", NEW."closed_at", NEW."id", NEW."key_begins", NEW."key_made_at", NEW."made_at", NEW."name", NEW."owner_id", NEW."per_minute", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sample"); RETURN NULL;', hash='567624a5bf157a85b5a58e138c75d096e9599782', operation='INSERT', pgid='pgtrigger_insert_insert_5d01a', table='leads_source', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mailbox',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."folder" IS DISTINCT FROM (NEW."folder") OR OLD."host" IS DISTINCT FROM (NEW."host") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."password_env" IS DISTINCT FROM (NEW."password_env") OR OLD."port" IS DISTINCT FROM (NEW."port") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."security" IS DISTINCT FROM (NEW."security") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."user" IS DISTINCT FROM (NEW."user"))', func='INSERT INTO "leads_mailboxevent" ("folder", "host", "id", "password_env", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "sample", "security", "source_id", "user") VALUES (OLD."folder", OLD."host", OLD."id", OLD."password_env", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."port", OLD."sample", OLD."security", OLD."source_id", OLD."user"); RETURN NULL;', hash='37f6f39dcb913bd768d6fa3fc2eaf119764d00cf', operation='UPDATE', pgid='pgtrigger_update_update_c9385', table='leads_mailbox', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mailbox',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_mailboxevent" ("folder", "host", "id", "password_env", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "sample", "security", "source_id", "user") VALUES (OLD."folder", OLD."host", OLD."id", OLD."password_env", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."port", OLD."sample", OLD."security", OLD."source_id", OLD."user"); RETURN NULL;', hash='8bada08837470c1c7e2388839d91e20800041ee0', operation='DELETE', pgid='pgtrigger_delete_delete_4547e', table='leads_mailbox', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mailbox',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_mailboxevent" ("folder", "host", "id", "password_env", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "sample", "security", "source_id", "user") VALUES (NEW."folder", NEW."host", NEW."id", NEW."password_env", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."port", NEW."sample", NEW."security", NEW."source_id", NEW."user"); RETURN NULL;', hash='c1e1c71bc893bc1de2801003521b6a3c74c20c31', operation='INSERT', pgid='pgtrigger_insert_insert_f63dd', table='leads_mailbox', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='spendentry',
            index=models.Index(fields=['on'], name='leads_spend_on_2303ba_idx'),
        ),
        migrations.AddIndex(
            model_name='spendentry',
            index=models.Index(fields=['vendor', 'invoice'], name='leads_spend_vendor_81b09b_idx'),
        ),
        migrations.AddConstraint(
            model_name='spendentry',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('on')), _connector='OR'), name='spend_ends_after_it_starts'),
        ),
        migrations.AddConstraint(
            model_name='spendentry',
            constraint=models.CheckConstraint(condition=models.Q(('campaign', None), ('head', 'demand'), _connector='OR'), name='campaigns_spend_to_bring_people_in'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='spendentry',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='030b7e5dab5dfde72091c58d4acbd857be6c62c3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b4437', table='leads_spendentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reachentry',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='9b3c475662d48a839719548f55775ae4def0d257', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a4fe', table='leads_reachentry', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('outcome', 'received')), fields=['received_at'], name='submission_undecided'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(condition=models.Q(('asked_at', None), ('outcome', 'unconfirmed')), fields=['decided_at'], name='submission_unasked'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(django.db.models.functions.text.MD5(django.db.models.fields.json.KeyTextTransform('words', 'payload')), name='submission_words'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(models.F('form'), models.F('submission_id'), name='one_submission_per_id'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(models.F('source'), models.F('submission_id'), name='one_capture_per_id'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.CheckConstraint(condition=models.Q(('form', None), ('source', None), _connector='XOR'), name='one_way_in'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.UniqueConstraint(models.F('submission'), models.F('name'), models.F('number'), name='one_consent_per_box'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='2336004ce88241a7fa366c9ae5c0d62157c2e3c6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4d00e', table='leads_consent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='touchpoint',
            index=models.Index(fields=['at'], name='leads_touch_at_437274_idx'),
        ),
        migrations.AddIndex(
            model_name='touchpoint',
            index=models.Index(fields=['visitor', 'at'], name='leads_touch_visitor_63004b_idx'),
        ),
        migrations.AddIndex(
            model_name='touchpoint',
            index=models.Index(condition=models.Q(('resolution', 'none')), fields=['utm_campaign', 'at'], name='touchpoint_unmatched'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='touchpoint',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id', 'lead_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words', 'page', 'visitor', 'landing', 'referrer']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='716ede5487cc25ee0e442134199f1cfbaec042a3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eda22', table='leads_touchpoint', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='turn',
            constraint=models.UniqueConstraint(models.F('rule'), models.F('user'), name='one_place_in_a_round'),
        ),
        migrations.AddConstraint(
            model_name='utmvalue',
            constraint=models.UniqueConstraint(models.F('kind'), models.F('value'), name='one_utm_value'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utmvalue',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_utmvalueevent" ("channel_id", "counts_as", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."channel_id", OLD."counts_as", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."value"); RETURN NULL;', hash='2662d6810a9bce46e11fb1f38d43cc72f1b0f728', operation='UPDATE', pgid='pgtrigger_update_update_a7ed4', table='leads_utmvalue', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utmvalue',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_utmvalueevent" ("channel_id", "counts_as", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."channel_id", OLD."counts_as", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value"); RETURN NULL;', hash='29f52e45dbf2f83ab171c4b9de6ed86d285c3033', operation='DELETE', pgid='pgtrigger_delete_delete_b0565', table='leads_utmvalue', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utmvalue',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_utmvalueevent" ("channel_id", "counts_as", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."channel_id", NEW."counts_as", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value"); RETURN NULL;', hash='c3108b8de9324165f40d6783f743929f54651a18', operation='INSERT', pgid='pgtrigger_insert_insert_3359a', table='leads_utmvalue', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='utmalias',
            constraint=models.UniqueConstraint(models.F('kind'), models.F('value'), name='one_utm_alias'),
        ),
        migrations.AddConstraint(
            model_name='utmalias',
            constraint=models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='utm_alias_says_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utmalias',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "leads_utmaliasevent" ("id", "kind", "means_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."id", OLD."kind", OLD."means_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."value"); RETURN NULL;', hash='633a2db08079eaeff9bbcaf49671dfa744a9709d', operation='UPDATE', pgid='pgtrigger_update_update_96f69', table='leads_utmalias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utmalias',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_utmaliasevent" ("id", "kind", "means_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (OLD."id", OLD."kind", OLD."means_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."value"); RETURN NULL;', hash='ab83cb421e30b1458f1344c241ccb5eeabc97ce1', operation='DELETE', pgid='pgtrigger_delete_delete_678aa', table='leads_utmalias', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='utmalias',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "leads_utmaliasevent" ("id", "kind", "means_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value") VALUES (NEW."id", NEW."kind", NEW."means_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."value"); RETURN NULL;', hash='eb2e2144d39528706c3e76ff7220f71d89ec5eed', operation='INSERT', pgid='pgtrigger_insert_insert_98246', table='leads_utmalias', when='AFTER')),
        ),
            ]
        ),
        migrations.RunPython(add_reasons, migrations.RunPython.noop),
        migrations.RunPython(add_utm_values, migrations.RunPython.noop),
    ]
