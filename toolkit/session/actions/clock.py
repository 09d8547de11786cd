"""Moving through the steps, and their clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from toolkit.files.value import value
from toolkit.session import words
from toolkit.session.events import Entered, Event, Extended, Finished, Paused, Resumed, SpeedSet, Waited
from toolkit.session.grammar import Action, Param, Room, action
from toolkit.session.words import Refusal, View
from toolkit.workshop.times import MINUTE, clock, span

if TYPE_CHECKING:
    from toolkit.session.state import State

Seen = Annotated[str | None, Param(words.HERE, "seen")]
"""The step that was on the screen when the key was pressed: two consoles never skip a step together."""


def here(room: Room, seen: str | None) -> State:
    """Return the state, if the room still is where the facilitator saw it."""
    if room.state.step_id != seen:
        raise Refusal(f"the session has moved on, {where(room.view)} now: look, then say it again")
    return room.state


def running(room: Room, seen: str | None) -> str:
    """Return the step that the room is in, if it is in one and still where the facilitator saw it."""
    step = here(room, seen).step_id
    if step is None:
        raise Refusal("the last step is over") if room.state.finished is not None else _not_begun()
    return step


def _not_begun() -> Refusal:
    return Refusal("nothing has begun", "next")


def where(view: View) -> str:
    """Return where the room is, in one line."""
    state = view.state
    if state.step is None or state.block is None:
        return "the last step is over" if state.finished is not None else "before the first step"
    _, number, of = view.plan.place_of(state.step.id)
    title = state.block.title if of == 1 else f"{state.block.title}, {number} of {of}: {state.step.title}"
    return f"{state.step.id} {title}"


def _moved(view: View) -> str:
    remaining = view.state.projection(view.now).remaining
    return where(view) + (f" ({span(remaining)})" if remaining is not None else "")


@action("next", "Next step", keys=("n", "pagedown"), example="next")
@value()
class Next(Action):
    """Go to the next step that has not been dropped, or end after the last."""

    seen: Seen

    def decide(self, room: Room) -> Entered | Finished:
        """Enter the step after the one that was seen."""
        here(room, self.seen)
        if room.state.finished is not None:
            raise Refusal("the last step is over")
        index = room.view.plan.position(self.seen) + 1 if self.seen else 0
        following = (step.id for step in room.view.plan.steps[index:] if not room.state.dropped(step.id))
        step = next(following, None)
        return Finished(room.now) if step is None else Entered(step, room.now)

    def reply(self, event: Event, view: View) -> str:
        """Say where the room is."""
        return _moved(view)


@action("back", "Step back", keys=("p", "pageup"), example="back")
@value()
class Back(Action):
    """Go back one step; its clock goes on from where it was."""

    seen: Seen

    def decide(self, room: Room) -> Entered:
        """Reopen the step before the one that was seen, or the last one after the end."""
        here(room, self.seen)
        steps, state = room.view.plan.steps, room.state
        index = room.view.plan.position(self.seen) if self.seen else len(steps) if state.finished is not None else 0
        before = next((step.id for step in reversed(steps[:index]) if not state.dropped(step.id)), None)
        if before is None:
            raise Refusal("this is the first step") if self.seen else _not_begun()
        return Entered(before, room.now)

    def reply(self, event: Event, view: View) -> str:
        """Say where the room is."""
        return _moved(view)


@action("goto", "Go to a step", keys=("o",), example="goto b3.s2 at 14:05")
@value()
class Goto(Action):
    """Go to any step, now or since a time that has passed: for when nobody pressed next."""

    step: Annotated[str, Param(words.STEP, label="Step")]
    at: Annotated[int | None, Param(words.CLOCK, "after", "at", label="Since HH:MM")] = None

    def decide(self, room: Room) -> Entered:
        """Enter the step, at the earliest when the first step began."""
        step = str(words.STEP.read(self.step, room.view))  # other files may have been taken over since it was chosen
        if self.at is None:
            return Entered(step, room.now)
        tz = room.view.plan.tz
        since = room.past(self.at)
        first = room.state.segments[0].start if room.state.segments else since
        if since < first // MINUTE * MINUTE:
            raise Refusal(
                f"{clock(since, tz)} is before the first step began, at {clock(first, tz)}: give a later time"
            )
        return Entered(step, max(since, first))

    def reply(self, event: Event, view: View) -> str:
        """Say where the room is."""
        return _moved(view)


@action("pause", "Pause", example="pause")
@value()
class Pause(Action):
    """Let the step's clock stand still. The afternoon's runs on."""

    seen: Seen

    def decide(self, room: Room) -> Paused:
        """Pause what runs."""
        step = running(room, self.seen)
        if room.state.paused:
            raise Refusal("the clock stands still already", "go")
        return Paused(step)

    def reply(self, event: Event, view: View) -> str:
        """Say how much is left."""
        return f"paused, {span(view.state.projection(view.now).remaining or 0)} left"


@action("go", "Go on", example="go")
@value()
class Go(Action):
    """Let the step's clock run again."""

    seen: Seen

    def decide(self, room: Room) -> Resumed:
        """Resume what stands still."""
        step = running(room, self.seen)
        if not room.state.paused:
            raise Refusal("the clock is running")
        return Resumed(step)

    def reply(self, event: Event, view: View) -> str:
        """Say how much is left."""
        return f"going on, {span(view.state.projection(view.now).remaining or 0)} left"


@action("extend", "More or less time", example="+2")
@value()
class Extend(Action):
    """Give the current step more minutes, or fewer. Plain mode takes `+2` and `-2` as well."""

    minutes: Annotated[float, Param(words.MINUTES, label="Minutes")]
    seen: Seen = None

    def decide(self, room: Room) -> Extended:
        """Change what the step is allotted, never to less than nothing."""
        step = running(room, self.seen)
        seconds = round(self.minutes * 60)
        planned = room.state.agreed.seconds.get(step, room.view.plan.step(step).seconds)
        allotted = planned + room.state.extra.get(step, 0) // 1000
        if seconds == 0:
            raise Refusal("no change: give a number of minutes such as +2")
        if allotted + seconds < 0:
            raise Refusal(f"the step has only {allotted / 60:g} minutes")
        return Extended(step, seconds)

    def reply(self, event: Event, view: View) -> str:
        """Say how much is left."""
        return f"{span(view.state.projection(view.now).remaining or 0)} left"


@action("wait", "Let time pass", example="wait 5", rehearsal_only=True)
@value()
class Wait(Action):
    """Move the rehearsal's clock on."""

    minutes: Annotated[float, Param(words.AHEAD, label="Minutes")]

    def decide(self, room: Room) -> Waited:
        """Move on; the desk sets the clock."""
        if not room.rehearsal:
            raise Refusal("only a rehearsal's clock can be moved: start one with --rehearse")
        return Waited(self.minutes * 60)

    def reply(self, event: Event, view: View) -> str:
        """Say what time it is now."""
        return f"it is {clock(view.now, view.plan.tz)}; {_moved(view)}"


@action("speed", "Speed of the rehearsal", example="speed 10", rehearsal_only=True)
@value()
class Speed(Action):
    """Let the rehearsal's clock run this many times as fast as a real one; 0 stops it."""

    factor: Annotated[float, Param(words.FACTOR, label="Times as fast")]

    def decide(self, room: Room) -> SpeedSet:
        """Set the speed; the desk sets the clock."""
        if not room.rehearsal:
            raise Refusal("only a rehearsal's clock has a speed: start one with --rehearse")
        if self.factor > 600:
            raise Refusal("at most 600 times: a minute in a tenth of a second")
        return SpeedSet(self.factor)

    def reply(self, event: Event, view: View) -> str:
        """Say how fast it runs."""
        return f"the clock runs {self.factor:g} times as fast" if self.factor else "the clock stands still"
