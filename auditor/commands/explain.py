"""`auditor explain`: the page of a rule."""

from typing import Annotated

import typer

from auditor.commands.common import errors
from auditor.config import one_of
from auditor.explain import page


def run(rule: Annotated[str, typer.Argument(help="A rule's name, as reports show it.")]) -> None:
    """Print a rule's page: what it flags, why, and its examples."""
    from auditor.rules import full_rules

    rules = {known.name: known for known in full_rules()}
    with errors():
        typer.echo(page(rules[one_of(rule, rules, "rule (see `auditor rules`)")]), nl=False)
