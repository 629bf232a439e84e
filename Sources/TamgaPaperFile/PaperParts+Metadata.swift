/// What the file says of itself as XMP (ISO 16684-1): the same as its information, and which standards it
/// keeps.
extension PaperParts {
  /// An XMP packet, not to be changed in place.
  var metadata: [UInt8] {
    var text = [UInt8]()
    text.reserveCapacity(4 << 10)
    text.write(Self.packetStart)
    if let title = value(.title) {
      text.write("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
      text.write(text: Self.escaped(title))
      text.write("</rdf:li></rdf:Alt></dc:title>\n")
    }
    if let author = value(.author) {
      text.write("<dc:creator><rdf:Seq><rdf:li>")
      text.write(text: Self.escaped(author))
      text.write("</rdf:li></rdf:Seq></dc:creator>\n")
    }
    Self.write("pdf:Producer", value(.producer), &text)
    Self.write("xmp:CreatorTool", value(.creator), &text)
    Self.write("xmp:CreateDate", value(.created).flatMap(Self.isoDate), &text)
    Self.write("xmp:ModifyDate", value(.changed).flatMap(Self.isoDate), &text)
    text.write(Self.packetEnd)
    return text
  }

  func value(_ key: Entry.Key) -> String? { information.first { $0.key == key }?.text }

  private static func write(_ name: StaticString, _ value: String?, _ text: inout [UInt8]) {
    guard let value else { return }
    text.write("<")
    text.write(name)
    text.write(">")
    text.write(text: escaped(value))
    text.write("</")
    text.write(name)
    text.write(">\n")
  }

  private static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
    }
    guard !isPlain else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }

  /// `2021-02-09T19:46:40Z` of `D:20210209194640Z`.
  private static func isoDate(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 17 else { return nil }
    func part(_ start: Int, _ count: Int) -> String {
      String(decoding: bytes[start..<start + count], as: UTF8.self)
    }
    return part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + "T" + part(10, 2) + ":"
      + part(12, 2) + ":" + part(14, 2) + "Z"
  }

  private static let packetStart: StaticString = """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaid:part>3</pdfaid:part>
    <pdfaid:conformance>A</pdfaid:conformance>
    <pdfuaid:part>1</pdfuaid:part>
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>

    """

  private static let packetEnd: StaticString = """
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
}
