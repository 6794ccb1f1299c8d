"""Tables as frames and files, each checked against its schema; the codebook made from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pressbrief.tables import formulas
from pressbrief.tables.columns import Column, Table
from pressbrief.tables.schemas import TABLES

# A run that finds nothing new needs no frame, and pandas takes longer to load than it takes.
if TYPE_CHECKING:
    import pandas as pd

DTYPES = {"text": "str", "integer": "int64", "number": "float64", "date": "str"}
DATE = r"\d{4}-\d{2}-\d{2}"
LIST_SEPARATOR = "; "
STAMP = b"pressbrief.stamp"


class TableError(ValueError):
    """A table that breaks its contract; the message names table, column, row and value."""


SHIPPED = tuple(name for name, table in TABLES.items() if table.shipped)


def empty(name: str) -> pd.DataFrame:
    """A table's frame without rows, its columns typed."""
    return frame(name, [])


def frame(name: str, rows: Sequence[dict] | Sequence[tuple]) -> pd.DataFrame:
    """Rows (dicts or tuples in column order) as a table's checked frame.

    >>> frame("skipped", [("a.txt", "empty")]).to_dict("records")
    [{'file': 'a.txt', 'reason': 'empty'}]
    """
    import pandas as pd

    return check(name, pd.DataFrame(rows, columns=TABLES[name].names))


def check(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its table's columns in order and typed; TableError where it breaks them."""
    import pandera.pandas as pa

    typed = _typed(name, frame)
    try:
        return _schema(TABLES[name]).validate(typed, lazy=True)
    except pa.errors.SchemaErrors as error:
        worst = error.failure_cases.iloc[0]
        raise TableError(
            f"table '{name}', column '{worst['column']}', row {worst['index']}: "
            f"{worst['failure_case']!r} fails {worst['check']}; data/README.md says what it holds"
        ) from None


def check_cuts(frame: pd.DataFrame, column: str, texts: Mapping[str, str]) -> pd.DataFrame:
    """The frame, if every row's start and end cut exactly `column` out of its article's text."""
    for row in frame.itertuples():
        found = texts[row.article_id][row.start : row.end]
        if found != getattr(row, column):
            raise TableError(
                f"article {row.article_id}, characters {row.start} to {row.end}: the text has "
                f"{found!r}, the table has {getattr(row, column)!r}; its offsets are wrong"
            )
    return frame


@contextmanager
def saving(
    names: Iterable[str], folder: Path, stamp: str
) -> Iterator[Callable[[str, pd.DataFrame], pd.DataFrame]]:
    """A function that checks a part of a table, writes it to `<folder>/<name>.parquet`, returns it.

    `stamp` names the state that the tables are made from. All the files take their places
    together when the block has ended well; else those that were there stay. Another who makes the
    same tables waits.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(parents=True, exist_ok=True)
    beside = {name: folder / f".{name}.partial.parquet" for name in names}
    lock = _lock(beside, folder)
    lock.acquire()
    try:
        with ExitStack() as files:
            writers = {
                name: files.enter_context(
                    pq.ParquetWriter(path, _stamped(name, stamp), write_page_checksum=True)
                )
                for name, path in beside.items()
            }

            def add(name: str, part: pd.DataFrame) -> pd.DataFrame:
                schema, checked = writers[name].schema, check(name, part)
                writers[name].write_table(pa.Table.from_pandas(checked, schema, False))
                return checked

            yield add
        for name, path in beside.items():
            path.replace(folder / f"{name}.parquet")
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
        lock.release()


def tidied(names: Iterable[str], folder: Path) -> None:
    """Removes parts of these tables that a process left which was killed as it made them."""
    names = tuple(names)
    if not any(folder.glob(".*.parquet")):
        return
    with suppress(Timeout), _lock(names, folder).acquire(timeout=0):
        for name in names:
            for part in folder.glob(f".{name}.*parquet"):
                part.unlink(missing_ok=True)


def _lock(names: Iterable[str], folder: Path) -> FileLock:
    """The lock of those who make these tables together."""
    return FileLock(folder / f".{next(iter(names))}.tables.lock")


def stands(name: str, folder: Path, stamp: str) -> bool:
    """Whether a table lies there that bears this stamp, without reading its rows."""
    import pyarrow.parquet as pq

    try:
        beside = pq.read_schema(folder / f"{name}.parquet").metadata or {}
    except (OSError, ValueError):
        return False
    return beside.get(STAMP) == stamp.encode()


def load(name: str, folder: Path, stamp: str) -> pd.DataFrame | None:
    """A table read back; None if it is missing, damaged or bears another stamp.

    What bears the stamp was checked when it was saved: its checksums say that it is that still.
    """
    import pyarrow.parquet as pq

    if not stands(name, folder, stamp):
        return None
    try:
        read = pq.read_table(folder / f"{name}.parquet", page_checksum_verification=True)
        return _typed(name, read.to_pandas())
    except (OSError, ValueError):
        return None


def _stamped(name: str, stamp: str):
    """A table's columns for Parquet, with the stamp beside them."""
    import pyarrow as pa

    columns = pa.Schema.from_pandas(empty(name), preserve_index=False)
    return columns.with_metadata({**columns.metadata, STAMP: stamp.encode()})


def write_csv(name: str, frame: pd.DataFrame, path: Path) -> None:
    """Writes a table as UTF-8 CSV in which no text cell is a formula to a spreadsheet."""
    safe = frame.copy()
    for column in TABLES[name].columns:
        if column.kind == "text":
            safe[column.name] = [formulas.neutral(cell) for cell in safe[column.name]]
    safe.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def read_csv(name: str, path: Path) -> pd.DataFrame:
    """A table read back from its CSV, the formula guard taken off again, checked."""
    import pandas as pd

    table = TABLES[name]
    dtypes = {column.name: DTYPES[column.kind] for column in table.columns}
    numbers = {column.name: [""] for column in table.columns if column.kind == "number"}
    raw = pd.read_csv(
        path, dtype=dtypes, keep_default_na=False, na_values=numbers, encoding="utf-8"
    )
    for column in table.columns:
        if column.kind == "text" and column.name in raw:
            raw[column.name] = [formulas.plain(cell) for cell in raw[column.name]]
    return check(name, raw)


def codebook() -> str:
    """The codebook as Markdown: every table, its row, key, columns, units and allowed values."""
    parts = [
        "# Codebook",
        "",
        "Generated from `notebooks/pressbrief/tables/`; regenerate it with "
        "`python -m pressbrief.tables.frames > data/README.md`.",
        "",
        "Runs write `<topic>/*.parquet` here (disposable), and the same tables as UTF-8 CSV into "
        "each edition's `tables/`. `start` and `end` are character offsets into the article's "
        "decoded text (after encoding repair, before cleaning), half open. Lists are joined by "
        "`; `. In CSV a text cell that a spreadsheet would take for a formula (it begins with "
        "`=`, `+`, `-`, `@`, a tab or a carriage return) has one `'` put before it; Parquet has "
        "the text as it is.",
    ]
    for table in TABLES.values():
        where = "" if table.shipped else " Not part of an edition."
        parts += [
            "",
            f"## {table.name}",
            "",
            f"A row is {table.row}.{where} Key: {', '.join(f'`{name}`' for name in table.key)}.",
            "",
            "| column | type | meaning |",
            "|---|---|---|",
        ]
        parts += [_codebook_row(column) for column in table.columns]
    return "\n".join(parts) + "\n"


def _codebook_row(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    choices = (
        f"; one of {', '.join(f'`{choice}`' for choice in column.choices)}"
        if column.choices
        else ""
    )
    optional = "; may be empty" if column.optional else ""
    return f"| {column.name} | {column.kind} | {column.meaning}{unit}{choices}{optional} |"


def _typed(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its table's columns in order and typed; TableError if they are others."""
    table = TABLES[name]
    missing = [column for column in table.names if column not in frame.columns]
    extra = [column for column in frame.columns if column not in table.names]
    if missing or extra:
        raise TableError(
            f"table '{name}': missing columns {missing}, unknown columns {extra}; "
            "its columns are listed in data/README.md"
        )
    import pandas as pd

    typed = pd.DataFrame(index=range(len(frame)))
    for column in table.columns:
        values = frame[column.name].reset_index(drop=True)
        if column.optional and column.kind != "number":
            values = values.astype("object").where(values.notna(), "")
        try:
            typed[column.name] = values.astype(DTYPES[column.kind])
        except (ValueError, TypeError) as error:
            raise TableError(
                f"table '{table.name}', column '{column.name}': {error}; it holds {column.kind}s"
            ) from None
    return typed


def _schema(table: Table):
    import pandera.pandas as pa

    columns = {}
    for column in table.columns:
        checks = []
        if column.choices:
            checks.append(pa.Check.isin(column.choices))
        if column.kind == "date":
            checks.append(pa.Check.str_matches(f"^({DATE})?$" if column.optional else f"^{DATE}$"))
        if column.low is not None:
            checks.append(pa.Check.ge(column.low))
        if column.high is not None:
            checks.append(pa.Check.le(column.high))
        empty = column.optional and column.kind == "number"
        columns[column.name] = pa.Column(DTYPES[column.kind], checks, nullable=empty)
    return pa.DataFrameSchema(columns, unique=list(table.key), strict=True, ordered=True)


if __name__ == "__main__":
    print(codebook(), end="")
