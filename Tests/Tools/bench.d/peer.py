"""What the best other way does: one permit page a decision by Typst, its code by libqrencode.

usage: peer.py COUNT FOLDER

The page is a labour permit's with a code of 300 characters, level M. It has no rules, number, seal,
register or log: the peer draws and writes, nothing else.
"""
import ctypes, json, os, random, sys
import typst

PAGE = """
#let d = json(bytes(sys.inputs.paper))
#set page(paper: "a4", margin: (x: 20mm, y: 13mm))
#set text(font: "DejaVu Sans", size: 10pt, hyphenate: false)
#grid(columns: (1fr, 1fr), gutter: 8mm, align: center, text(9pt)[Алматы қаласы Полиция департаментінің
  Көші-қон қызметі басқармасы], text(9pt)[Управление миграционной службы Департамента полиции города Алматы])
#line(length: 100%)
#for (lang, title, labels, granted) in (
  ("kk", "Шетелдіктің жеке тұлғада еңбек қызметін жүзеге асыруға № " + d.number + " РҰҚСАТ",
   ("Т.А.Ә.:", "Паспорт №:", "Азаматтығы:", "Жұмыс беруші:"),
   "Шетелдікке жеке тұлғада еңбек қызметін жүзеге асыруға рұқсат етіледі; рұқсат тек көрсетілген мерзім ішінде және көрсетілген жұмыс берушіде ғана жарамды, басқа тұлғаға берілмейді, мерзімі өткен соң күшін жояды. Жұмыс беруші өзгерген жағдайда жаңа рұқсат алу қажет, бұл туралы көші-қон қызметіне хабарланады."),
  ("ru", "РАЗРЕШЕНИЕ № " + d.number + " на осуществление трудовой деятельности иностранцев у физических лиц",
   ("Ф.И.О.:", "№ паспорта:", "Гражданство:", "Работодатель:"),
   "Иностранцу разрешается осуществление трудовой деятельности у физического лица; разрешение действует только в течение указанного срока и только у указанного работодателя, другому лицу не передаётся, по истечении срока теряет силу. При смене работодателя нужно новое разрешение, о чём извещается миграционная служба."),
) {
  set text(lang: lang)
  v(3mm); align(center, text(13pt, weight: "bold", title))
  table(columns: (50mm, 120mm), stroke: (x, y) => (bottom: 0.3pt), inset: (x: 0pt, y: 1.4mm),
    ..labels.zip((d.name, d.passport, d.citizenship, d.employer))
      .map(((l, v)) => (text(9pt, l), text(weight: "bold", v))).flatten())
  par(granted)
  align(center, text(13pt)[#d.from – #d.until])
}
#place(bottom + left, image(bytes(d.code), format: "svg", width: 40mm))
#place(bottom + left, dx: 46mm, dy: -10mm, text(8pt)[Құжаттың төлнұсқалығын тексеру үшін кодты
  сканерлеңіз\\ Для проверки подлинности наведите камеру на код])
"""


class Symbol(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int), ("data", ctypes.POINTER(ctypes.c_ubyte))]


ENCODER = ctypes.CDLL("libqrencode.so.4")
ENCODER.QRcode_encodeString.restype = ctypes.POINTER(Symbol)


def picture(text):
    """The symbol as one path, a rectangle for each run of dark modules."""
    symbol = ENCODER.QRcode_encodeString(text.encode(), 10, 1, 2, 1)
    side = symbol.contents.width
    data = ctypes.string_at(symbol.contents.data, side * side)
    ENCODER.QRcode_free(symbol)
    path = []
    for y in range(side):
        row, x = data[y * side:(y + 1) * side], 0
        while x < side:
            end = x
            while end < side and row[end] & 1:
                end += 1
            if end > x:
                path.append("M%d %dH%dv1H%dZ" % (x, y, end, x))
            x = end + 1
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d"><path d="%s"/></svg>' % (side, side, "".join(path))


def papers(count):
    chance = random.Random(6)
    names = ["АНВАР", "ДИЛШОД", "ГҮЛНАР", "ӘСЕЛ", "МАРИЯ", "ОЙБЕК", "ҚАНАТ", "ІЗБАСАР"]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:"
    for index in range(count):
        yield {
            "number": "ALA-21-%07d-%d" % (index + 1, index % 10), "name": "SAMPLE " + " ".join(chance.sample(names, 2)),
            "passport": "FA%07d" % chance.randrange(10**7), "citizenship": chance.choice(["Өзбекстан", "Қырғызстан"]),
            "employer": "ҮЛГІ " + " ".join(chance.sample(names, 2)), "from": "01.03.2021", "until": "31.05.2021",
            "code": picture("".join(chance.choices(alphabet, k=300))),
        }


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    page = os.path.join(folder, "page.typ")
    with open(page, "w") as file:
        file.write(PAGE)
    compiler = typst.Compiler(page, root=folder, font_paths=["/usr/share/fonts/truetype/dejavu"], ignore_system_fonts=True)
    for index, paper in enumerate(papers(count)):
        pdf = compiler.compile(format="pdf", sys_inputs={"paper": json.dumps(paper, ensure_ascii=False)})
        with open(os.path.join(folder, "%d.pdf" % index), "wb") as file:
            file.write(pdf)
    os.remove(page)


main()
