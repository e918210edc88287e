"""Posts for whoever draws them; each is made once for all tests."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from bot.domain.post import Post
from tests.unit import invented_posts
from tests.unit.any_post import posts


@pytest.fixture(scope="session")
def busy_post() -> Post:
    """Five bullets a section, five stories, twelve sources."""
    return invented_posts.busy_post()


@pytest.fixture(scope="session")
def quiet_post() -> Post:
    """Articles came in, and nothing in them was agreed, disputed or due."""
    return invented_posts.quiet_post()


@pytest.fixture(scope="session")
def empty_post() -> Post:
    """Nothing came in: a notice without blocks, stories or sources."""
    return invented_posts.empty_post()


@pytest.fixture(scope="session")
def any_post() -> st.SearchStrategy[Post]:
    """Posts with arbitrary text in every field."""
    return st.deferred(posts)
