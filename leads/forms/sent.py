"""What came of a form's page, as it was typed; read without building a field of a web form."""

from functools import cached_property

from leads.forms.content import YES

TRAP = "website"  # people do not see it


class Sent:
    """`data` is the QueryDict that came of a page with this `content`."""

    def __init__(self, content, data):
        self.content, self.data = content, data

    @property
    def payload(self):
        """What was typed, raw, as {key: text}; the trap only where something is in it. What a
        condition hides was not asked; what is fixed is ours, whatever was sent."""
        shown = self.content.shown
        values = {each.key: self._raw(each) for each in shown if each.key not in self.idle}
        values |= {each.key: each.value for each in self.content.fields if each.hidden}
        return values | ({TRAP: self.data[TRAP]} if self.trapped else {})

    @property
    def trapped(self):
        return bool(self.data.get(TRAP))

    @cached_property
    def idle(self):
        """The keys of those that were not asked, after what was said elsewhere."""
        if not self.content.steers:
            return set()
        said = {each.key: self._said(each) for each in self.content.shown}
        return {each.key for each in self.content.shown if not each.applies(said)}

    def _raw(self, each):
        """Several answers are told apart by semicolons, which no answer of ours has in it."""
        if each.kind == "several":
            return "; ".join(self.data.getlist(each.key))
        if each.kind == "consent":
            return self._said(each)
        return self.data.get(each.key, "")

    def _said(self, each):
        if each.kind == "consent":
            return YES if self.data.get(each.key) else ""
        return self.data.getlist(each.key)
