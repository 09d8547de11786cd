"""The desk: the only place where something is made to happen."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

from toolkit.files.problems import InputError
from toolkit.files.value import value
from toolkit.session import events as ev
from toolkit.session.clocks import Clock, RehearsalClock, RoomClock
from toolkit.session.fold import Folder, needs_all
from toolkit.session.grammar import Action, Room
from toolkit.session.journal import Journal, JournalError
from toolkit.session.people_events import PersonEdited, WalkedIn
from toolkit.session.words import Refusal, View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toolkit.session.grammar import Register
    from toolkit.session.state import State
    from toolkit.workshop.group_costs import Guest
    from toolkit.workshop.roster import Person

CLOCK_MARK = "rehearsal-clock"
_ROSTERED = WalkedIn | PersonEdited | ev.Undone
"""Events that the roster was, or may have been, written to for."""


@value()
class Done:
    """An action that happened and is on the disk."""

    event: ev.Event
    state: State
    reply: str
    """What to tell the facilitator, in a line; the new id alone where there is one."""


@value()
class Refused:
    """An action that did not happen; nothing changed. See `Refusal`."""

    what: str
    say: str = ""

    @property
    def reason(self) -> str:
        """Why not and what to say instead, as plain mode answers."""
        return str(Refusal(self.what, self.say))


class Desk:
    """Decides actions against the journal, one at a time across all windows.

    Not to be shared between threads: the journal's connection belongs to the thread that opened it.
    """

    def __init__(self, journal: Journal, *, clock: Clock | None = None, names: Mapping[str, str] | None = None) -> None:
        """Open a desk on a journal, with the state folded from it.

        Args:
            journal: Where events go.
            clock: The rehearsal's clock, if this is one; else the room's own.
            names: People's names by id.
        """
        self.journal = journal
        self.clock: Clock = clock or RoomClock()
        self.names: Mapping[str, str] = names or {}
        self.guests: Mapping[str, Guest] = {}
        """What only the roster knows of people, by id; it never goes into the journal."""
        self.people: Mapping[str, Person] = {}
        """Everything that the roster has of people, by id: for the facilitator's eyes only."""
        self.register: Register | None = None
        """Writes to the roster."""
        self.reread: Callable[[], None] | None = None
        """Reads the roster again, after another window wrote somebody into it."""
        self._clock_kept = 0
        self._folder = Folder()
        self._folder.take(journal.read())
        self._change = journal.changed()
        self.state = self._folder.state()

    @property
    def now(self) -> int:
        """The instant, never before the latest event."""
        return max(self.clock.now(), self.state.last_at)

    @property
    def view(self) -> View:
        """What is known now, for looking words up."""
        return View(self.state, self.names, self.now, self.guests, self.people)

    @property
    def rehearsal(self) -> bool:
        """Tell whether the clock is a simulated one."""
        return isinstance(self.clock, RehearsalClock)

    def refresh(self) -> bool:
        """Take in what other windows wrote; return whether there was anything."""
        if (change := self.journal.changed()) == self._change:
            return False
        self._change = change
        return self._catch_up()

    def do(self, action: Action, by: str, *, draft: str | None = None) -> Done | Refused:
        """Make `action` happen, or say why not.

        When this returns Done, the event is on the disk and the draft it was typed in is gone.

        Args:
            action: What to do.
            by: Who does it.
            draft: The key of the draft that the action was typed in.
        """
        try:
            with self.journal.deciding():
                self._catch_up()
                now = self.now
                body = action.decide(self._room(now, by))
                at = now + round(body.seconds * 1000) if isinstance(body, ev.Waited) else now
                seq = self.journal.append(at, by, body)
                if isinstance(body, ev.Struck):
                    self._erase(body)
                if draft:
                    self.journal.keep_draft(draft, "")
        except Refusal as refusal:
            return Refused(refusal.what, refusal.say)
        except (OSError, InputError) as error:  # from the roster, which a walk-in is written into first
            return Refused(f"not recorded, nothing could be written into the roster ({error})")
        except (sqlite3.Error, JournalError) as error:
            return Refused(f"not recorded, the disk refused ({error}): keep the text and try again")
        return self._done(action, ev.Event(seq, at, by, body))

    def _room(self, now: int, by: str) -> Room:
        history = self.journal.backwards
        return Room(self.state, now, by, self.names, history, self.rehearsal, self.guests, self.register)

    def keep_draft(self, key: str, text: str) -> None:
        """Keep text that is being typed, so that it survives a crash; a failure is not worth a word."""
        with suppress(sqlite3.Error):
            self.journal.keep_draft(key, text)

    def adopt_drafts(self, prefix: str, key: str) -> str:
        """Move drafts whose keys begin with `prefix` under `key`, and return their text, a paragraph each."""
        found = {old: text for old, text in self.journal.drafts().items() if old.startswith(prefix)}
        text = "\n".join(found.values())
        if found:
            with suppress(sqlite3.Error), self.journal.deciding():
                for old in found:
                    self.journal.keep_draft(old, "")
                self.journal.keep_draft(key, text)
        return text

    def keep_clock(self) -> None:
        """Remember where a running rehearsal's clock stands; without this it resumes at the latest event."""
        if isinstance(self.clock, RehearsalClock) and self.clock.speed and self.clock.now() // 1000 != self._clock_kept:
            self._clock_kept = self.clock.now() // 1000
            with suppress(sqlite3.Error):
                self.journal.set_mark(CLOCK_MARK, self.clock.now())

    def _done(self, action: Action, event: ev.Event) -> Done:
        if isinstance(self.clock, RehearsalClock) and isinstance(event.body, ev.Waited | ev.SpeedSet):
            self.clock.set(event.at, event.body.factor if isinstance(event.body, ev.SpeedSet) else None)
        self._take([event])
        reply = action.reply(event, self.view)
        if isinstance(event.body, ev.Struck) and not self.journal.scrub():
            reply += "; copies that are left on the disk go when the workshop is next opened"
        return Done(event, self.state, reply)

    def _catch_up(self) -> bool:
        events = self.journal.read(self.state.seq)
        self._take(events)
        if self.reread and any(isinstance(event.body, _ROSTERED) for event in events):
            self.reread()
        return bool(events)

    def _take(self, events: list[ev.Event]) -> None:
        """Fold events in; an undoing reaches back, so everything is folded anew."""
        if not events:
            return
        if needs_all(events):
            self._folder, events = Folder(), self.journal.read()
        self._folder.take(events)
        self.state = self._folder.state()

    def _erase(self, body: ev.Struck) -> None:
        """Erase the words of what was struck, and of all that was added to it, from log and drafts that repeat them."""
        for event in self.journal.read(body.seq - 1):
            if texts := event.body.words_of(body.ref):
                self.journal.redact(event.seq, event.body.without_words_of(body.ref))
                self._erase_drafts(texts)

    def _erase_drafts(self, texts: list[str]) -> None:
        for key, draft in self.journal.drafts().items():
            left = draft
            for text in texts:
                left = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", "", left)  # a short word is also part of others
            if left != draft:
                self.journal.keep_draft(key, left)
