"""The toolkit: the whole pack of a workshop. Arguments: how many people, file (the pack's PDFs, joined end to end)."""

import datetime as dt
import sys
import tempfile
from pathlib import Path

from people import DOMAINS, people

from toolkit.printing.job import Options
from toolkit.printing.press import Press
from toolkit.printing.products import print_some
from toolkit.workshop.create import create_demo


def main(count: int, target: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = create_demo(Path(home) / "demo", dt.datetime(2026, 12, 3, 13, 30, tzinfo=dt.UTC), "{}")
        ids = ["open-source", "blockchain", "design", "policy-research", "public-service", "academia"]
        rows = [f'"{who.name}",{ids[who.domain % len(DOMAINS)]},"{who.place}"' for who in people(count, latin=False)]
        (folder.path / "roster.csv").write_text("\n".join(["name,domain,affiliation", *rows]), encoding="utf-8")
        made = list(print_some(Press(folder), [], None, Options()))
        Path(target).write_bytes(b"".join(one.path.read_bytes() for one in made))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
