"""The draft of a form is edited; what is published never is."""

from copy import deepcopy

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.plain import plain
from funnel.refusal import Refusal
from leads.forms.content import blank, fresh, kept
from leads.forms.kinds import KINDS, WORDS
from leads.forms.models import Form, FormVersion
from leads.forms.phrases import label_of
from leads.forms.problems import FIELDS, OPTIONS
from leads.links.addresses import problem_of

LONGEST = {"title": 120, "intro": 2000, "thanks": 2000, "send": 40, "label": 200, "help": 300}


@transaction.atomic
def begin(campaign, *, by, title, at=None, **usual):
    """A form with the usual fields, as a draft.

    `usual`: intro, thanks, language, company, phone.
    """
    form = Form.objects.create(campaign=campaign, title=title, sample=campaign.sample)
    content = blank(plain(title), **usual)
    return _save(FormVersion(form=form, sample=form.sample), content, by, at).form


def draft_of(form):
    """The draft, or what one would begin with: (content, whether there is a draft)."""
    draft = form.versions.filter(number=None).first()
    if draft:
        return draft.content, True
    return form.versions.exclude(number=None).first().content, False


@transaction.atomic
def add_field(form, kind, *, by):
    """One more field at the end. Returns its key; Refusal for what is asked once and is there."""
    draft, content = _opened(form)
    fields = content["fields"]
    if KINDS[kind].once and any(each["kind"] == kind for each in fields):
        raise Refusal(_("That is asked already."))
    if len(fields) >= FIELDS:
        raise Refusal(_("%d fields are the most.") % FIELDS)
    fields.append(fresh(kind, fields, content["languages"]))
    _save(draft, content, by)
    return fields[-1]["key"]


@transaction.atomic
def change_field(form, key, *, by, **values):
    """`values`: label and help ({language: text}), required, purpose, options, value, when,
    wording."""
    draft, content = _opened(form)
    each = _found(content, key)
    for part in ("label", "help"):
        if part in values:
            values[part] = kept(values[part], LONGEST[part])
    if len(values.get("options", ())) > OPTIONS:
        raise Refusal(_("%d answers are the most.") % OPTIONS, field="options")
    each.update(values)
    _save(draft, content, by)
    return each


@transaction.atomic
def move_field(form, key, by_places, *, by):
    """One place up (-1) or down (1); at the end it stays where it is."""
    draft, content = _opened(form)
    fields = content["fields"]
    place = fields.index(_found(content, key))
    there = min(max(place + by_places, 0), len(fields) - 1)
    fields.insert(there, fields.pop(place))
    return _save(draft, content, by)


@transaction.atomic
def remove_field(form, key, *, by):
    """It goes, and no field depends on it any more."""
    draft, content = _opened(form)
    content["fields"].remove(_found(content, key))
    for each in content["fields"]:
        if (each.get("when") or {}).get("field") == key:
            each["when"] = {}
    return _save(draft, content, by)


@transaction.atomic
def write_texts(form, *, by, thanks_url=None, **texts):
    """`texts`: title, intro, thanks, send, each {language: text}. Refusal for no address."""
    draft, content = _opened(form)
    for name, words in texts.items():
        content[name] = kept(words, LONGEST[name])
    if thanks_url is not None:
        if thanks_url and (problem := problem_of(thanks_url)):
            raise Refusal(problem, field="thanks_url")
        content["thanks_url"] = thanks_url
    return _save(draft, content, by)


@transaction.atomic
def choose_languages(form, languages, *, by):
    """The first is the fallback. The usual fields are called as usual in those that are new."""
    if not languages:
        raise Refusal(_("Choose at least one language."), field="languages")
    draft, content = _opened(form)
    content["languages"] = list(languages)
    for each in content["fields"]:
        usual = each["key"] if each["key"] == WORDS or KINDS[each["kind"]].once else ""
        for language in languages:
            if usual and not each["label"].get(language):
                each["label"][language] = label_of(usual, language)
    return _save(draft, content, by)


@transaction.atomic
def drop_draft(form):
    """Back to what is published. Refusal where nothing is."""
    locked = Form.objects.select_for_update().get(pk=form.pk)
    if not locked.published:
        raise Refusal(_("Nothing is published yet, so there is nothing to go back to."))
    locked.versions.filter(number=None).delete()
    return locked


def _opened(form):
    """(the draft, its content), and nobody else edits the form until the transaction ends."""
    locked = Form.objects.select_for_update().get(pk=form.pk)
    draft = locked.versions.filter(number=None).first()
    if draft:
        return draft, draft.content
    last = locked.versions.exclude(number=None).first()
    return FormVersion(form=locked, sample=locked.sample), deepcopy(last.content)


def _save(draft, content, by, at=None):
    draft.content, draft.edited_by, draft.edited_at = content, by, at or now()
    draft.save()
    return draft


def _found(content, key):
    for each in content["fields"]:
        if each["key"] == key:
            return each
    raise Refusal(_("This field is gone: somebody removed it."))
