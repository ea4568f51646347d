import re

from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/app.css"
IMPORT = re.compile(r'@import url\("(?P<name>[^"]+)"\) layer\((?P<layer>\w+)\);')


class OneSheet(CompressedManifestStaticFilesStorage):
    """Hashed and compressed files; the style sheet is sent as one file, not as fifty imports."""

    def post_process(self, paths, dry_run=False, **options):
        if SHEET in paths and not dry_run:
            whole = one_sheet(lambda name: _source(paths, name))
            with self.open(SHEET, "w") as collected:
                collected.write(whole)
            paths = {**paths, SHEET: (self, SHEET)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def one_sheet(read):
    """The text of SHEET with every import in its place; `read` gives a file's text by name."""

    def in_place(found):
        return f"@layer {found['layer']} {{\n{read('css/' + found['name'])}}}"

    return IMPORT.sub(in_place, read(SHEET))


def _source(paths, name):
    storage, path = paths[name]
    with storage.open(path) as source:
        return source.read().decode()
