"""Files that are no table at all, whatever they are called."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.refusal import Refusal

KINDS = {
    b"\x89PNG": gettext_lazy("a PNG picture"),
    b"\xff\xd8\xff": gettext_lazy("a JPEG picture"),
    b"GIF8": gettext_lazy("a GIF picture"),
    b"%PDF": gettext_lazy("a PDF document"),
    b"{\\rtf": gettext_lazy("a text document (RTF)"),
    b"\x1f\x8b": gettext_lazy("a compressed file (gzip)"),
    b"7z\xbc\xaf": gettext_lazy("a compressed file (7z)"),
    b"Rar!": gettext_lazy("a compressed file (RAR)"),
    b"\x7fELF": gettext_lazy("a program"),
}
SVG = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL)
CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32)])
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def check_is_text(start, name):
    """Refusal, on the field `file`, where a file that begins with the bytes `start` is no text."""
    what = next((kind for mark, kind in KINDS.items() if start.startswith(mark)), None)
    if SVG.match(start.removeprefix(b"\xef\xbb\xbf")):
        what = _("an SVG picture")
    if what is None and _is_noise(start):
        what = _("no text")
    if what is not None:
        words = _("%(name)s is %(what)s, and no table. Bring CSV, XLSX, XLS, ODS or vCard.")
        raise Refusal(words % {"name": name, "what": what}, field="file")


def _is_noise(start):
    """Whether so much of it is no letter that it can be in no encoding of text."""
    wide = start.startswith(UTF_16) or 5 * start.count(0) > len(start)
    noise = len(start) - len(start.translate(None, CONTROLS))
    return not wide and noise > 2 and 25 * noise > len(start)
