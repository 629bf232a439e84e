"""Writes one picture of a code as files of every format, by Pillow.

usage: formats.py FOLDER RGB SIDE     RGB is a file of SIDE × SIDE pixels
"""
import sys

import pillow_heif
from PIL import Image, ImageOps

folder, source, side = sys.argv[1], sys.argv[2], int(sys.argv[3])
pillow_heif.register_heif_opener()
code = Image.frombytes("RGB", (side, side), open(source, "rb").read())
# Not square, with a red corner at the upper left: a turn that is not undone is seen.
page = Image.new("RGB", (side + 160, side + 60), "white")
page.paste(code, (100, 30))
page.paste((255, 0, 0), (0, 0, 40, 20))


def save(picture, name, **options):
    picture.save(f"{folder}/{name}", **options)


grey, bits = page.convert("L"), page.convert("1", dither=Image.Dither.NONE)
save(page, "rgb.png")
save(grey, "grey.png")
save(bits, "bits.png")
save(page.quantize(16), "palette.png")
save(page.convert("RGBA"), "alpha.png")
save(grey.point(lambda v: v * 257, "I").convert("I;16"), "deep.png")
clear = Image.new("RGBA", page.size, (0, 0, 0, 0))
clear.paste((0, 0, 0, 255), (0, 0), ImageOps.invert(grey))
save(clear, "transparent.png")
save(page, "plain.jpg", quality=90)
save(page, "progressive.jpg", quality=80, progressive=True)
save(grey, "grey.jpg", quality=70)
save(page.convert("CMYK"), "cmyk.jpg", quality=90)
save(page, "lossless.webp", lossless=True)
save(page, "lossy.webp", quality=60)
save(page, "plain.tiff")
save(page, "lzw.tiff", compression="tiff_lzw")
save(page, "jpeg.tiff", compression="jpeg")
save(bits, "fax.tiff", compression="group4")
save(page, "pages.tiff", save_all=True, append_images=[Image.new("RGB", page.size, "grey")] * 3)
save(page, "plain.gif")
save(page, "moving.gif", save_all=True, append_images=[Image.new("RGB", page.size, "grey")] * 3)
save(page, "plain.bmp")
save(bits, "bits.bmp")
save(page, "plain.heic", quality=80)
save(page, "plain.avif", quality=80)
save(ImageOps.mirror(page), "mirrored.png")
save(ImageOps.invert(page), "inverted.png")
large = Image.new("RGB", (8192, 6100), "white")
large.paste(code.resize((side * 2, side * 2), Image.Resampling.NEAREST), (5000, 4100))
save(large, "50-megapixels.jpg", quality=80)
save(large.convert("1"), "50-megapixels.png")
# What each orientation of EXIF does to an upright picture, undone.
turns = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    turned = page.transpose(turns[orientation]) if orientation in turns else page
    save(turned, f"exif-{orientation}.jpg", quality=90, exif=exif)
