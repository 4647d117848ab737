"""Writes pillow-resize.json: what Pillow makes of a picture of pseudo-random pixels. Run with any Pillow from 9 on."""

import base64
import json
import pathlib

import PIL
from PIL import Image

WIDTH, HEIGHT = 23, 17
state = 20240607
pixels = bytearray()
for _ in range(WIDTH * HEIGHT * 3):
    state = (state * 48271) % 2147483647
    # Mostly black and white, so that the cubic overshoots and is cut off.
    pixels.append(0 if state % 5 < 2 else 255 if state % 5 < 4 else state % 256)
picture = Image.frombytes("RGB", (WIDTH, HEIGHT), bytes(pixels))

filters = {"bilinear": Image.Resampling.BILINEAR, "bicubic": Image.Resampling.BICUBIC}
cases = []
for name, resampling in filters.items():
    for size in [(8, 8), (5, 17), (23, 6), (31, 40), (1, 1), (46, 5)]:
        resized = picture.resize(size, resampling)
        cases.append(
            {
                "interpolation": name,
                "width": size[0],
                "height": size[1],
                "pixels": base64.b64encode(resized.tobytes()).decode(),
            }
        )
document = {
    "provenance": f"Pillow {PIL.__version__}, test/vectors/pillow-resize.py",
    "source": {"width": WIDTH, "height": HEIGHT, "pixels": base64.b64encode(bytes(pixels)).decode()},
    "cases": cases,
}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps(document, indent=2) + "\n")
