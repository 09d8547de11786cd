"""Find content: in the workshop's own folder first, then the user's, then what ships."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast

from pydantic import BaseModel

from toolkit.files.look import is_file
from toolkit.files.places import built_in, user_data
from toolkit.files.problems import InputError, Problem
from toolkit.files.yaml_reader import read_yaml
from toolkit.library.kinds import DOMAINS, EXERCISE, FACETS, GLOSSARY, PRINTABLE, SHEET, TENSIONS, Kind
from toolkit.library.validate import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.files.document import Document
    from toolkit.files.places import ContentFolder
    from toolkit.library.domain import Domain, Domains
    from toolkit.library.exercise import Exercise
    from toolkit.library.glossary import Facets, Glossary, Term
    from toolkit.library.printable import Printable
    from toolkit.library.sheet import Sheet
    from toolkit.library.tension import Tension, Tensions

Origin = Literal["workshop", "user", "built-in"]
_RESERVED = {kind.file for kind in (DOMAINS, TENSIONS, FACETS)}
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Found(Generic[T]):
    """One item of content, where it comes from, and the file it stands in."""

    item: T
    origin: Origin
    document: Document


@dataclass
class Catalogue:
    """Content by id. An item of the workshop's folder hides one of the same id that ships, even if it is broken."""

    workshop: Path | None = None
    """The workshop's folder, if there is one."""
    problems: list[Problem] = field(default_factory=list)
    """What was wrong with files that could not be used; filled as files are read."""
    _read: dict[Path, Found[BaseModel] | None] = field(default_factory=dict)

    def exercise(self, id_: str) -> Found[Exercise] | None:
        """Return the exercise with this id, reading no other file; None if there is none that can be read."""
        return cast("Found[Exercise] | None", self._one(EXERCISE, id_))

    def exercises(self) -> dict[str, Found[Exercise]]:
        """Return every readable exercise by id, in alphabetical order."""
        return cast("dict[str, Found[Exercise]]", self._all(EXERCISE))

    def printable(self, id_: str) -> Found[Printable] | None:
        """Return the printable with this id, as `exercise` does."""
        return cast("Found[Printable] | None", self._one(PRINTABLE, id_))

    def printables(self) -> dict[str, Found[Printable]]:
        """Return every readable printable by id."""
        return cast("dict[str, Found[Printable]]", self._all(PRINTABLE))

    def sheet(self, id_: str) -> Found[Sheet] | None:
        """Return the sheet with this id, as `exercise` does."""
        return cast("Found[Sheet] | None", self._one(SHEET, id_))

    def sheets(self) -> dict[str, Found[Sheet]]:
        """Return every readable sheet by id."""
        return cast("dict[str, Found[Sheet]]", self._all(SHEET))

    def term(self, id_: str) -> Term | None:
        """Return the term with this id; in each place, a glossary file of the same name is looked into first."""
        return next((term for term, _ in self._terms(first=id_) if term.id == id_), None)

    def terms(self) -> dict[str, tuple[Term, Found[Glossary]]]:
        """Return every term by id, with the glossary it stands in."""
        terms: dict[str, tuple[Term, Found[Glossary]]] = {}
        for term, found in self._terms():
            terms.setdefault(term.id, (term, found))
        return dict(sorted(terms.items()))

    def domains(self) -> dict[str, Domain]:
        """Return every domain by id; one that the workshop or the user defines comes before one that ships."""
        found: dict[str, Domain] = {}
        for file in cast("list[Found[Domains]]", list(self._files(DOMAINS))):
            for domain in file.item.domains:
                found.setdefault(domain.id, domain)
        return found

    def tensions(self) -> dict[str, Tension]:
        """Return every tension by id, in the order of the files."""
        found: dict[str, Tension] = {}
        for file in cast("list[Found[Tensions]]", list(self._files(TENSIONS))):
            for tension in file.item.tensions:
                found.setdefault(tension.id, tension)
        return found

    def facets(self) -> Facets | None:
        """Return the facet codes of the first place that has them."""
        return next((cast("Found[Facets]", file).item for file in self._files(FACETS)), None)

    def roots(self, kind: Kind) -> list[tuple[Origin, Path]]:
        """Return the folders that content of this kind is looked for in, nearest first."""
        folder = cast("ContentFolder", kind.folder)
        roots: list[tuple[Origin, Path]] = [("user", user_data() / folder), ("built-in", built_in(folder))]
        if self.workshop:
            roots.insert(0, ("workshop", self.workshop / folder))
        return roots

    def _one(self, kind: Kind, id_: str) -> Found[BaseModel] | None:
        name = f"{id_}.yaml"
        if name in _RESERVED or name != Path(name).name:
            return None
        for origin, root in self.roots(kind):
            if is_file(root / name):
                return self._load(kind, origin, root / name)
        return None

    def _all(self, kind: Kind) -> dict[str, Found[BaseModel]]:
        found: dict[str, Found[BaseModel] | None] = {}
        for origin, path in self._paths(kind):
            if path.stem not in found:
                found[path.stem] = self._load(kind, origin, path)
        return {id_: item for id_, item in sorted(found.items()) if item}

    def _terms(self, first: str = "") -> Iterator[tuple[Term, Found[Glossary]]]:
        """Yield every term of every glossary, those that hide others before them."""
        for origin, path in self._paths(GLOSSARY, first):
            if found := cast("Found[Glossary] | None", self._load(GLOSSARY, origin, path)):
                for term in found.item.terms:
                    yield term, found

    def _paths(self, kind: Kind, first: str = "") -> Iterator[tuple[Origin, Path]]:
        """Yield the files of a kind that each have a name of their own, nearest place first."""
        for origin, root in self.roots(kind):
            for path in sorted(root.glob("*.yaml"), key=lambda path: (path.stem != first, path.name)):
                if path.name not in _RESERVED:
                    yield origin, path

    def _files(self, kind: Kind) -> Iterator[Found[BaseModel]]:
        for origin, root in self.roots(kind):
            path = root / (kind.file or "")
            if is_file(path) and (found := self._load(kind, origin, path)):
                yield found

    def _load(self, kind: Kind, origin: Origin, path: Path) -> Found[BaseModel] | None:
        if path not in self._read:
            try:
                document = read_yaml(path)
                item = validate(kind.model, document)
            except InputError as error:
                self.problems.extend(error.problems)
                self._read[path] = None
            else:
                self._read[path] = Found(item, origin, document)
                self._check_id(path, item, document)
        return self._read[path]

    def _check_id(self, path: Path, item: BaseModel, document: Document) -> None:
        """Where a file has an id, it is the file's name, so that a reference finds its file."""
        id_ = getattr(item, "id", path.stem)
        if id_ != path.stem:
            what = f"id {id_!r} differs from the file's name: call the file {id_}.yaml, or write `id: {path.stem}`"
            self.problems.append(document.problem(("id",), what))
            self._read[path] = None
