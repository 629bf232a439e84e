"""What happens between the sheet and the file: geometry, light, lens, sensor, compression."""
import cv2
import numpy as np

from paper import clouds


def view(sheet, size, corners, target):
    """The sheet seen so that its `corners` come to `target` in a picture of `size` (width, height).

    What lies outside of the sheet is a grey table.
    """
    matrix = cv2.getPerspectiveTransform(np.float32(corners), np.float32(target))
    near = np.linalg.norm(np.float32(corners[1]) - np.float32(corners[0]))
    scale = np.linalg.norm(np.float32(target[1]) - np.float32(target[0])) / near
    if scale < 1:
        sigma = 0.42 / scale
        sheet = cv2.GaussianBlur(sheet, (0, 0), sigma) if sigma > 0.5 else sheet
    return cv2.warpPerspective(sheet, matrix, size, flags=cv2.INTER_LINEAR, borderValue=(118, 124, 128))


def tilted(corners, degrees, turn, rng_angle):
    """Corners after a tilt out of the plane about an axis at `rng_angle` and a turn within it."""
    centre = np.mean(corners, axis=0)
    size = np.linalg.norm(corners[1] - corners[0])
    points = corners - centre
    c, s = np.cos(rng_angle), np.sin(rng_angle)
    along = points @ np.array([c, s])
    across = points @ np.array([-s, c])
    depth = across * np.sin(np.radians(degrees))
    across = across * np.cos(np.radians(degrees))
    far = 3.2 * size
    factor = far / (far + depth)
    flat = np.stack([(along * c - across * s) * factor, (along * s + across * c) * factor], axis=1)
    t = np.radians(turn)
    return flat @ np.array([[np.cos(t), np.sin(t)], [-np.sin(t), np.cos(t)]])


def displace(picture, reach, grain, rng):
    """Moves every pixel by up to `reach` along smooth random fields: crumpled paper."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    dx = (clouds((height, width), grain, rng) - 0.5) * 2 * reach
    dy = (clouds((height, width), grain, rng) - 0.5) * 2 * reach
    return cv2.remap(picture, x + dx, y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def motion(picture, length, angle):
    """A straight movement of `length` pixels while the shutter is open."""
    side = int(np.ceil(length)) // 2 * 2 + 3
    big = np.zeros((side * 8, side * 8), np.float32)
    middle = side * 4
    d = np.array([np.cos(angle), np.sin(angle)]) * length * 4
    cv2.line(big, tuple(np.int32(middle - d)), tuple(np.int32(middle + d)), 1, 8)
    kernel = cv2.resize(big, (side, side), interpolation=cv2.INTER_AREA)
    return cv2.filter2D(picture, -1, kernel / kernel.sum())


def defocus(picture, radius):
    """A disc of `radius` pixels: a lens that is not focused."""
    side = int(np.ceil(radius)) * 2 + 3
    big = np.zeros((side * 8, side * 8), np.float32)
    cv2.circle(big, (side * 4, side * 4), max(1, int(radius * 8)), 1, -1)
    kernel = cv2.resize(big, (side, side), interpolation=cv2.INTER_AREA)
    return cv2.filter2D(picture, -1, kernel / kernel.sum())


def soft(picture, sigma):
    return cv2.GaussianBlur(picture, (0, 0), sigma) if sigma > 0.15 else picture


def noise(picture, sigma, rng):
    height, width = picture.shape[:2]
    grey = rng.normal(0, sigma, (height, width, 1))
    colour = rng.normal(0, sigma * 0.4, picture.shape)
    return np.clip(picture + grey + colour, 0, 255).astype(np.uint8)


def light(picture, dark, rng):
    """An uneven light: a gradient down to `dark` of full light and perhaps the shadow of a hand."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    ramp = (x / width - 0.5) * np.cos(angle) + (y / height - 0.5) * np.sin(angle)
    ramp = (ramp - ramp.min()) / (ramp.max() - ramp.min())
    field = dark + (1 - dark) * ramp
    if rng.random() < 0.6:
        edge = clouds((height, width), max(width, height) / 2, rng)
        field *= 1 - rng.uniform(0.3, 0.65) / (1 + np.exp(-(edge - 0.5) * rng.uniform(12, 60)))
    return np.clip(picture * field[..., None], 0, 255).astype(np.uint8)


def glare(picture, centre, radius, power):
    """A lamp mirrored in toner or foil: burnt out in the middle, fading outward."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    distance = np.hypot((x - centre[0]) / radius[0], (y - centre[1]) / radius[1])
    glow = np.exp(-distance ** 2 * 1.1) * power
    return np.clip(picture + glow[..., None], 0, 255).astype(np.uint8)


def screen(picture, module, rng):
    """A photograph of a screen: the lines of its pixels beat with those of the sensor."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    result = picture.astype(np.float32)
    for channel in range(3):
        for _ in range(2):
            period = module * rng.uniform(0.4, 4)
            angle = rng.uniform(0, np.pi)
            wave = np.sin((x * np.cos(angle) + y * np.sin(angle)) * 2 * np.pi / period + rng.uniform(0, 6.28))
            result[..., channel] *= 1 - rng.uniform(0.08, 0.3) * (wave + 1) / 2
    return np.clip(result, 0, 255).astype(np.uint8)


def contrast(picture, levels, middle):
    return np.clip(middle + (picture.astype(np.float32) - 127.5) / 255 * levels, 0, 255).astype(np.uint8)


def jpeg(picture, quality):
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])[1]


def rejpeg(picture, quality):
    return cv2.imdecode(jpeg(picture, quality), cv2.IMREAD_COLOR)
