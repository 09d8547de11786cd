"""Lines as glyphs: fonts per stretch, order, cleaning; and lists of glyphs that must not change unseen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.conftest import needs_fonts
from toolkit.files.problems import UserError
from toolkit.printing.fonts.choice import Fonts, Style
from toolkit.printing.fonts.find import FontFile, packaged
from toolkit.printing.text.setter import Setter, clean

if TYPE_CHECKING:
    from toolkit.printing.text.line import Line

GOLDEN = Path(__file__).parent / "golden" / "glyphs.json"
SAMPLES = json.loads((Path(__file__).parent / "golden" / "samples.json").read_text(encoding="utf-8"))


def faces(line: Line) -> list[tuple[str, str]]:
    return [(run.face.name.partition("-")[0], run.text) for run in line.runs]


@needs_fonts
@pytest.mark.parametrize("name", SAMPLES)
def test_glyphs_are_those_seen_when_the_picture_was_looked_at(name: str, setter: Setter) -> None:
    golden = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert glyphs(setter, SAMPLES[name]) == golden[name]


def glyphs(setter: Setter, text: str) -> list[list[object]]:
    line = setter.line(clean(text), Style())
    return [[run.face.name, [glyph[0] for glyph in run.glyphs]] for run in line.runs]


@needs_fonts
@pytest.mark.parametrize("name", SAMPLES)
def test_no_glyph_is_the_box_for_nothing(name: str, setter: Setter) -> None:
    line = setter.line(clean(SAMPLES[name]), Style())
    assert not line.missing
    assert all(glyph[0] for run in line.runs for glyph in run.glyphs)


@needs_fonts
def test_a_name_is_in_one_face_as_its_readers_write_it(setter: Setter) -> None:
    assert faces(setter.line("林怡君", Style())) == [("NotoSansTC", "林怡君")]
    assert faces(setter.line("陈东", Style())) == [("NotoSansSC", "陈东")]
    assert faces(setter.line("佐藤", Style(language="ja"))) == [("NotoSansJP", "佐藤")]
    assert faces(setter.line("佐藤 さくら", Style())) == [("NotoSansJP", "佐藤 さくら")]
    assert faces(setter.line("林怡君", Style(language="zh-Hans-CN"))) == [("NotoSansSC", "林怡君")]


@needs_fonts
def test_shared_characters_stay_with_their_letters(setter: Setter) -> None:
    assert [face for face, _ in faces(setter.line("אבג - דהו", Style()))] == ["NotoSansHebrew"]
    assert faces(setter.line("Zoë 🎨 2", Style())) == [("NotoSans", "Zoë "), ("NotoEmoji", "🎨"), ("NotoSans", " 2")]


@needs_fonts
def test_letters_join_across_a_border_of_fonts(setter: Setter) -> None:
    face = setter.fonts.face_for("س", Style())
    assert face
    alone = face.shape("س", (0, 1), "Arab", "", to_left=True).glyphs
    beside = face.shape("سم", (0, 1), "Arab", "", to_left=True).glyphs
    assert len(alone) == len(beside) == 1
    assert alone[0][0] != beside[0][0]


def test_plain_text_is_one_run_and_its_kerning_is_kept(setter: Setter) -> None:
    line = setter.line("AVATAR", Style())
    assert len(line.runs) == 1
    assert line.width < sum(setter.line(letter, Style()).width for letter in "AVATAR")


@given(st.lists(st.text("abcAVoffi", min_size=1, max_size=6), min_size=2, max_size=6))
def test_a_part_of_a_line_is_what_it_would_be_by_itself(words: list[str]) -> None:
    setter = Setter(Fonts(packaged(), tuple))
    text = " ".join(words)
    end = len(words[0])
    part = setter.line(text, Style()).part(0, end)
    alone = setter.line(text[:end], Style())
    assert part is None or (part.text, part.width, part.runs[0].glyphs) == (
        alone.text,
        alone.width,
        alone.runs[0].glyphs,
    )


def test_what_no_font_has_is_said_and_not_drawn(setter: Setter) -> None:
    line = setter.line("Zoë \U0001e900\U000f0000", Style())
    assert "\U000f0000" in line.missing
    assert "Zoë" in [run.text.strip() for run in line.runs]
    assert all(glyph[0] for run in line.runs for glyph in run.glyphs)


def test_control_characters_halves_and_newlines_have_no_form() -> None:
    assert clean("a\x00b\x1b[31m\ud800\ufeffc\nd\t e \u2028") == "ab[31mc d e"
    assert clean("e\u0301 \u1112\u1161\u11ab") == "é 한"
    assert clean("\ufa19") == "\ufa19"


def test_without_any_font_the_install_line_is_told() -> None:
    with pytest.raises(UserError, match=r"pip install 'workshop-toolkit\[fonts\]'"):
        Setter(Fonts((), tuple)).line("x", Style())


def test_a_broken_font_is_passed_over(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    fonts = Fonts((FontFile(broken), FontFile(tmp_path / "missing.ttf"), *packaged()), tuple)
    assert fonts.base(Style()).name.startswith("NotoSans")
