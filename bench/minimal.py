"""The smallest useful Textual application: the reference for start-up and keys."""

from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Footer, Header, Input, OptionList, Static


class Box(ModalScreen[None]):
    """A modal screen with a list, opened by a key, as any application has one."""

    BINDINGS = [("q", "dismiss", "Close")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield OptionList(*[f"Row {n}" for n in range(30)])


class Form(ModalScreen[None]):
    """A modal screen with fields to fill in."""

    BINDINGS = [("f4", "dismiss", "Close")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        for n in range(5):
            yield Static(f"Field {n}")
            yield Input()
        yield OptionList(*[f"Row {n}" for n in range(30)])


class Minimal(App[None]):
    CSS = "OptionList { height: 1fr; }"
    BINDINGS = [("f2", "box", "Box"), ("f3", "form", "Form")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input(placeholder="Hello bench")
        yield OptionList(*[f"Row {n}" for n in range(50)])
        yield Footer()

    def action_box(self) -> None:
        self.push_screen(Box())

    def action_form(self) -> None:
        self.push_screen(Form())


if __name__ == "__main__":
    Minimal().run()
