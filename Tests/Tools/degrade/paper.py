"""What happens to the sheet: ink, folds, stains, wear. Pictures are blue, green, red, 0 to 255."""
import cv2
import numpy as np

INKS = [(150, 40, 30), (170, 30, 80), (40, 30, 170), (60, 40, 40), (130, 60, 20)]
"""Blue, violet, red, nearly black, dark blue; blue, green, red."""


def multiply(sheet, mask, ink, strength=1.0):
    """Ink lies over the sheet as a filter does: black stays black."""
    mask = (mask.astype(np.float32) * strength)[..., None]
    factor = 1 - mask * (1 - np.array(ink, np.float32) / 255)
    return np.clip(sheet * factor, 0, 255).astype(np.uint8)


def clouds(shape, grain, rng):
    """A smooth random field from 0 to 1; `grain` is the size of its lumps in pixels."""
    height, width = shape
    small = rng.random((max(2, int(height / grain) + 2), max(2, int(width / grain) + 2))).astype(np.float32)
    field = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    return (field - field.min()) / max(1e-6, float(field.max() - field.min()))


def stamp(sheet, centre, diameter, rng, ink=None, strength=None):
    """A round seal: two rings, lettering on a circle, an emblem of blots in the middle."""
    height, width = sheet.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    x, y = map(int, centre)
    radius = diameter / 2
    line = max(2, int(diameter / 38))
    for part, thick in ((1.0, line), (0.94, max(1, line // 2)), (0.66, max(1, line // 2))):
        cv2.circle(mask, (x, y), int(radius * part), 255, thick, cv2.LINE_AA)
    start = rng.uniform(0, 360)
    letters = "DEPARTAMENT POLICII GORODA ALMATY * KOSHI-KON KYZMETI * "
    size = int(radius * 0.24)
    for i, letter in enumerate(letters):
        tile = np.zeros((size * 2, size * 2), np.uint8)
        cv2.putText(tile, letter, (size // 2, int(size * 1.4)), cv2.FONT_HERSHEY_DUPLEX, size / 28, 255,
                    max(1, size // 14), cv2.LINE_AA)
        angle = start + i * 360 / len(letters)
        turned = cv2.warpAffine(tile, cv2.getRotationMatrix2D((size, size), -angle - 90, 1), (size * 2, size * 2))
        place = (x + radius * 0.8 * np.cos(np.radians(angle)), y + radius * 0.8 * np.sin(np.radians(angle)))
        paste(mask, turned, int(place[0]) - size, int(place[1]) - size)
    for _ in range(10):
        angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.5) * radius
        cv2.circle(mask, (int(x + reach * np.cos(angle)), int(y + reach * np.sin(angle))),
                   int(rng.uniform(0.03, 0.16) * radius), 255, -1 if rng.random() < 0.5 else line, cv2.LINE_AA)
    wear = np.clip(clouds((height, width), max(4, diameter / 18), rng) * 1.5, 0.35, 1)
    ink = ink or INKS[rng.integers(0, 3)]
    return multiply(sheet, mask / 255.0 * wear, ink, strength or rng.uniform(0.5, 0.98))


def paste(mask, tile, x, y):
    """The brighter of the two, cut at the edges of `mask`."""
    height, width = mask.shape
    left, top = max(0, -x), max(0, -y)
    right, bottom = min(tile.shape[1], width - x), min(tile.shape[0], height - y)
    if left < right and top < bottom:
        part = mask[y + top:y + bottom, x + left:x + right]
        np.maximum(part, tile[top:bottom, left:right], out=part)


def pen(sheet, box, module, rng, strokes):
    """Strokes of a ball pen or marker across the code: a signature that slipped."""
    x, y, width, height = box
    mask = np.zeros(sheet.shape[:2], np.uint8)
    for _ in range(strokes):
        ends = rng.uniform(-0.1, 1.1, (4, 2)) * [width, height] + [x, y]
        t = np.linspace(0, 1, 60)[:, None]
        curve = ((1 - t) ** 3 * ends[0] + 3 * (1 - t) ** 2 * t * ends[1] + 3 * (1 - t) * t ** 2 * ends[2] + t ** 3 * ends[3])
        cv2.polylines(mask, [curve.astype(np.int32)], False, 255, max(1, int(module * rng.uniform(0.6, 2.0))), cv2.LINE_AA)
    inks = [(120, 30, 20), (30, 25, 25), (40, 30, 150)]
    return multiply(sheet, mask / 255.0, inks[rng.integers(0, 3)], rng.uniform(0.85, 1.0))


def stain(sheet, box, rng):
    """A drop of coffee or oil with a darker rim."""
    x, y, width, height = box
    centre = (x + rng.uniform(0, width), y + rng.uniform(0, height))
    grid_y, grid_x = np.mgrid[:sheet.shape[0], :sheet.shape[1]].astype(np.float32)
    wobble = (clouds(sheet.shape[:2], width / 4, rng) - 0.5) * 0.5
    radius = width * rng.uniform(0.15, 0.45)
    distance = np.hypot(grid_x - centre[0], grid_y - centre[1]) / radius + wobble
    inside = np.clip((1 - distance) * 12, 0, 1)
    rim = np.exp(-((distance - 0.97) / 0.05) ** 2)
    mask = np.clip(inside * rng.uniform(0.3, 1.0) + rim * 0.5, 0, 1)
    return multiply(sheet, mask, (30, 60, 100) if rng.random() < 0.7 else (20, 25, 35))


def fold_light(sheet, box, rng, folds):
    """Creases: one side lit, the other in shade, the toner broken along the line."""
    x, y, width, height = box
    result = sheet.astype(np.float32)
    grid_y, grid_x = np.mgrid[:sheet.shape[0], :sheet.shape[1]].astype(np.float32)
    for _ in range(folds):
        angle = rng.choice([0, 90]) + rng.normal(0, 6)
        normal = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
        through = np.array([x + width * rng.uniform(0.1, 0.9), y + height * rng.uniform(0.1, 0.9)])
        side = (grid_x - through[0]) * normal[0] + (grid_y - through[1]) * normal[1]
        reach = width * rng.uniform(0.15, 0.5)
        shade = rng.uniform(0.1, 0.45) * np.exp(-np.abs(side) / reach) * np.sign(side)
        result *= (1 - shade)[..., None]
        crack = np.exp(-(side / (width / 57 * rng.uniform(0.15, 0.6))) ** 2) * clouds(sheet.shape[:2], width / 30, rng)
        crack = np.clip(crack * 1.4, 0, 1)[..., None]
        result = result * (1 - crack) + 235 * crack
    return np.clip(result, 0, 255).astype(np.uint8)
