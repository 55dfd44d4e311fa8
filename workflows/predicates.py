"""Named rules that are cleverer than a condition can say. Each is a pure function of the project, with a test of its
own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workflows.project import Project


def smallest_above_largest(project: Project) -> bool:
    """The council's smallest size is larger than its largest one."""
    smallest = project.value("terms_of_reference.council_smallest")
    largest = project.value("terms_of_reference.council_largest")
    return smallest is not None and largest is not None and smallest > largest


PREDICATES: Mapping[str, Callable[[Project], bool]] = {"smallest_above_largest": smallest_above_largest}
