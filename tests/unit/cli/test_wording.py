"""The language of a run, and the one sentence of an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskeditor.cli.wording import language_of, sentence
from deskeditor.domain.errors import KnownError
from deskeditor.domain.people import Role
from deskeditor.domain.review import Act, State
from deskeditor.language.messages import PLURALS, Catalogue
from helpers.repository import RESOURCES


@pytest.mark.parametrize(
    ("argv", "environ", "expected"),
    [
        ([], {}, "ar"),
        ([], {"LANG": "C.UTF-8"}, "ar"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "ar_IQ.UTF-8", "LC_ALL": "en_US"}, "en"),
        ([], {"LANG": "en_US", "DESKEDITOR_LANG": "ar"}, "ar"),
        (["--lang", "en", "list"], {"LANG": "ar_IQ"}, "en"),
        (["list", "--lang=ar"], {"LANG": "en_US"}, "ar"),
        (["list", "--lang", "fr"], {"LANG": "en_US"}, "en"),
        (["list", "--lang"], {}, "ar"),
    ],
)
def test_the_language_is_asked_for_or_the_locale_s_or_arabic(
    argv: list[str], environ: dict[str, str], expected: str
) -> None:
    assert language_of(argv, environ) == expected


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_states_acts_roles_and_severities_have_names(language: str) -> None:
    say = Catalogue(RESOURCES / "i18n", language)
    keys = [f"review.state_{state}" for state in State]
    keys += [f"cli.act-{act}" for act in Act]
    keys += [f"window.role_{role}" for role in Role]
    assert [key for key in keys if key not in say] == []


def catalogue(tmp_path: Path) -> Catalogue:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "errors.toml").write_text(
        'wrong-state = "{act}: المادة «{state}»."\nneeds-more = "{absent}"\n', "utf-8"
    )
    (tmp_path / "ar" / "cli.toml").write_text(
        'act-approve = "الاعتماد"\nknown-error = "تعذر ({code})."\n', "utf-8"
    )
    (tmp_path / "ar" / "review.toml").write_text('state_draft = "مسودة"\n', "utf-8")
    return Catalogue(tmp_path, "ar")


def test_acts_and_states_are_named_in_the_sentence(tmp_path: Path) -> None:
    error = KnownError("wrong-state", act=Act.APPROVE, state=State.DRAFT)
    assert sentence(catalogue(tmp_path), error) == "الاعتماد: المادة «مسودة»."


def test_an_error_without_a_sentence_still_gets_one(tmp_path: Path) -> None:
    assert sentence(catalogue(tmp_path), KnownError("never-heard-of")) == "تعذر (never-heard-of)."


@pytest.mark.expected_log("wording of needs-more")
def test_a_sentence_that_lacks_a_value_gives_way_and_is_logged(tmp_path: Path) -> None:
    assert sentence(catalogue(tmp_path), KnownError("needs-more", other=1)) == "تعذر (needs-more)."
