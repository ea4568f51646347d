"""Every text a person reads is marked for translation; the glossary knows every stage."""

import re
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

from deals.stages import DealStage, QuoteStage
from leads.campaigns.stages import CampaignStage
from leads.stages import HandoffStage, LeadStage

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted(
    path for path in (ROOT / "templates").rglob("*.html") if "specimen" not in str(path)
)
READ_ALOUD = re.compile(r"\b(?:aria-label|placeholder|title|alt)=\"([^\"]*)\"")
TAGS = re.compile(r"<kbd>[^<]*</kbd>|<[^>]*>|&\w+;|&#\d+;")
WORD = re.compile(r"[A-Za-z]{2,}")


def bare_words(text):
    """Words of a template that stand outside every translation tag."""
    shown, inside = "", 0
    for token in Lexer(text).tokenize():
        first = token.contents.split()[:1]
        if token.token_type == TokenType.BLOCK:
            inside += first in (["blocktranslate"], ["blocktrans"], ["comment"])
            inside -= first in (["endblocktranslate"], ["endblocktrans"], ["endcomment"])
        shown += "" if inside or token.token_type == TokenType.COMMENT else _kept(token)
    spoken = " ".join(READ_ALOUD.findall(shown))
    return WORD.findall(f"{TAGS.sub(' ', shown)} {spoken}")


def _kept(token):
    return token.contents if token.token_type == TokenType.TEXT else "0"


def test_every_text_of_a_template_is_marked_for_translation():
    found = {str(path.relative_to(ROOT)): bare_words(path.read_text()) for path in TEMPLATES}
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize("stages", [CampaignStage, LeadStage, HandoffStage, DealStage, QuoteStage])
def test_the_glossary_knows_every_stage(stages):
    glossary = (ROOT / "README.md").read_text().split("## Glossary")[1]
    assert [str(s.label) for s in stages if str(s.label) not in glossary] == []
