"""What tests name alike: where the project stands, and the address that the tested site is built for."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE_URL = "https://voorbeeld.example/"
