import pytest

from leads.templatetags.people import dialled, phone


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("+496990009014", "+49 69 90009014"),
        ("+44 (0)20-79460958", "+44 20 7946 0958"),
        ("040 / 123456", "040 / 123456"),
        ("ask at the desk", "ask at the desk"),
        ("", ""),
        (None, None),
    ],
)
def test_a_number_is_printed_as_people_read_it_and_never_guessed(written, printed):
    assert phone(written) == printed


@pytest.mark.parametrize(
    ("written", "dials"),
    [("+49 (40) 12-34", "+49401234"), ("040/1234 ext; x", "0401234"), ("abc", ""), (None, "")],
)
def test_a_link_dials_plus_and_digits_alone(written, dials):
    assert dialled(written) == dials
