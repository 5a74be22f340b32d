"""The workflows of the forge: they call make and nothing else, may do little, and run what was read."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

FOLDER = Path(".github/workflows")
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
_PINNED = re.compile(r"^\s*-? *uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
_MAY_WRITE = {"facts.yml": {"issues"}, "publish.yml": {"pages", "id-token"}}


def jobs(path: Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]


def steps(path: Path) -> list[dict]:
    return [step for job in jobs(path).values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestWorkflow:
    def test_a_step_runs_one_make_target_that_exists(self, path: Path):
        targets = set(re.findall(r"^([a-z-]+):.*## ", Path("Makefile").read_text(encoding="utf-8"), re.MULTILINE))
        commands = [step["run"] for step in steps(path) if "run" in step]
        assert commands != []
        assert [command for command in commands if command.removeprefix("make ") not in targets] == []

    def test_an_action_is_pinned_by_its_whole_commit_and_names_its_version(self, path: Path):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
        assert [line for line in lines if not _PINNED.match(line)] == []

    def test_nothing_is_allowed_that_a_job_does_not_need(self, path: Path):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {}
        asked = {name for job in jobs(path).values() for name, access in job["permissions"].items() if access != "read"}
        assert asked == _MAY_WRITE[path.name]

    def test_no_job_runs_for_ever(self, path: Path):
        assert [name for name, job in jobs(path).items() if job.get("timeout-minutes", 999) > 60] == []


def test_there_is_a_workflow_that_publishes_and_one_that_checks_the_facts_every_week():
    assert [path.name for path in WORKFLOWS] == ["facts.yml", "publish.yml"]
    schedule = yaml.safe_load((FOLDER / "facts.yml").read_text(encoding="utf-8"))[True]["schedule"]  # YAML reads `on` as true
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule[0]["cron"])


@pytest.mark.parametrize("linter", [["jactionlint", "--shellcheck="], ["zizmor", "--offline", "--no-progress", "--persona=pedantic"]], ids=["actionlint", "zizmor"])
def test_the_linters_find_nothing(linter: list[str]):
    command = [Path(sys.executable).parent / linter[0], *linter[1:], *WORKFLOWS]
    run = subprocess.run(command, capture_output=True, check=False, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
