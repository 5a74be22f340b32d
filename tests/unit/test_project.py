"""What the project says of itself: dependencies have reasons, workflows may do little, files stay small."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from places import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
_PINNED = re.compile(r"^\s*-? *uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
_MAY_WRITE = {"facts.yml": {"issues"}, "publish.yml": {"pages", "id-token"}}
_REGISTRY = re.compile(
    r"index-ur[l]|find-link[s]|/simpl[e]/?$|/packages/[0-9a-f]{2}/[0-9a-f]{2}/|\"resolved\":|^/(?:root|work)/"
)


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).exists()]


def test_every_direct_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    _, _, text = (ROOT / "DECISIONS.md").read_text(encoding="utf-8").partition("\n## Dependencies\n")
    assert set(re.findall(r"\*\*([a-z0-9-]+)\*\*", text)) == {re.match(r"[A-Za-z0-9-]+", one)[0] for one in asked}


def test_no_file_is_too_long_to_be_read_in_one_go():
    files = tracked("*.py", "*.html", "*.css", "*.js")
    assert {path.name: n for path in files if (n := len(path.read_text(encoding="utf-8").splitlines())) > 200} == {}
    long = [
        path.name for path in files if any(len(line) > 120 for line in path.read_text(encoding="utf-8").splitlines())
    ]
    assert long == []


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in tracked() if path != Path(__file__)}
    assert [
        path.name for path, text in texts.items() if any(_REGISTRY.search(line) for line in text.splitlines())
    ] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_make_with_pinned_actions_and_few_rights(path: Path):
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = flow["jobs"].values()
    targets = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    runs = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    commands = re.findall(r"\bmake (?:--[\w-]+ )*([a-z-]+)", "\n".join(runs))
    assert commands and set(commands) <= targets
    assert [
        line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line and not _PINNED.match(line)
    ] == []
    assert flow["permissions"] == {}
    assert {name for job in jobs for name, access in job["permissions"].items() if access != "read"} == _MAY_WRITE[
        path.name
    ]
    assert [job for job in jobs if job.get("timeout-minutes", 999) > 60] == []


@pytest.mark.parametrize(
    "linter", [["jactionlint", "--shellcheck="], ["zizmor", "--offline", "--no-progress", "--persona=pedantic"]]
)
def test_the_linters_of_workflows_find_nothing(linter: list[str]):
    command = [Path(sys.executable).parent / linter[0], *linter[1:], *WORKFLOWS]
    run = subprocess.run(command, capture_output=True, check=False, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
