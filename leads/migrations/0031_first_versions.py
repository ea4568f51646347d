from django.db import migrations
from django.utils.timezone import now

LABELS = {
    "words": "What is it about?",
    "name": "Your name",
    "company": "Company, if any",
    "email": "E-mail",
    "phone": "or phone",
}


def forwards(apps, _editor):
    """What each form asked and said is its first version; what came in came by it."""
    form_model, version = apps.get_model("leads", "Form"), apps.get_model("leads", "FormVersion")
    for form in form_model.objects.all():
        version.objects.create(
            form=form,
            number=1,
            content=_content(form),
            published_at=now(),
            sample=form.sample,
        )
    form_model.objects.update(published=1)
    apps.get_model("leads", "Submission").objects.exclude(form=None).update(version=1)


def _content(form):
    asked = ["words", "name", *["company"] * form.asks_company, "email", *["phone"] * form.asks_phone]
    return {
        "languages": ["en"],
        "title": {"en": form.title},
        "intro": {"en": form.intro} if form.intro else {},
        "thanks": {"en": form.thanks} if form.thanks else {},
        "send": {},
        "thanks_url": "",
        "fields": [_field(key) for key in asked],
    }


def _field(key):
    return {
        "key": key,
        "kind": "long" if key == "words" else key,
        "required": False,
        "label": {"en": LABELS[key]},
        "help": {},
        "purpose": "",
        "options": [],
        "value": "",
        "when": {},
        "wording": {},
    }


class Migration(migrations.Migration):
    dependencies = [("leads", "0030_form_versions")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
