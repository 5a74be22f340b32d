"""DECISIONS.md gives a reason for each direct dependency, and for none that is gone."""

import re
import tomllib
from pathlib import Path


def test_every_direct_dependency_has_its_reason():
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[A-Za-z0-9-]+", one)[0] for one in asked}
    _, _, text = Path("DECISIONS.md").read_text(encoding="utf-8").partition("\n## Dependencies\n")
    reasoned = set(re.findall(r"\*\*([a-z0-9-]+)\*\*", text.partition("\n## ")[0]))
    assert reasoned == names
