"""What a version of a form holds, read: its texts and fields in one language.

The content is JSON: `languages` (the first is the fallback), `title`, `intro`, `thanks` and `send`
({language: text}), `thanks_url`, and `fields`: {key, kind, required, label, help, purpose,
options, value, when, wording}. `options` are {value, label}; `when` is {field, is}, one level
deep; `wording` is {id, text, number, name, words} of a consent, frozen at publication.
"""

from dataclasses import dataclass, field
from functools import cached_property

from funnel.plain import storable
from leads.forms.kinds import KINDS, WORDS
from leads.forms.phrases import label_of, phrases

YES = "yes"  # what a ticked consent says


@dataclass(frozen=True)
class Asked:
    """One field as it is asked in one language."""

    key: str
    kind: str
    label: str
    help: str = ""
    required: bool = False
    options: tuple = ()  # (value, label)
    value: str = ""  # of a fixed one
    when: dict = field(default_factory=dict)  # {field, is}
    wording: dict = field(default_factory=dict)

    @property
    def hidden(self):
        return KINDS[self.kind].hidden

    def applies(self, said):
        """Whether it is asked, after what was said: {key: text or list of texts}."""
        if not self.when:
            return True
        answer = said.get(self.when["field"], "")
        return self.when["is"] in (answer if isinstance(answer, list) else [answer])


class Content:
    """A version's content in one language; where a text is missing, in the form's first."""

    def __init__(self, data, language=""):
        self.data = data
        self.languages = data["languages"]
        self.speak(language)

    def speak(self, language):
        """From now on in `language`, or in the first where it is none of the form's."""
        self.language = language if language in self.languages else self.languages[0]
        self.phrases = phrases(self.language)
        self.__dict__.pop("fields", None)

    def word(self, texts):
        return texts.get(self.language) or texts.get(self.languages[0]) or ""

    @property
    def title(self):
        return self.word(self.data["title"])

    @property
    def intro(self):
        return self.word(self.data.get("intro", {}))

    @property
    def thanks(self):
        return self.word(self.data.get("thanks", {})) or self.phrases["thanks"]

    @property
    def send(self):
        return self.word(self.data.get("send", {})) or self.phrases["send"]

    @property
    def thanks_url(self):
        return self.data.get("thanks_url", "")

    @cached_property
    def fields(self):
        return [self._asked(each) for each in self.data["fields"]]

    @property
    def shown(self):
        return [each for each in self.fields if not each.hidden]

    @property
    def steers(self):
        return any(each.when for each in self.fields)

    def labels(self):
        """{key: what stood beside it}"""
        return {each.key: each.label for each in self.fields}

    def _asked(self, each):
        wording = each.get("wording") or {}
        label = self.word(wording.get("words", {})) if each["kind"] == "consent" else ""
        return Asked(
            key=each["key"],
            kind=each["kind"],
            label=label or self.word(each.get("label", {})),
            help=self.word(each.get("help", {})),
            required=bool(each.get("required")),
            options=tuple((o["value"], self.word(o["label"])) for o in each.get("options", [])),
            value=each.get("value", ""),
            when=each.get("when") or {},
            wording=wording,
        )


def kept(words, longest):
    """What is said in each language, capped, as it can be stored; empty texts are left out."""
    said = {language: storable(text).strip()[:longest] for language, text in words.items()}
    return {language: text for language, text in said.items() if text}


def blank(title, *, intro="", thanks="", language="en", company=True, phone=True):
    """The content a form begins with: what it is about, who, and how to answer them."""
    kinds = ["long", "name", *["company"] * company, "email", *["phone"] * phone]
    return {
        "languages": [language],
        "title": {language: title},
        "intro": {language: intro} if intro else {},
        "thanks": {language: thanks} if thanks else {},
        "send": {},
        "thanks_url": "",
        "fields": [fresh(kind, [], [language]) for kind in kinds],
    }


def fresh(kind, fields, languages):
    """A new field of `kind` beside `fields`, called as such fields are in every language."""
    taken = {each["key"] for each in fields}
    known = WORDS if kind == "long" and WORDS not in taken else kind if KINDS[kind].once else ""
    key = known or next(f"{kind}{n}" for n in range(1, 1000) if f"{kind}{n}" not in taken)
    label = {language: label_of(known, language) for language in languages} if known else {}
    return {
        "key": key,
        "kind": kind,
        "required": False,
        "label": {language: words for language, words in label.items() if words},
        "help": {},
        "purpose": "",
        "options": [],
        "value": "",
        "when": {},
        "wording": {},
    }
