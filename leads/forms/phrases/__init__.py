"""What a form's page says beside its marketer's words, in the languages a form may speak.

They are the stranger's languages, not those of our own pages, so no catalogue of ours has them.
"""

from leads.forms.phrases import de, en, es, fr

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
_SAID = {"en": en, "de": de, "fr": fr, "es": es}


def phrases(language):
    """{name: words} in `language`; English where it is none of ours."""
    return _SAID.get(language, en).PHRASES


def label_of(kind, language):
    """What a field of that kind is called unless somebody calls it otherwise."""
    return _SAID.get(language, en).LABELS.get(kind, "")
