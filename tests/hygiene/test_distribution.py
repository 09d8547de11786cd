"""What is shipped: the wheel and the sdist hold what git tracks, and a wheel works on its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ("exercises", "glossaries", "printables")

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="what is shipped is compared with what git tracks; this is no checkout"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from the sdist, as a packager does."""
    out = tmp_path_factory.mktemp("dist")
    source = out / "source"
    # From a clone, so that nothing untracked can slip in unnoticed or be missed.
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    (source / "exercises" / ".env").write_text("SECRET=1\n", encoding="utf-8")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,), (sdist,) = out.glob("*.whl"), out.glob("*.tar.gz")
    return wheel, sdist


def tracked(*folders: str) -> set[str]:
    """Return the files that git tracks at the last commit, in some folders."""
    command = ["git", "-C", str(ROOT), "ls-tree", "-r", "--name-only", "HEAD", *folders]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return set(done.stdout.splitlines())


def test_the_wheel_holds_what_git_tracks_and_nothing_else(built: tuple[Path, Path]) -> None:
    members = {name for name in zipfile.ZipFile(built[0]).namelist() if ".dist-info/" not in name}
    code = tracked("toolkit")
    content = {f"toolkit/_data/{name}" for name in tracked(*CONTENT)}
    assert members == code | content


def test_the_sdist_holds_what_git_tracks_but_dotfiles(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[1]) as archive:
        members = {member.name.split("/", 1)[1] for member in archive.getmembers() if member.isfile()}
    expected = {name for name in tracked() if not any(part.startswith(".") for part in name.split("/"))}
    assert members - {"PKG-INFO", ".gitignore"} == expected


def test_an_installed_wheel_finds_its_content(built: tuple[Path, Path], tmp_path: Path) -> None:
    """In an environment of its own, which borrows the libraries of this one."""
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    site = next(home.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(built[0]) as archive:
        archive.extractall(site)
    (site / "borrowed.pth").write_text(f"{Path(pytest.__file__).parent.parent}\n", encoding="utf-8")
    python = str(home / "bin" / "python")
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"WORKSHOP_HOME": str(tmp_path / "home")}
    where = "import toolkit.library.catalogue as c; print(c.__file__, *c.Catalogue().exercises())"
    done = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True, cwd=tmp_path, env=env)
    assert done.stdout.startswith(str(site))
    assert "term-collision" in done.stdout
    demo = [python, "-m", "toolkit", "demo", str(tmp_path / "demo"), "--no-open"]
    subprocess.run(demo, check=True, capture_output=True, cwd=tmp_path, env=env)
    assert (tmp_path / "demo" / "roster.csv").is_file()


def test_the_version_is_a_literal_that_the_build_reads(built: tuple[Path, Path]) -> None:
    from toolkit import __version__

    assert f"-{__version__}-" in built[0].name
    assert f'__version__ = "{__version__}"' in (ROOT / "toolkit" / "__init__.py").read_text(encoding="utf-8")
