from funnel.models.batch import Batch
from funnel.models.calendar import Absence, Holiday, Weekday, WorkCalendar, WorkHours
from funnel.models.imported import ImportedRow, ImportProblem
from funnel.models.membership import HeldRole, Membership
from funnel.models.mending import MendingEntry
from funnel.models.notice import Mail, Notice, NoticeChoice, NoticeHours
from funnel.models.once import Once
from funnel.models.organisation import Organisation
from funnel.models.reason import Reason, ReasonKind, Side
from funnel.models.role_scope import RoleScope
from funnel.models.team import Team
from funnel.models.upload import CheckedRow, Upload, UploadPart, UploadState
from funnel.models.user import User

__all__ = [
    "Absence",
    "Batch",
    "CheckedRow",
    "Holiday",
    "ImportProblem",
    "ImportedRow",
    "HeldRole",
    "Mail",
    "Membership",
    "MendingEntry",
    "Notice",
    "NoticeChoice",
    "NoticeHours",
    "Once",
    "Organisation",
    "Reason",
    "ReasonKind",
    "RoleScope",
    "Side",
    "Team",
    "Upload",
    "UploadPart",
    "UploadState",
    "User",
    "Weekday",
    "WorkCalendar",
    "WorkHours",
]
