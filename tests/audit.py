"""`make audit`: every pinned package against the public list of known vulnerabilities, by pip-audit.

pip-audit ends well when it could look up nothing; this says so in one sentence and ends with 1.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

PINS = ("requirements.txt", "requirements-test.txt")
OUT_OF_REACH = "Not audited: the list of known vulnerabilities was out of reach. Connect, then run make audit again."


def told(report: dict[str, Any]) -> tuple[str, int]:
    """What pip-audit's report says, for people, and the exit code: 0 only when every package was looked up and is well.

    `report` is its JSON: `dependencies`, each with `vulns` or with a `skip_reason`.
    """
    found = report["dependencies"]
    bad = [
        f"{one['name']} {one['version']}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no release yet'}"
        for one in found
        for flaw in one.get("vulns", ())
    ]
    skipped = [one["name"] for one in found if "skip_reason" in one]
    if len(skipped) == len(found):
        return OUT_OF_REACH, 1
    lines = [*bad, *([f"Not looked up: {', '.join(skipped)}."] if skipped else [])]
    if not lines:
        return f"{len(found)} packages, no known vulnerability.", 0
    return "\n".join(lines), 1


def main() -> int:
    """Run pip-audit with this interpreter, print what it found, and return the exit code."""
    pins = [word for file in PINS for word in ("-r", file)]
    command = [sys.executable, "-m", "pip_audit", *pins, "--no-deps", "--disable-pip", "-f", "json"]
    done = subprocess.run([*command, "--progress-spinner", "off"], capture_output=True, text=True)
    try:
        sentence, code = told(json.loads(done.stdout))
    except ValueError:  # it says why in a traceback of many pages
        sentence, code = OUT_OF_REACH, 1
    print(sentence)
    return code


if __name__ == "__main__":
    sys.exit(main())
