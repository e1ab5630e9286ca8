"""What the tests of all plugins share."""

from __future__ import annotations

from tests.marking import pytest_collection_modifyitems as pytest_collection_modifyitems
