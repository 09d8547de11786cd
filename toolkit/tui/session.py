"""What the screens know of the session, and the thread in which the desk works.

A disk that hangs, a large journal and a slow stick never stop the clock: everything that touches the journal runs in
one thread, in order, and tells the screen by messages. A capture is shown when the message says that it is durable.
"""

from __future__ import annotations

import gc
import importlib
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import field, replace
from typing import TYPE_CHECKING, TypeAlias

from toolkit.files.problems import UserError
from toolkit.files.value import value
from toolkit.session.analyst import Analyst
from toolkit.session.clocks import Clock, RoomClock
from toolkit.session.desk import Desk
from toolkit.session.opening import Opened, files_changed
from toolkit.session.register import know_people
from toolkit.session.state import State
from toolkit.session.words import View
from toolkit.tui.messages import Answered, Changed, DraftsFound, FilesChanged, Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.message import Message

    from toolkit.session.grammar import Action
    from toolkit.workshop.folder import Folder
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.roster import Person

POLL_SECONDS = 0.1
"""How often other windows' events are looked for."""
WELCOME_AFTER = 3
"""Quiet moments before what can wait is looked at: the first picture comes first."""
NEEDED_SOON = (
    "toolkit.tui.widgets.capture_bar",
    "toolkit.tui.widgets.form",
    "toolkit.tui.widgets.menu",
    "toolkit.tui.screens.room",
    "toolkit.tui.panes.people",
    "toolkit.tui.panes.terms",
    "toolkit.tui.live_terms",
    "toolkit.tui.live_people",
    "toolkit.tui.panes.groups",
    "toolkit.tui.panes.help",
    "toolkit.tui.panes.library",
    "toolkit.tui.panes.print",
    "toolkit.tui.palette",
)
"""What the first press of a key would have to wait for."""


@value()
class Session:
    """The session as a screen sees it."""

    by: str
    state: State = field(default_factory=State)
    names: Mapping[str, str] = field(default_factory=dict)
    clock: Clock = field(default_factory=RoomClock)
    analyst: Analyst = field(default_factory=Analyst)
    """What words come to; worked out in the desk's thread, before the screens ask."""
    guests: Mapping[str, Guest] = field(default_factory=dict)
    """What only the roster knows of people, for making groups; never drawn."""
    people: Mapping[str, Person] = field(default_factory=dict)
    """Everything that the roster has of people, for the form in which it is changed."""

    @property
    def now(self) -> int:
        """The instant, never before the latest event."""
        return max(self.clock.now(), self.state.last_at)

    @property
    def view(self) -> View:
        """What words are looked up in."""
        return View(self.state, self.names, self.now, self.guests, self.people)


class Mailbox:
    """Keeps messages until the screen that they are for is there to take them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Message] = []
        self._target: Callable[[Message], object] | None = None

    def put(self, message: Message) -> None:
        """Hand a message over, or keep it; safe to call from any thread."""
        with self._lock:
            if self._target is None:
                self._waiting.append(message)
            else:
                self._target(message)

    def deliver(self, target: Callable[[Message], object]) -> None:
        """Hand over what was kept, and from now on everything at once."""
        with self._lock:
            for message in self._waiting:
                target(message)
            self._waiting.clear()
            self._target = target


Job: TypeAlias = Callable[[Desk], None]


class DeskThread(threading.Thread):
    """Does everything that touches the journal."""

    def __init__(
        self, folder: Folder, by: str, open_: Callable[[], Opened], ready: Callable[[Session | str], object]
    ) -> None:
        """Prepare the thread.

        Args:
            folder: The workshop's folder.
            by: Who is at this console.
            open_: Opens the session; called in the thread.
            ready: Told from the thread, once: the session, or why it cannot be opened.
        """
        super().__init__(name="desk", daemon=True)
        self.mailbox = Mailbox()
        self._folder, self._by, self._open, self._ready = folder, by, open_, ready
        self._post = self.mailbox.put
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._session = Session(by)
        self._draft_key = f"{by}/{os.urandom(4).hex()}"

    def do(self, action: Action, *, typed: bool = False) -> None:
        """Ask for an action; `typed` if its text was kept as this console's draft."""
        draft = self._draft_key if typed else None

        def job(desk: Desk) -> None:
            result = desk.do(action, self._by, draft=draft)
            self._tell(desk)
            self._post(Answered(action, result))

        self._jobs.put(job)

    def keep_draft(self, text: str) -> None:
        """Keep what is being typed; later calls overwrite it."""
        self._jobs.put(lambda desk: desk.keep_draft(self._draft_key, text))

    def submit(self, job: Job) -> None:
        """Let something else be done with the desk."""
        self._jobs.put(job)

    def stop(self) -> None:
        """Finish what was asked for, close the journal and end."""
        self._jobs.put(None)
        self.join(timeout=3)

    def run(self) -> None:
        """Open the session, then work until told to stop."""
        try:
            opened = self._open()
        except (UserError, OSError) as error:
            self._ready(str(error))
            return
        desk = opened.desk
        self._session = replace(self._session, clock=desk.clock, state=desk.state)
        self._ready(self._session)
        try:
            self._work(desk)
        finally:
            opened.close()

    def _learn_names(self, desk: Desk) -> bool:
        """Read the roster, once the clock is on the screen or somebody asks for something; return that it was read."""
        know_people(desk, self._folder)
        self._session = self._known(desk)
        self._post(Changed(self._session))
        return True

    def _welcome(self, desk: Desk) -> None:
        """Hand over what a crash left unsent, and tell of files that changed meanwhile."""
        if text := desk.adopt_drafts(f"{self._by}/", self._draft_key):
            self._post(DraftsFound(text))
        for name in NEEDED_SOON:
            importlib.import_module(name)
        gc.collect()
        gc.freeze()  # what is there now stays: later collections, in the middle of a key, need not look at it
        if files_changed(self._folder, desk):
            self._post(FilesChanged())

    def _work(self, desk: Desk) -> None:
        quiet, named = 0, False
        while True:
            try:
                job = self._jobs.get(timeout=POLL_SECONDS)
            except queue.Empty:
                quiet += 1
                if not named:
                    named = self._learn_names(desk)
                if quiet == WELCOME_AFTER:
                    self._welcome(desk)
                self._idle(desk)
                continue
            if job is None:
                return
            named = named or self._learn_names(desk)
            job(desk)

    def _idle(self, desk: Desk) -> None:
        try:
            desk.keep_clock()
            if desk.refresh():
                self._tell(desk)
        except UserError as error:
            self._post(Notice(str(error), "error"))

    def _known(self, desk: Desk) -> Session:
        now = self._session
        return replace(now, state=desk.state, names=desk.names, guests=desk.guests, people=desk.people)

    def _tell(self, desk: Desk) -> None:
        if desk.state.seq != self._session.state.seq:
            before = self._session.state.terms
            self._session = self._known(desk)
            for term, state in desk.state.terms.items():
                if state is not before.get(term) and state.judged:
                    self._session.analyst.of(desk.state, term)
            self._post(Changed(self._session))
