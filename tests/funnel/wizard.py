"""What somebody does in the import wizard."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from funnel.models import Upload
from funnel.uploads.tasks import work_on_upload

RULES = {"permission": "asked at the fair", "at_stage": "captured", "source": "crm"}


def bring(client, data, *, kind="leads", name="people.csv"):
    said = {"kind": kind, "file": SimpleUploadedFile(name, data)}
    answer = client.post(reverse("funnel:import_new"), said)
    assert answer.status_code == 302, answer.content.decode()
    return Upload.objects.latest("pk")


def at(upload, route, *more):
    return reverse(f"funnel:{route}", args=[upload.pk, *more])


def checked(client, upload, **columns):
    """Through columns and rules, to the preview. Returns the Upload."""
    answer = client.post(at(upload, "import_columns"), {"next": 1, **columns})
    assert answer.status_code == 302, answer.content.decode()
    policies = {f"p_{column}": "fill" for column in columns.values()}
    owner = {"owner": upload.by.email}
    answer = client.post(at(upload, "import_rules"), RULES | policies | owner)
    assert answer.status_code == 302, answer.content.decode()
    upload.refresh_from_db()
    return upload


def imported(client, upload, *, route="import_run"):
    """Sent for, and done by a worker. Returns the Upload."""
    if route:
        client.post(at(upload, route), {"seen": upload.turn})
    work_on_upload(upload.pk)
    upload.refresh_from_db()
    return upload
