class Refusal(Exception):
    """The domain says no, in words for the person who asked. Nothing was written."""

    status = 422

    def __init__(self, message, *, field=None, url="", action=""):
        super().__init__(message)
        self.message = message
        self.url, self.action = (
            url,
            action,
        )  # a page to go on with, and its name
        self.field = field  # the form field where it can be mended, if there is one


class LostRace(Refusal):
    """Somebody else was faster; the message names them."""

    status = 409
