internal import CWeb

/// Seeds of hash tables, which the library of Embedded Swift asks for by this name.
@_cdecl("arc4random_buf")
public func randomBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) {
  host_random(bytes, count)
}

/// Where the library of Embedded Swift prints: nowhere.
@_cdecl("putchar")
public func putCharacter(_ character: Int32) -> Int32 { character }
