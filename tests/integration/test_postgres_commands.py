"""The commands over PostgreSQL: what they print is what they print over SQLite."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.faults.process import command
from tests.integration.golden_commands import ARTICLES, COMMANDS, GOLDEN, printed
from tests.postgres import database
from tests.postgres_server import program

QUESTIONS = (
    "Who is the trade minister of Kestria?",
    "When does the standstill expire?",
    "Who won the chess olympiad?",
    'What about "rare earths" according to The Lantern?',
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with database(f"commands_{os.getpid()}") as made:
        yield made


@pytest.fixture(scope="module")
def output(url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("golden").resolve()
    return printed(folder, COMMUNIQUE_STORE__URL=url)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "doctor.txt"])
def test_a_command_prints_the_same_as_over_sqlite(name: str, output: dict[str, str]) -> None:
    assert output[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_doctor_differs_in_the_database_only(output: dict[str, str]) -> None:
    over_sqlite = (GOLDEN / "doctor.txt").read_text(encoding="utf-8").splitlines()
    over_postgres = output["doctor.txt"].splitlines()
    differing = [line for line in over_postgres if line not in over_sqlite]
    assert len(over_postgres) == len(over_sqlite) + 1
    assert differing[0].startswith("ok   database: postgresql://")
    assert differing[1:] == ["ok   queue: 0 jobs waiting, 0 of them due; 0 running; 0 workers alive"]


@pytest.mark.usefixtures("output")
def test_doctor_tells_of_jobs_that_nobody_takes_up_and_of_a_worker_that_hangs(
    url: str, tmp_path: Path
) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO jobs (key, task, lane, arguments, due) VALUES ('a', 't', 'l', '{}', 0)"
        )
        idle = command(tmp_path, "doctor", COMMUNIQUE_STORE__URL=url)
        connection.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES ('-infinity'), (now());"
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, worker_id)"
            " SELECT 'q', 't', 'doing', min(id) FROM procrastinate_workers"
        )
        hanging = command(tmp_path, "doctor", COMMUNIQUE_STORE__URL=url)
        connection.execute(
            "DELETE FROM jobs; DELETE FROM procrastinate_jobs; DELETE FROM procrastinate_workers"
        )
    assert (idle.returncode, hanging.returncode) == (1, 1)
    assert "1 job waiting, 1 of them due; 0 running; 0 workers alive; nobody takes up" in idle.stdout
    assert "communique run" in idle.stdout
    assert "1 running; 1 worker alive; 1 worker silent for over a minute" in hanging.stdout


@pytest.mark.usefixtures("output")
def test_a_question_has_the_same_outcome_and_the_same_first_quote(url: str, tmp_path: Path) -> None:
    assert command(tmp_path, "ingest", ARTICLES).returncode == 0
    for question in QUESTIONS:
        words = ("ask", question, "--as-of", "2025-10-30", "--json")
        here = json.loads(command(tmp_path, *words, COMMUNIQUE_STORE__URL=url).stdout)
        there = json.loads(command(tmp_path, *words).stdout)
        assert here["outcome"] == there["outcome"]
        assert here["citations"][:1] == there["citations"][:1]


def test_an_older_schema_is_migrated_by_the_command_only(tmp_path: Path) -> None:
    with database(f"migrated_{os.getpid()}") as url:
        refused = command(tmp_path, "brief", COMMUNIQUE_STORE__URL=url)
        assert refused.returncode == 3
        assert "communique migrate" in refused.stderr
        assert "from nothing to" in command(tmp_path, "migrate", COMMUNIQUE_STORE__URL=url).stdout
        assert "up to date" in command(tmp_path, "migrate", COMMUNIQUE_STORE__URL=url).stdout
        assert command(tmp_path, "brief", COMMUNIQUE_STORE__URL=url).returncode == 0


def test_backup_and_restore_of_a_file_name_the_programs_that_do_it(url: str, tmp_path: Path) -> None:
    for words in (("backup", "copy.db"), ("restore", "copy.db")):
        done = command(tmp_path, *words, COMMUNIQUE_STORE__URL=url)
        assert done.returncode == 2
        assert "pg_dump" in done.stderr
        assert "pg_restore" in done.stderr


@pytest.mark.usefixtures("output")
def test_a_dump_put_back_is_taken_over_by_restore_without_a_file(url: str, tmp_path: Path) -> None:
    dump = tmp_path / "dump"
    _of_the_server("pg_dump", "--format=custom", f"--file={dump}", f"--dbname={url}")
    with database(f"restored_{os.getpid()}") as other:
        _of_the_server("pg_restore", "--no-owner", f"--dbname={other}", str(dump))
        restored = command(tmp_path, "restore", COMMUNIQUE_STORE__URL=other)
        assert (restored.returncode, restored.stderr) == (0, "")
        assert "taken over" in restored.stdout or "Looked up" in restored.stdout
        words = ("brief", "--as-of", "2025-10-30")
        again = command(tmp_path, *words, COMMUNIQUE_STORE__URL=other).stdout
        assert again == command(tmp_path, *words, COMMUNIQUE_STORE__URL=url).stdout


def test_restore_without_a_file_is_refused_where_the_database_is_a_file(tmp_path: Path) -> None:
    done = command(tmp_path, "restore")
    assert done.returncode == 2
    assert "communique backup" in done.stderr


@pytest.mark.parametrize(
    ("name", "said", "todo"),
    [
        ("postgresql://postgres:hush-hush@127.0.0.1:9/news", "does not answer", "store.url"),
        ("postgresql://postgres:hush-hush@127.0.0.1:9/", "names no database", "postgresql://"),
    ],
)
def test_a_server_that_is_not_there_is_told_without_the_password(
    tmp_path: Path, name: str, said: str, todo: str
) -> None:
    done = command(tmp_path, "doctor", COMMUNIQUE_STORE__URL=name)
    assert done.returncode == 1
    assert said in done.stdout
    assert todo in done.stdout
    assert "hush" not in done.stdout + done.stderr


def test_a_database_that_is_missing_is_told_with_the_command_that_makes_it(url: str, tmp_path: Path) -> None:
    missing = url.replace("/commands_", "/missing_")
    done = command(tmp_path, "ingest", ARTICLES, COMMUNIQUE_STORE__URL=missing)
    assert done.returncode == 3
    assert "createdb" in done.stderr
    asked = command(tmp_path, "doctor", COMMUNIQUE_STORE__URL=missing)
    assert asked.returncode == 1
    assert "createdb" in asked.stdout


def test_a_database_of_another_encoding_is_refused(url: str, tmp_path: Path) -> None:
    name = f"latin_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute(
            f"CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
        )
        done = command(
            tmp_path, "migrate", COMMUNIQUE_STORE__URL=url.replace(f"commands_{os.getpid()}", name)
        )
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert done.returncode == 3
    assert "encoding LATIN1" in done.stderr


def _of_the_server(name: str, *arguments: str) -> None:
    subprocess.run([program(name), *arguments], check=True)
