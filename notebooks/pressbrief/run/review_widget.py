"""The review queue as buttons in JupyterLab: sentence after sentence, accepted or corrected."""

from __future__ import annotations

from html import escape

import ipywidgets

from pressbrief.run.marked import NO_FORMULAS
from pressbrief.run.review import DONE, Queue
from pressbrief.sections.evidence import id_of
from pressbrief.topic.faults import InputError

POLARITIES = [("critical", -1.0), ("no judgement", 0.0), ("favourable", 1.0)]
NEEDS_WHO = "Say who reads, and when, before the first answer."


def shown(queue: Queue) -> ipywidgets.VBox:
    """A box with one sentence at a time; its answers go to corrections.toml at once."""
    return _Bench(queue).box


class _Bench:
    """The widgets and which sentence they show."""

    def __init__(self, queue: Queue):
        self._queue, self._order = queue, list(queue.items)
        self._text, self._said = ipywidgets.HTML(), ipywidgets.HTML()
        self.who = ipywidgets.Text(description="Read by", placeholder="your words: who, and when")
        self.target = ipywidgets.Dropdown(description="Toward")
        self.polarity = ipywidgets.Dropdown(options=POLARITIES, value=0.0, description="it is")
        self.accept = ipywidgets.Button(description="Accept", button_style="success")
        self.correct = ipywidgets.Button(description="Correct", button_style="warning")
        self.later = ipywidgets.Button(description="Later")
        self.accept.on_click(lambda _: self._answer(self._accepted))
        self.correct.on_click(lambda _: self._answer(self._corrected))
        self.later.on_click(lambda _: self._next())
        row = ipywidgets.HBox([self.accept, self.later, self.target, self.polarity, self.correct])
        self.box = ipywidgets.VBox([self.who, self._text, row, self._said])
        self._show()

    def _answer(self, write) -> None:
        if not self.who.value.strip():
            self._said.value = NEEDS_WHO
            return
        try:
            path = write(self._order[0])
        except (InputError, ValueError) as error:
            self._said.value = escape(str(error))
            return
        self._said.value = f"Written to {escape(path.name)}; {len(self._queue)} left."
        self._order.pop(0)
        self._show()

    def _accepted(self, number: int):
        return self._queue.accept(number, self.who.value)

    def _corrected(self, number: int):
        return self._queue.correct(
            number, self.target.value or "", self.polarity.value, self.who.value
        )

    def _next(self) -> None:
        self._order.append(self._order.pop(0))
        self._show()

    def _show(self) -> None:
        answering = (self.accept, self.correct, self.later)
        for button in answering:
            button.disabled = not self._order
        if not self._order:
            self._text.value = f"<p>{DONE}</p>"
            return
        one = self._queue[self._order[0]]
        stances = self._queue.stances
        ids = [id_of(*key) for key in zip(stances["article_id"], stances["sentence"], strict=True)]
        here = [target for target, id_ in zip(stances["target"], ids, strict=True) if id_ == one.id]
        self.target.options = targets = list(dict.fromkeys(here))
        self.target.value = targets[0] if targets else None
        findings = "".join(f"<li>{escape(text)}</li>" for text in one.findings)
        self._text.value = (
            f"<div {NO_FORMULAS}><p style='font-size:1.15em;max-width:46em'>{escape(one.text)}</p>"
            f"<p><b>Read as:</b> {escape(one.read_as)} (sure: {one.sure:.2f})<br>"
            f"<small>{escape(one.source)}, {escape(one.file)}, sentence {one.sentence}</small></p>"
            f"<ul>{findings}</ul></div>"
        )
