"""The classes of pictures. Each takes a paper and a generator of random numbers and gives the bytes of a
file; severities are drawn uniformly up to hopeless."""
import cv2
import numpy as np

import camera
import paper as sheet


class Shot:
    """One photograph of the code's surroundings, built step by step."""

    def __init__(self, paper, rng, module=None):
        self.rng = rng
        self.paper = paper
        self.sheet = paper.crop
        self.corners = paper.corners
        self.module = module or rng.uniform(3.0, 7.0)

    @property
    def box(self):
        low, high = self.corners.min(axis=0), self.corners.max(axis=0)
        return (*low, *(high - low))

    @property
    def side(self):
        """Pixels of the code in the picture."""
        return self.module * self.paper.modules

    def taken(self, tilt=None, turn=None, crumple=0.0, blur=None):
        """Through the lens: geometry and a little softness."""
        rng = self.rng
        tilt = rng.uniform(0, 6) if tilt is None else tilt
        turn = rng.normal(0, 3) if turn is None else turn
        picture = self.sheet
        if crumple:
            picture = camera.displace(picture, crumple * self.paper.module, picture.shape[1] / 4, rng)
        scale = self.module / self.paper.module
        height, width = picture.shape[:2]
        whole = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
        axis = rng.uniform(0, np.pi)
        target = camera.tilted(whole, tilt, turn, axis) * scale
        low, high = target.min(axis=0), target.max(axis=0)
        size = np.ceil(high - low).astype(int)
        picture = camera.view(picture, (int(size[0]), int(size[1])), whole, target - low)
        self.matrix = cv2.getPerspectiveTransform(np.float32(whole), np.float32(target - low))
        blur = rng.uniform(0.05, 0.18) if blur is None else blur
        return camera.soft(picture, blur * self.module)

    def places(self, points):
        return cv2.perspectiveTransform(np.float32(points)[None], self.matrix)[0]


def finish(picture, rng, noise=None, quality=None):
    picture = camera.noise(picture, rng.uniform(1, 4) if noise is None else noise, rng)
    return camera.jpeg(picture, rng.integers(84, 96) if quality is None else quality).tobytes()


def png(picture):
    return cv2.imencode(".png", picture)[1].tobytes()


def clean(paper, rng):
    return finish(Shot(paper, rng).taken(), rng)


def print_blur(paper, rng):
    """Toner that ran, a copy of a copy."""
    return finish(Shot(paper, rng).taken(blur=rng.uniform(0.2, 0.7)), rng)


def noise(paper, rng):
    return finish(Shot(paper, rng).taken(), rng, noise=rng.uniform(25, 80))


def jpeg(paper, rng):
    return finish(Shot(paper, rng).taken(), rng, quality=rng.integers(8, 36))


def rotate(paper, rng):
    return finish(Shot(paper, rng).taken(turn=rng.uniform(0, 360)), rng)


def perspective(paper, rng):
    shot = Shot(paper, rng, rng.uniform(4, 8))
    return finish(shot.taken(tilt=rng.uniform(12, 55), turn=rng.uniform(-20, 20)), rng)


def lighting(paper, rng):
    return finish(camera.light(Shot(paper, rng).taken(), rng.uniform(0.12, 0.6), rng), rng)


def glare(paper, rng):
    shot = Shot(paper, rng)
    picture = shot.taken()
    centre = shot.places([[shot.box[0] + rng.uniform(0, 1) * shot.box[2], shot.box[1] + rng.uniform(0, 1) * shot.box[3]]])[0]
    radius = shot.side * rng.uniform(0.12, 0.38, 2)
    return finish(camera.glare(picture, centre, radius, rng.uniform(180, 420)), rng)


def low_contrast(paper, rng):
    levels = rng.uniform(14, 70)
    picture = camera.contrast(Shot(paper, rng).taken(), levels, rng.uniform(60, 200))
    return finish(picture, rng, noise=rng.uniform(0.5, 2), quality=95)


def stain(paper, rng):
    shot = Shot(paper, rng)
    for _ in range(rng.integers(1, 3)):
        shot.sheet = sheet.stain(shot.sheet, shot.box, rng)
    return finish(shot.taken(), rng)


def fold(paper, rng):
    shot = Shot(paper, rng)
    shot.sheet = sheet.fold_light(shot.sheet, shot.box, rng, rng.integers(1, 4))
    return finish(shot.taken(crumple=rng.uniform(0.1, 0.6)), rng)


def pen(paper, rng):
    shot = Shot(paper, rng)
    shot.sheet = sheet.pen(shot.sheet, shot.box, paper.module, rng, rng.integers(1, 5))
    return finish(shot.taken(), rng)


def stamped(paper, rng):
    shot = Shot(paper, rng)
    reach, angle = rng.uniform(0, 26) / 0.66 * paper.module, rng.uniform(0, 2 * np.pi)
    centre = shot.corners.mean(axis=0) + reach * np.array([np.cos(angle), np.sin(angle)])
    shot.sheet = sheet.stamp(shot.sheet, centre, rng.uniform(38, 42) / 0.66 * paper.module, rng)
    return shot


def stamp(paper, rng):
    return finish(stamped(paper, rng).taken(), rng)


def stamp_grey(paper, rng):
    """The same seen by a scanner without colour."""
    shot = stamped(paper, rng)
    grey = cv2.cvtColor(shot.taken(), cv2.COLOR_BGR2GRAY)
    grey = np.clip(grey + rng.normal(0, rng.uniform(1, 4), grey.shape), 0, 255).astype(np.uint8)
    return camera.jpeg(grey, rng.integers(84, 96)).tobytes()


def crumple(paper, rng):
    shot = Shot(paper, rng)
    picture = shot.taken(crumple=rng.uniform(0.3, 1.8))
    shade = 1 - rng.uniform(0.2, 0.5) * sheet.clouds(picture.shape[:2], shot.side / 4, rng)
    return finish(np.clip(picture * shade[..., None], 0, 255).astype(np.uint8), rng)


def motion(paper, rng):
    shot = Shot(paper, rng)
    picture = camera.motion(shot.taken(), rng.uniform(0.5, 2.6) * shot.module, rng.uniform(0, np.pi))
    return finish(picture, rng)


def defocus(paper, rng):
    shot = Shot(paper, rng)
    picture = camera.defocus(shot.taken(), rng.uniform(0.3, 1.15) * shot.module)
    return finish(picture, rng)


def lowres(paper, rng):
    return finish(Shot(paper, rng, rng.uniform(1.9, 3.2)).taken(), rng, noise=rng.uniform(0.5, 2))


def moire(paper, rng):
    shot = Shot(paper, rng)
    return finish(camera.screen(shot.taken(), shot.module, rng), rng)


def cast(paper, rng):
    """The light of a lamp that is not white."""
    tint = rng.uniform(0.35, 1, 3)
    picture = np.clip(Shot(paper, rng).taken() * tint, 0, 255).astype(np.uint8)
    return finish(picture, rng)


def inverted(paper, rng):
    return finish(255 - Shot(paper, rng).taken(), rng)


def mirror(paper, rng):
    return finish(np.ascontiguousarray(Shot(paper, rng).taken()[:, ::-1]), rng)


def resized(page, width):
    return cv2.resize(page, (int(width), int(page.shape[0] * width / page.shape[1])), interpolation=cv2.INTER_AREA)


def scanned(paper, rng, dpi):
    page = resized(paper.page, paper.page.shape[1] * dpi / 300)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.normal(0, 1.2), 1)
    page = cv2.warpAffine(page, turn, (width, height), borderValue=(250, 250, 250))
    page = camera.soft(page, rng.uniform(0.3, 0.8))
    return np.clip(page.astype(np.float32) * rng.uniform(0.85, 1) + rng.uniform(0, 20), 0, 255).astype(np.uint8)


def scan(paper, rng):
    return finish(scanned(paper, rng, rng.choice([100, 150, 200, 300])), rng)


def copy_fax(paper, rng):
    """Copied with too much contrast, sent at 204 × 196 or 204 × 98 dots per inch, specks."""
    page = cv2.cvtColor(scanned(paper, rng, 204), cv2.COLOR_BGR2GRAY)
    fine = rng.random() < 0.8
    rows = page.shape[0] if fine else page.shape[0] // 2
    page = cv2.resize(page, (page.shape[1], rows), interpolation=cv2.INTER_AREA)
    page = np.where(page < rng.uniform(105, 175), 0, 255).astype(np.uint8)
    specks = rng.random(page.shape) < rng.uniform(0, 0.008)
    page[specks] = 255 - page[specks]
    if not fine:
        page = np.repeat(page, 2, axis=0)
    return png(page)


def photograph(paper, rng, width, height, part):
    """The whole page on a table; its longer side takes `part` of the picture's."""
    page = paper.page
    rows, columns = page.shape[:2]
    whole = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float64)
    target = camera.tilted(whole, rng.uniform(0, 22), rng.normal(0, 5), rng.uniform(0, np.pi))
    target *= part * height / (target.max(axis=0) - target.min(axis=0))[1]
    target += np.array([width, height]) / 2 - (target.max(axis=0) + target.min(axis=0)) / 2
    picture = camera.view(page, (width, height), whole, target)
    picture = camera.light(picture, rng.uniform(0.5, 0.9), rng)
    return camera.soft(picture, rng.uniform(0.5, 1.3))


def phone_page(paper, rng):
    """Twelve megapixels, hand-held."""
    return finish(photograph(paper, rng, 3024, 4032, rng.uniform(0.7, 0.98)), rng, quality=rng.integers(80, 94))


def messenger(paper, rng):
    """The same after a messenger has made it small, perhaps twice."""
    picture = photograph(paper, rng, 2268, 3024, rng.uniform(0.8, 0.98))
    longer = rng.choice([1280, 1600, 2048])
    picture = resized(picture, picture.shape[1] * longer / picture.shape[0])
    if rng.random() < 0.4:
        picture = camera.rejpeg(picture, rng.integers(60, 80))
    return finish(picture, rng, noise=rng.uniform(0.3, 2), quality=rng.integers(58, 80))


def close_up(paper, rng):
    """Too near for the lens: many pixels, none of them sharp."""
    shot = Shot(paper, rng, rng.uniform(11, 22))
    picture = camera.defocus(shot.taken(tilt=rng.uniform(0, 15)), rng.uniform(0.3, 0.85) * shot.module)
    picture = camera.motion(picture, max(1.0, rng.uniform(0, 0.6) * shot.module), rng.uniform(0, np.pi))
    return finish(camera.light(picture, rng.uniform(0.5, 0.9), rng), rng)


def hard_combo(paper, rng):
    """Three things at once, each of middle strength."""
    shot = Shot(paper, rng, rng.uniform(2.8, 6))
    steps = set(rng.choice(["mark", "soft", "light", "tilt", "noise", "pale"], 3, replace=False))
    if "mark" in steps:
        shot.sheet = sheet.pen(shot.sheet, shot.box, paper.module, rng, rng.integers(1, 3)) if rng.random() < 0.5 \
            else sheet.stamp(shot.sheet, shot.corners[rng.integers(0, 4)], 40 / 0.66 * paper.module, rng)
    picture = shot.taken(tilt=rng.uniform(10, 35) if "tilt" in steps else None, crumple=rng.uniform(0, 0.4))
    if "soft" in steps:
        picture = camera.motion(picture, rng.uniform(0.3, 1.0) * shot.module, rng.uniform(0, np.pi))
        picture = camera.soft(picture, rng.uniform(0.1, 0.3) * shot.module)
    if "light" in steps:
        picture = camera.light(picture, rng.uniform(0.2, 0.6), rng)
    if "pale" in steps:
        picture = camera.contrast(picture, rng.uniform(35, 110), rng.uniform(90, 180))
    return finish(picture, rng, noise=rng.uniform(6, 20) if "noise" in steps else None, quality=rng.integers(45, 85))


def pdf_digital(paper, rng):
    """The page as a reader of PDF draws it."""
    return png(resized(paper.page, paper.page.shape[1] * rng.choice([110, 150, 200, 300]) / 300))


def pdf_scan(paper, rng):
    """A scan in a PDF: JPEG inside, drawn again at another size."""
    page = camera.rejpeg(scanned(paper, rng, 200), rng.integers(35, 75))
    return png(resized(page, page.shape[1] * rng.uniform(0.7, 1.3)))


CLASSES = [
    clean, print_blur, noise, jpeg, rotate, perspective, lighting, glare, low_contrast, stain, fold, pen, stamp, stamp_grey,
    crumple, motion, defocus, lowres, moire, cast, inverted, mirror, scan, copy_fax, phone_page, messenger, close_up,
    hard_combo, pdf_digital, pdf_scan,
]
