"""``mhdesk new``: make a registry folder with one user."""

from __future__ import annotations

import argparse
from pathlib import Path

from mhdesk.cli.common import add_user, made_folder, read_passphrase
from mhdesk.cli.output import Output
from mhdesk.desk import registries
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.registries import RegistryDraft, region_municipalities
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.wording import say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("registry", type=Path, metavar="REGISTRY", help=say("cli.help_new_registry"))
    add_user(parser)
    parser.add_argument("--role", required=True, help=say("cli.help_role"))
    parser.add_argument(
        "--recovery-out", required=True, type=Path, metavar="PDF", help=say("cli.help_recovery_out")
    )
    parser.add_argument("--name", default="", help=say("cli.help_name"))
    parser.add_argument("--organisation", default="", help=say("cli.help_organisation"))
    parser.add_argument(
        "--organisation-type", default="care_coordination", help=say("cli.help_organisation_type")
    )
    parser.add_argument("--municipalities", default="", metavar="LIST", help=say("cli.help_municipalities"))


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Make the registry and its recovery page."""
    passphrase = read_passphrase(arguments.passphrase_file)
    draft = RegistryDraft(
        name=arguments.name or arguments.registry.absolute().name,
        organisation=arguments.organisation,
        organisation_type=arguments.organisation_type,
        user_name=arguments.user,
        role=arguments.role,
        municipalities=_municipalities(arguments.municipalities),
    )
    refuse_if(draft.validate())
    page = arguments.recovery_out.absolute()
    with made_folder(page.parent):
        made = registries.new(arguments.registry, draft, passphrase, recovery_out=page)
    made.desk.close()
    fields = {"registry": str(arguments.registry), "recovery": str(arguments.recovery_out)}
    output.result(fields, [say("cli.new_done", registry=arguments.registry, recovery=arguments.recovery_out)])
    return 0


def _municipalities(text: str) -> list[str]:
    """Return the codes that a list of codes or names means; what is not understood stays and is refused."""
    words = [word.strip() for word in text.split(",") if word.strip()]
    found = ((vocabulary("municipalities").find(word), word) for word in words)
    return [term.code if term else word for term, word in found] or region_municipalities()
