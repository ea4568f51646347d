import deals.quotes.models
from deals.reasons import REASONS
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import django.utils.timezone
from funnel.founding import MakeTables
from leads.reasons import seed
import pgtrigger.compiler
import pgtrigger.migrations


def add_reasons(apps, _editor):
    seed(apps.get_model("funnel", "Reason"), REASONS)


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("deals", "0001_initial"),
        ("deals", "0002_reasons"),
        ("deals", "0003_clocks"),
        ("deals", "0004_unreachable"),
    ]
    dependencies = [
        ("funnel", "0001_squashed_0043"),
        ("leads", "0001_squashed_0069"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        MakeTables(
            [
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('kind', models.CharField(choices=[('call', 'Call'), ('mail', 'Mail'), ('meeting', 'Meeting'), ('message', 'Message'), ('note', 'Note')], max_length=12, verbose_name='what')),
                ('outcome', models.CharField(blank=True, choices=[('reached', 'Reached'), ('voicemail', 'Voicemail'), ('no_answer', 'No answer'), ('wrong', 'Wrong number'), ('sent', 'Sent'), ('held', 'Held')], max_length=12, verbose_name='how it went')),
                ('outbound', models.BooleanField(default=True)),
                ('held', models.BooleanField(default=False)),
                ('words', models.TextField(blank=True, verbose_name='what was said')),
            ],
            options={
                'verbose_name_plural': 'activities',
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Deal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('new', 'New'), ('repeat', 'Repeat'), ('referral', 'Referral'), ('expansion', 'Expansion')], default='new', max_length=12)),
                ('amount', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='amount')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(decimal_places=8, default=1, max_digits=18)),
                ('base_amount', models.DecimalField(decimal_places=3, editable=False, max_digits=14, null=True)),
                ('due', models.DecimalField(decimal_places=3, editable=False, max_digits=14, null=True)),
                ('opened_at', models.DateTimeField()),
                ('expected_on', models.DateField(blank=True, null=True, verbose_name='expected close')),
                ('knowable', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Cannot say')], max_length=6, verbose_name='could it have been known at the hand-off?')),
                ('stage', models.CharField(blank=True, choices=[('discovery', 'Discovery'), ('fit', 'Fit'), ('proposal', 'Proposal'), ('negotiation', 'Negotiation'), ('committed', 'Committed'), ('won', 'Won'), ('lost', 'Lost')], editable=False, max_length=24)),
            ],
        ),
        migrations.CreateModel(
            name='DealEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('kind', models.CharField(choices=[('new', 'New'), ('repeat', 'Repeat'), ('referral', 'Referral'), ('expansion', 'Expansion')], default='new', max_length=12)),
                ('amount', models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True, verbose_name='amount')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(decimal_places=8, default=1, max_digits=18)),
                ('base_amount', models.DecimalField(decimal_places=3, editable=False, max_digits=14, null=True)),
                ('due', models.DecimalField(decimal_places=3, editable=False, max_digits=14, null=True)),
                ('opened_at', models.DateTimeField()),
                ('expected_on', models.DateField(blank=True, null=True, verbose_name='expected close')),
                ('knowable', models.CharField(blank=True, choices=[('yes', 'Yes'), ('no', 'No'), ('unsure', 'Cannot say')], max_length=6, verbose_name='could it have been known at the hand-off?')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DealStep',
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
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=200, verbose_name='what')),
                ('promised_on', models.DateField(verbose_name='promised for')),
                ('delivered_at', models.DateTimeField(editable=False, null=True)),
                ('accepted_at', models.DateTimeField(editable=False, null=True)),
                ('accepted_by', models.CharField(blank=True, max_length=120, verbose_name='accepted by')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'verbose_name_plural': 'deliveries',
                'ordering': ['promised_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='NextStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_at', models.DateTimeField(verbose_name='when')),
                ('text', models.CharField(max_length=200, verbose_name='what')),
                ('made_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['due_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Payment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('amount', models.DecimalField(decimal_places=3, max_digits=14, verbose_name='amount')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('rate', models.DecimalField(decimal_places=8, max_digits=18)),
                ('base_amount', models.DecimalField(decimal_places=3, max_digits=14)),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='note')),
            ],
            options={
                'ordering': ['at', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Price',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=3, max_digits=14, verbose_name='price for one')),
            ],
            options={
                'ordering': ['product__name'],
            },
        ),
        migrations.CreateModel(
            name='PriceBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('tax_percent', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='tax, %')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['-starts_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PriceBookEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('currency', models.CharField(max_length=3, verbose_name='currency')),
                ('tax_percent', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='tax, %')),
                ('starts_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PriceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('amount', models.DecimalField(decimal_places=3, max_digits=14, verbose_name='price for one')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage_since', models.DateTimeField(editable=False, null=True)),
                ('sample', models.BooleanField(default=False, editable=False)),
                ('number', models.CharField(editable=False, max_length=20, null=True, unique=True, verbose_name='number')),
                ('token', models.CharField(default=deals.quotes.models.new_token, editable=False, max_length=32, unique=True)),
                ('currency', models.CharField(max_length=3)),
                ('tax_percent', models.DecimalField(decimal_places=2, max_digits=5)),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('terms', models.TextField(blank=True, verbose_name='terms')),
                ('net', models.DecimalField(decimal_places=3, default=0, editable=False, max_digits=14)),
                ('tax', models.DecimalField(decimal_places=3, default=0, editable=False, max_digits=14)),
                ('total', models.DecimalField(decimal_places=3, default=0, editable=False, max_digits=14)),
                ('made_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(editable=False, null=True)),
                ('accepted_by', models.CharField(blank=True, max_length=120, verbose_name='your name')),
                ('stage', models.CharField(blank=True, choices=[('draft', 'Draft'), ('sent', 'Sent'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('superseded', 'Superseded')], editable=False, max_length=24)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='QuoteLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('description', models.CharField(max_length=200)),
                ('unit', models.CharField(max_length=20)),
                ('quantity', models.DecimalField(decimal_places=3, max_digits=12, verbose_name='quantity')),
                ('list_price', models.DecimalField(decimal_places=3, max_digits=14)),
                ('discount_percent', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='discount, %')),
                ('total', models.DecimalField(decimal_places=3, max_digits=14)),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='QuoteStep',
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
            name='Snooze',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateTimeField()),
                ('sample', models.BooleanField(default=False, editable=False)),
            ],
        ),
        migrations.AddField(
            model_name='activity',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='activity',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='activity',
            name='lead',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='activity',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='leads.person'),
        ),
        migrations.AddField(
            model_name='deal',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='deal',
            name='company',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deals', to='leads.company'),
        ),
        migrations.AddField(
            model_name='deal',
            name='lead',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deals', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='deal',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deals', to=settings.AUTH_USER_MODEL, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='deal',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deals', to='leads.person'),
        ),
        migrations.AddField(
            model_name='deal',
            name='team',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deals', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='activity',
            name='deal',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='batch',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='company',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.company'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='lead',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='person',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.person'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='dealevent',
            name='team',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='funnel.team'),
        ),
        migrations.AddField(
            model_name='dealstep',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='dealstep',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='dealstep',
            name='deal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='delivery',
            name='deal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='nextstep',
            name='deal',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next_steps', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='nextstep',
            name='lead',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next_steps', to='leads.lead'),
        ),
        migrations.AddField(
            model_name='nextstep',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='next_steps', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payment',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='payment',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payment',
            name='deal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='price',
            name='product',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prices', to='leads.product'),
        ),
        migrations.AddField(
            model_name='price',
            name='price_book',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='prices', to='deals.pricebook'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricebook',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "deals_pricebookevent" ("currency", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "starts_on", "tax_percent") VALUES (OLD."currency", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sample", OLD."starts_on", OLD."tax_percent"); RETURN NULL;', hash='2ba160fde82899a910e00bb3fc97cc04c5e81304', operation='UPDATE', pgid='pgtrigger_update_update_29c85', table='deals_pricebook', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='pricebook',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deals_pricebookevent" ("currency", "ends_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sample", "starts_on", "tax_percent") VALUES (OLD."currency", OLD."ends_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sample", OLD."starts_on", OLD."tax_percent"); RETURN NULL;', hash='d13ed7b3c719dd9f70c99ba25a0c9c73abcd25f3', operation='DELETE', pgid='pgtrigger_delete_delete_8584e', table='deals_pricebook', when='AFTER')),
        ),
        migrations.AddField(
            model_name='pricebookevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='pricebookevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deals.pricebook'),
        ),
        migrations.AddField(
            model_name='priceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='priceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='deals.price'),
        ),
        migrations.AddField(
            model_name='priceevent',
            name='price_book',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='deals.pricebook'),
        ),
        migrations.AddField(
            model_name='priceevent',
            name='product',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='leads.product'),
        ),
        migrations.AddField(
            model_name='quote',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='quote',
            name='deal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='deals.deal'),
        ),
        migrations.AddField(
            model_name='quote',
            name='price_book',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='deals.pricebook'),
        ),
        migrations.AddField(
            model_name='quoteline',
            name='product',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='leads.product'),
        ),
        migrations.AddField(
            model_name='quoteline',
            name='quote',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='deals.quote'),
        ),
        migrations.AddField(
            model_name='quotestep',
            name='batch',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='funnel.batch'),
        ),
        migrations.AddField(
            model_name='quotestep',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='quotestep',
            name='quote',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='deals.quote'),
        ),
        migrations.AddField(
            model_name='snooze',
            name='handoff',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='snoozes', to='leads.handoff'),
        ),
        migrations.AddField(
            model_name='snooze',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='deal',
            index=models.Index(fields=['stage', '-stage_since'], name='deals_deal_stage_85131f_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deal',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."amount" IS DISTINCT FROM (NEW."amount") OR OLD."base_amount" IS DISTINCT FROM (NEW."base_amount") OR OLD."batch_id" IS DISTINCT FROM (NEW."batch_id") OR OLD."company_id" IS DISTINCT FROM (NEW."company_id") OR OLD."currency" IS DISTINCT FROM (NEW."currency") OR OLD."due" IS DISTINCT FROM (NEW."due") OR OLD."expected_on" IS DISTINCT FROM (NEW."expected_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."knowable" IS DISTINCT FROM (NEW."knowable") OR OLD."lead_id" IS DISTINCT FROM (NEW."lead_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."opened_at" IS DISTINCT FROM (NEW."opened_at") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."rate" IS DISTINCT FROM (NEW."rate") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."team_id" IS DISTINCT FROM (NEW."team_id"))', func='INSERT INTO "deals_dealevent" ("amount", "base_amount", "batch_id", "company_id", "currency", "due", "expected_on", "id", "kind", "knowable", "lead_id", "name", "opened_at", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "sample", "team_id") VALUES (OLD."amount", OLD."base_amount", OLD."batch_id", OLD."company_id", OLD."currency", OLD."due", OLD."expected_on", OLD."id", OLD."kind", OLD."knowable", OLD."lead_id", OLD."name", OLD."opened_at", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."rate", OLD."sample", OLD."team_id"); RETURN NULL;', hash='b0dfc2cb6e085af40b83ee2172a639fead82384c', operation='UPDATE', pgid='pgtrigger_update_update_e9aad', table='deals_deal', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deal',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deals_dealevent" ("amount", "base_amount", "batch_id", "company_id", "currency", "due", "expected_on", "id", "kind", "knowable", "lead_id", "name", "opened_at", "owner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rate", "sample", "team_id") VALUES (OLD."amount", OLD."base_amount", OLD."batch_id", OLD."company_id", OLD."currency", OLD."due", OLD."expected_on", OLD."id", OLD."kind", OLD."knowable", OLD."lead_id", OLD."name", OLD."opened_at", OLD."owner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rate", OLD."sample", OLD."team_id"); RETURN NULL;', hash='752e9ef5a81b7e03fd6668b8b38db20b2dbb4645', operation='DELETE', pgid='pgtrigger_delete_delete_8271c', table='deals_deal', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(fields=['lead', 'at'], name='deals_activ_lead_id_ac0a37_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='activity',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='e0585ff681a6b2aab121ec2d5ebc35745e0af239', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_77dce', table='deals_activity', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='dealstep',
            index=models.Index(fields=['to_stage', 'at'], name='deals_deals_to_stag_0d32fd_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='dealstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='de9f6a62128dec76d023c47682eae7e348829938', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0d050', table='deals_dealstep', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_at', None), ('delivered_at__lte', models.F('accepted_at')), _connector='OR'), name='accepted_after_delivered'),
        ),
        migrations.AddIndex(
            model_name='nextstep',
            index=models.Index(condition=models.Q(('done_at', None)), fields=['owner', 'due_at'], name='next_step_due'),
        ),
        migrations.AddConstraint(
            model_name='nextstep',
            constraint=models.CheckConstraint(condition=models.Q(('lead', None), ('deal', None), _connector='XOR'), name='next_step_of_lead_or_deal'),
        ),
        migrations.AddConstraint(
            model_name='nextstep',
            constraint=models.UniqueConstraint(models.F('lead'), condition=models.Q(('done_at', None)), name='one_open_next_step_per_lead'),
        ),
        migrations.AddConstraint(
            model_name='nextstep',
            constraint=models.UniqueConstraint(models.F('deal'), condition=models.Q(('done_at', None)), name='one_open_next_step_per_deal'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payment',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY[]::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='69de7f519fc2853c3cd99c78dcbf9abc28317e56', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5cc21', table='deals_payment', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='price',
            constraint=models.UniqueConstraint(models.F('price_book'), models.F('product'), name='one_price_per_product'),
        ),
        migrations.AddConstraint(
            model_name='price',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='price_not_below_0'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='price',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "deals_priceevent" ("amount", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_book_id", "product_id") VALUES (OLD."amount", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."price_book_id", OLD."product_id"); RETURN NULL;', hash='1846c18b8b445e05341d84d8931f3dfc207314e5', operation='UPDATE', pgid='pgtrigger_update_update_7c429', table='deals_price', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='price',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "deals_priceevent" ("amount", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_book_id", "product_id") VALUES (OLD."amount", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."price_book_id", OLD."product_id"); RETURN NULL;', hash='6b056acc002d7b5cb4792bf4a132acbdb7afc414', operation='DELETE', pgid='pgtrigger_delete_delete_a9996', table='deals_price', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['deal', 'sent_at'], name='deals_quote_deal_id_a3e5ae_idx'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.UniqueConstraint(models.F('deal'), condition=models.Q(('stage', 'accepted')), name='one_accepted_quote_per_deal'),
        ),
        migrations.AddConstraint(
            model_name='quoteline',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gt', 0)), name='quantity_above_0'),
        ),
        migrations.AddConstraint(
            model_name='quoteline',
            constraint=models.CheckConstraint(condition=models.Q(('discount_percent__range', (0, 100))), name='discount_0_to_100'),
        ),
        migrations.AddIndex(
            model_name='quotestep',
            index=models.Index(fields=['to_stage', 'at'], name='deals_quote_to_stag_a226d0_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quotestep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(declare="DECLARE cause text; mendable text[] := \nCASE WHEN current_setting('funnel.mending', true) IN ('merge', 'unmerge') THEN ARRAY['person_id']\n     WHEN current_setting('funnel.mending', true) = 'erase' THEN ARRAY['words']::text[]\n     END\n;", func="\ncause := current_setting('funnel.mending', true);\nIF TG_OP = 'DELETE' AND (\n    (cause = 'remove_sample' AND OLD.sample)\n    OR (cause = 'undo_import' AND OLD.batch_id::text = current_setting('funnel.batch', true))\n) THEN\n    RETURN OLD;\nEND IF;\nIF TG_OP = 'UPDATE' AND to_jsonb(OLD) - mendable = to_jsonb(NEW) - mendable THEN\n    RETURN NEW;\nEND IF;\nRAISE EXCEPTION 'the ledger % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';\n", hash='e81adbbfc212acf56965672b737231e830d3da38', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f42fe', table='deals_quotestep', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='snooze',
            constraint=models.UniqueConstraint(models.F('handoff'), models.F('user'), name='one_snooze_per_person'),
        ),
            ]
        ),
        migrations.RunPython(add_reasons, migrations.RunPython.noop),
    ]
