"""Legal moves as data: a noun's stages and which may follow which."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from funnel.refusal import Refusal


@dataclass(frozen=True)
class Machine:
    """`moves` maps each stage ("" before birth) to the stages that may follow it."""

    stages: type  # the TextChoices whose labels people read
    moves: dict
    explained: frozenset = field(default_factory=frozenset)  # stages that need a coded reason

    def allows(self, now, to):
        return to in self.moves.get(now, ())

    def before(self, to):
        """The stages that `to` may follow."""
        return [stage for stage, after in self.moves.items() if to in after]

    def check(self, now, to, reason):
        """Raise Refusal unless `to` may follow `now` and carries its reason."""
        if not self.allows(now, to):
            raise self.refusal(now, to)
        if to in self.explained and reason is None:
            raise Refusal(_("Choose a reason."), field="reason")

    def refusal(self, now, to):
        return Refusal(
            _("What is %(now)s cannot become %(to)s.")
            % {"now": self.label(now).lower(), "to": self.label(to).lower()}
        )

    def label(self, stage):
        return str(self.stages(stage).label) if stage else _("New")
