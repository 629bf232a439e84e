package import TamgaDomain

/// Everything that a paper's file is made of: the writer puts it together, and the reader takes it apart
/// again.
///
/// A file is in the canonical form when it is ``bytes`` of its parts, to the byte: see the page
/// CanonicalForm.
package struct PaperParts: Hashable {
  package struct Page: Hashable {
    /// The operators as a zlib stream.
    package let content: [UInt8]
    /// The structure elements in order; the index of each is its mark (ISO 32000-1, 14.7.4).
    package let tags: [String]

    package init(content: [UInt8], tags: [String]) {
      self.content = content
      self.tags = tags
    }
  }

  /// A TrueType font of two-byte codes, the numbers of its glyphs (9.7).
  package struct Font: Hashable {
    /// PostScript name with the tag of the subset.
    package let name: String
    /// The font file as a zlib stream.
    package let program: [UInt8]
    /// Bytes of the font file.
    package let length: Int
    package let measures: Measures
    /// The array `W` (9.7.4.3).
    package let widths: [UInt8]
    package let maps: [Map]

    package init(
      name: String, program: [UInt8], length: Int, measures: Measures, widths: [UInt8],
      maps: [Map]
    ) {
      self.name = name
      self.program = program
      self.length = length
      self.measures = measures
      self.widths = widths
      self.maps = maps
    }
  }

  /// Of the font descriptor (9.8), thousandths of an em.
  package struct Measures: Hashable {
    /// Left, bottom, right and top of the box around all glyphs.
    package let box: [Int]
    package let ascent: Int
    package let descent: Int
    package let capitals: Int
    /// Degrees, counter-clockwise from the vertical.
    package let slant: Int

    package init(box: [Int], ascent: Int, descent: Int, capitals: Int, slant: Int) {
      self.box = box
      self.ascent = ascent
      self.descent = descent
      self.capitals = capitals
      self.slant = slant
    }
  }

  /// One reading of a font's glyphs as letters.
  package struct Map: Hashable {
    /// On the pages: `/f` and this number.
    package let name: Int
    /// The ToUnicode map as a zlib stream (9.10.3).
    package let letters: [UInt8]

    package init(name: Int, letters: [UInt8]) {
      self.name = name
      self.letters = letters
    }
  }

  /// A line of the file's description (14.3.3).
  package struct Entry: Hashable {
    package enum Key: String, CaseIterable {
      case producer = "Producer"
      case title = "Title"
      case author = "Author"
      case creator = "Creator"
      case created = "CreationDate"
      case changed = "ModDate"
    }

    package let key: Key
    package let text: String

    package init(_ key: Key, _ text: String) {
      self.key = key
      self.text = text
    }
  }

  /// What a file for archives has besides (ISO 19005-3); the files of earlier versions have none of it.
  package struct Archive: Hashable {
    /// Tells the file from others (14.4): 16 bytes.
    package let id: [UInt8]
    /// Of the paper: `kk` or `ru`.
    package let language: String
    /// The document, the root of the structure.
    package let structure: PaperElement
    /// nil for a form, and in files from before that.
    package let data: DataFile?
    /// nil for a file that nobody signs.
    package var signature: Signature?

    package init(
      id: [UInt8], language: String, structure: PaperElement, data: DataFile? = nil,
      signature: Signature? = nil
    ) {
      self.id = id
      self.language = language
      self.structure = structure
      self.data = data
      self.signature = signature
    }
  }

  /// The file inside the file (7.11.4, ISO 19005-3, 6.8): what the paper says, for programs.
  package struct DataFile: Hashable {
    /// As a zlib stream.
    package let content: [UInt8]
    /// Bytes of the file.
    package let length: Int

    package init(content: [UInt8], length: Int) {
      self.content = content
      self.length = length
    }
  }

  /// The signature of a file.
  package struct Signature: Hashable {
    /// Bytes of a signature with its certificates and a time stamp at most.
    package static let mostBytes = 64 << 10

    /// Bytes that the file keeps free for it.
    package let room: Int
    /// A CMS SignedData, DER; empty before the file is signed.
    package let cms: [UInt8]

    package init(room: Int, cms: [UInt8] = []) {
      self.room = room
      self.cms = cms
    }
  }

  package let pages: [Page]
  package let fonts: [Font]
  /// The code, the same on every page; nil for a form without one.
  package let symbol: ModuleGrid?
  /// In the order of writing.
  package let information: [Entry]
  /// nil for a file of an earlier version.
  package let archive: Archive?
  /// Where the signature stands in the file that was read.
  package internal(set) var hole: SignatureHole?

  package init(
    pages: [Page], fonts: [Font], symbol: ModuleGrid?, information: [Entry], archive: Archive?
  ) {
    self.pages = pages
    self.fonts = fonts
    self.symbol = symbol
    self.information = information
    self.archive = archive
  }

  /// The same with other pages and fonts, and without the file inside.
  package func with(pages: [Page], fonts: [Font]) -> PaperParts {
    PaperParts(
      pages: pages, fonts: fonts, symbol: symbol, information: information,
      archive: archive.map { Archive(id: $0.id, language: $0.language, structure: $0.structure) })
  }
}
