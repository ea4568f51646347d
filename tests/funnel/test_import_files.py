"""Files as people have them: every encoding and separator, and no fault takes more than its row."""

import pytest

from funnel.imports.records import LONGEST_LINE, Broken
from funnel.imports.shape import shape_of
from funnel.refusal import Refusal
from tests.files import a_file


def lines(shape):
    return [cells for _number, cells in shape.records()]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(tmp_path, encoding, found):
    shape = shape_of(a_file(tmp_path, "name,city\nJörg,Köln\n", encoding=encoding))
    assert (shape.encoding, shape.header) == (found, ("name", "city"))
    assert lines(shape) == [["Jörg", "Köln"]]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path, separator):
    text = f'a{separator}"b{separator} c"\n1{separator}2\n'
    shape = shape_of(a_file(tmp_path, text))
    assert (shape.header, lines(shape)) == (("a", f"b{separator} c"), [["1", "2"]])


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    shape = shape_of(a_file(tmp_path, '\n\na,b\n1,"two\nlines"\n\n3,4\n'))
    assert [number for number, _cells in shape.records()] == [4, 5, 6]


def test_windows_and_old_macintosh_lines_end_where_they_end(tmp_path):
    assert lines(shape_of(a_file(tmp_path, "a\r\n1\r2\r\n"))) == [["1"], ["2"]]


@pytest.mark.parametrize("broken", ['"1,2', '"1"x,2', '"1,2\n3,"4'])
def test_a_broken_line_takes_no_other_with_it(tmp_path, broken):
    shape = shape_of(a_file(tmp_path, f"a,b\n5,6\n{broken}\n7,8\n"))
    good = [cells for cells in lines(shape) if not isinstance(cells, Broken)]
    assert good[0] == ["5", "6"] and good[-1] == ["7", "8"]
    assert any(isinstance(cells, Broken) for cells in lines(shape))


def test_a_line_without_end_is_one_broken_line(tmp_path):
    shape = shape_of(a_file(tmp_path, f"a\n{'x' * (LONGEST_LINE + 5)}\n7\n"))
    broken, good = lines(shape)
    assert (broken.too_long, good) == (True, ["7"])


def test_one_bad_byte_does_not_change_the_encoding_of_the_others(tmp_path):
    shape = shape_of(a_file(tmp_path, "a\nJörg\nKöln\n".encode() + b"\xff\n"))
    assert (shape.encoding, lines(shape)[:2]) == ("utf-8", [["Jörg"], ["Köln"]])


def test_a_file_of_errors_is_read_as_the_file_it_came_from(tmp_path):
    text = "row,column,value,reason,hint,reason,b\n7,x,y,z,h,price,2\n"
    shape = shape_of(a_file(tmp_path, text))
    assert (shape.header, lines(shape)) == (("reason", "b"), [["price", "2"]])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b",".join(b"c%d" % n for n in range(301)), "more than 300 columns"),
        (b'"a\n1\n', "column names"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path, data, why):
    with pytest.raises(Refusal, match=why):
        shape_of(a_file(tmp_path, data))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refusal, match="No such file"):
        shape_of(tmp_path / "nowhere.csv")
