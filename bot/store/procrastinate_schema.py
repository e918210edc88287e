"""Procrastinate's tables beside ours: made, and brought up to date by its own scripts, as its version asks.

Which script was the last stands as a comment on its table of jobs, for Procrastinate keeps no such note.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect

from bot.errors import SchemaMismatch, SettingsError

TABLE = "procrastinate_jobs"
_MARK = "communique: "


def newest() -> str:
    """The last script of the Procrastinate that is installed; raise SettingsError if none is."""
    return _scripts()[-1].stem


def found(connection: Connection, place: str) -> str | None:
    """The last script that was run here, None where there are no such tables.

    Raise SchemaMismatch for tables that another program made.
    """
    if not inspect(connection).has_table(TABLE):
        return None
    comment = inspect(connection).get_table_comment(TABLE)["text"] or ""
    if not comment.startswith(_MARK):
        raise SchemaMismatch(
            f"The database {place} holds Procrastinate's tables of another program",
            kept="Nothing in it was changed",
            todo="Give this program a database of its own",
        )
    return comment.removeprefix(_MARK)


def bring_up_to_date(connection: Connection, place: str) -> None:
    """Make the tables, or run the scripts that came since; nothing where all were run."""
    before = found(connection, place)
    if before is None:
        _run(connection, _folder().parent / "schema.sql")
        connection.exec_driver_sql("UPDATE jobs SET owner = NULL")  # what was claimed before waits again
    for script in _scripts():
        if before is not None and script.stem > before:
            _run(connection, script)
    connection.exec_driver_sql(f"COMMENT ON TABLE {TABLE} IS '{_MARK}{newest()}'")


def _run(connection: Connection, script: Path) -> None:
    """Without arguments the driver sends a script as it is, per cent signs and many statements too."""
    cursor = connection.connection.cursor()
    cursor.execute(script.read_text(encoding="utf-8"))
    cursor.close()


def _scripts() -> list[Path]:
    return sorted(_folder().glob("*.sql"))


def _folder() -> Path:
    try:
        from procrastinate.schema import SchemaManager
    except ImportError as error:
        raise SettingsError(
            "store.url names PostgreSQL, whose queue is not installed",
            todo="Install it: pip install 'communique[postgres]'",
        ) from error
    return Path(SchemaManager.get_migrations_path())
