/// A file format of pictures that is known by its first bytes.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  case png, jpeg, webp, tiff, gif, bmp
  /// HEIC and AVIF, the formats of many phones.
  case heif

  /// The format that `head` begins, if any.
  init?(_ head: [UInt8]) {
    func has(_ mark: [UInt8], at offset: Int = 0) -> Bool {
      head.count >= offset + mark.count && head[offset...].starts(with: mark)
    }
    if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if has([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
      self = .webp
    } else if has([0x49, 0x49, 0x2A, 0x00]) || has([0x4D, 0x4D, 0x00, 0x2A]) {
      self = .tiff
    } else if has(Array("GIF87a".utf8)) || has(Array("GIF89a".utf8)) {
      self = .gif
    } else if has(Array("BM".utf8)), has([0, 0, 0, 0], at: 6) {
      self = .bmp
    } else if has(Array("ftyp".utf8), at: 4),
      ["heic", "heix", "heim", "heis", "mif1", "msf1", "avif"].contains(where: {
        has(Array($0.utf8), at: 8)
      })
    {
      self = .heif
    } else {
      return nil
    }
  }
}
