"""What can be measured, and what its figures are called in a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """A task in words: its title, the corpus of its format, its figures' names."""

    title: str
    corpus: str
    figures: dict[str, str]


def _classes(*names: str) -> dict[str, str]:
    """The figures of classes by their names.

    >>> _classes("critical")["critical.f1"]
    'critical F1'
    """
    return {
        f"{name}.{figure}": f"{name} {figure.upper() if figure == 'f1' else figure}"
        for name in names
        for figure in ("precision", "recall", "f1")
    }


TASKS = {
    "sentences": Task("Sentences", "", {"accuracy": "exactly right", "boundary_f1": "boundary F1"}),
    "dates": Task(
        "Dates of articles",
        "Wikinews",
        {
            "exact": "dated to the right day",
            "covered": "true day in the interval",
            "wrong_day": "dated to a wrong day",
            "median_width_days": "median width in days",
        },
    ),
    "extraction": Task(
        "Article text",
        "",
        {"f1": "F1", "precision": "precision", "recall": "recall", "accuracy": "exactly right"},
    ),
    "timex": Task(
        "Time expressions",
        "",
        {
            "strict_f1": "strict F1",
            "relaxed_f1": "relaxed F1",
            "value_f1": "value F1",
            "type_f1": "type F1",
            "right": "value right",
            "covered": "value right or in interval",
        },
    ),
    "timeline": Task("Days that matter", "Timeline17", {"date_f1": "date F1"}),
    "events": Task(
        "Happenings joined across documents",
        "ECB+",
        {"f1": "pair F1", "precision": "precision", "recall": "recall"},
    ),
    "stance": Task(
        "Stance",
        "NewsMTSC",
        {
            "macro_f1": "macro-F1",
            "macro_f1_low": "its 95 % interval from",
            "macro_f1_high": "to",
            "accuracy": "accuracy",
            "calibration_error": "expected calibration error",
            "sentences_per_second": "sentences a second",
        },
    ),
    "names": Task(
        "Names",
        "",
        {
            f"{part}{figure}": f"{said}{figure.upper() if figure == 'f1' else figure}"
            for part, said in (
                ("", ""),
                ("by_type.person.", "persons "),
                ("by_type.organisation.", "organisations "),
                ("by_type.place.", "places "),
            )
            for figure in ("f1", "precision", "recall")
        },
    ),
    "linking": Task(
        "Linking",
        "",
        {
            "f1": "B-cubed F1",
            "precision": "precision",
            "recall": "recall",
            "found": "names with an actor",
        },
    ),
    "holders": Task("Who blames and praises whom", "directed sentiment", {"macro_f1": "macro-F1"}),
    "outlets": Task(
        "What outlets say of whom",
        "SEESAW",
        {
            "article_macro_f1": "macro-F1 of articles' verdicts",
            "critical_precision": "“critical” right",
            "favourable_precision": "“favourable” right",
            "holder_f1": "who judges whom F1",
            "order": "the harsher of two told",
            "actors_found": "main actors found",
        },
    ),
    "own-stance": Task(
        "Stance toward states, organisations and groups",
        "the project's own",
        {
            "macro_f1": "macro-F1",
            "own_voice_macro_f1": "in the author's voice",
            "holder_accuracy": "holder right",
            "kappa": "agreement (kappa)",
            "same_holder": "agreement on the holder",
        },
    ),
    "article-stance": Task(
        "Stance of whole articles",
        "PerSenT",
        {"macro_f1": "macro-F1", "accuracy": "accuracy"},
    ),
    "quotes": Task(
        "Quotations",
        "PolNeAR",
        {
            "source.exact_f1": "source exact F1",
            "source.overlap_f1": "source overlap F1",
            "content.exact_f1": "content exact F1",
            "content.overlap_f1": "content overlap F1",
        },
    ),
    "appraisal": Task(
        "Who judges whom",
        "the project's labels",
        {
            "macro_f1": "macro-F1",
            **_classes("critical", "favourable"),
            "words_overlap": "words overlap",
            "portrayal_macro_f1": "portrayal macro-F1",
        },
    ),
    "happening": Task(
        "What a time dates",
        "the project's labels",
        {
            **_classes("dates"),
            "clause_f1": "clause F1",
            "when": "before, on or after, happened or planned",
        },
    ),
    "reference": Task("Whose words", "the project's labels", {"accuracy": "accuracy"}),
    "same": Task(
        "One happening or two",
        "",
        {"f1": "F1", "precision": "precision", "recall": "recall"},
    ),
}
