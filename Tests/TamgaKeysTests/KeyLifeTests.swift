import Foundation
import SeededNumbers
import TamgaSeal
import Testing

@testable import TamgaKeys

/// The life of an office's keys: made, rotated, retired, lost; and what a change leaves behind.
@Suite struct KeyLifeTests {
  static let now = KeyPlace.start

  @Test func aNewOffice() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    #expect(ring.files.map(\.role.rawValue).sorted() == ["issuing", "root", "status"])
    #expect(ring.files.allSatisfy { $0.custody == .plain && !$0.isTest })
    #expect(ring.issuing.count == 1 && ring.sequence == 1 && !ring.isTest)
    let signer = try ring.signer(at: Self.now)
    #expect(signer.publicKey == ring.issuing[0].publicKey)
    #expect(signer.publicKey.accepts(try signer.signature(over: [1]), over: [1]))
    #expect(try ring.bundleParts().signer.publicKey == ring.statusKey)
    #expect(ring.daysLeft(at: Self.now) == 731, "two years and the rest of the day")
    for name in try place.names() {
      let attributes = try FileManager.default.attributesOfItem(atPath: place.keys + "/" + name)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func rotation(_ algorithm: SignatureAlgorithm) throws {
    let place = try KeyPlace()
    let ring = try place.made(KeyPlace.rules(algorithm))
    let old = try ring.signer(at: Self.now).publicKey
    let oldName = try place.name(.issuing)
    place.clock.now += 86_400
    let moment = place.clock.now
    let fresh = try ring.rotate(.issuing)
    #expect(ring.issuing.map(\.publicKey.id) == [old.id, fresh])
    #expect(ring.issuing.map(\.state) == [.retired, .active])
    #expect(ring.sequence == 2)
    #expect(ring.issuing[0].signUntil == moment + KeyRules.overlap)
    #expect(ring.issuing[1].signFrom == moment - KeyRules.clockTolerance, "for a slow clock")
    #expect(try ring.signer(at: moment).publicKey.id == fresh)
    #expect(try ring.signer(at: moment - 200).publicKey.id == fresh, "a machine 200 s behind")
    #expect(try !place.names().contains(oldName), "the secret of a retired key is gone")
    #expect(ring.covers(kid: old.id.bytes, at: moment), "papers on their way")
    #expect(!ring.covers(kid: old.id.bytes, at: moment + KeyRules.overlap + 1))
    #expect(!ring.covers(kid: [0, 0, 0, 0, 0, 0, 0, 0], at: moment))
  }

  @Test func anotherProcessSeesTheNewKey() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let running = try place.ring()
    let old = try running.signer(at: Self.now).publicKey.id
    let fresh = try ring.rotate(.issuing)
    #expect(try running.signer(at: Self.now).publicKey.id == old, "until it looks")
    try running.refresh()
    #expect(try running.signer(at: Self.now).publicKey.id == fresh)
    #expect(running.covers(kid: old.bytes, at: Self.now))
  }

  /// A process seals, looks at the list and stores; keys change in between at any place. Whatever
  /// is stored must lie in the period of its key.
  @Test(arguments: 0..<24) func noPaperFallsBetweenTheKeys(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let place = try KeyPlace()
    let changing = try place.made()
    let running = try place.ring()
    var stored: [(kid: [UInt8], at: Int64)] = []
    func mayRotate() throws {
      place.clock.now += Int64.random(in: 0...400, using: &random)
      if Int.random(in: 0..<4, using: &random) == 0 { _ = try changing.rotate(.issuing) }
    }
    for _ in 0..<12 {
      try mayRotate()
      try running.refresh()
      var made: [(kid: [UInt8], at: Int64)] = []
      for _ in 0..<3 {
        let at = place.clock.now
        made.append((try running.signer(at: at).publicKey.id.bytes, at))
        try mayRotate()
      }
      try running.refresh()
      for paper in made {
        stored.append(
          running.covers(kid: paper.kid, at: paper.at)
            ? paper
            : (try running.signer(at: place.clock.now).publicKey.id.bytes, place.clock.now))
      }
      // Storing takes its time as well.
      try mayRotate()
    }
    let keys = try place.ring().issuing
    for paper in stored {
      let key = try #require(keys.first { $0.publicKey.id.bytes == paper.kid })
      #expect((key.signFrom...key.signUntil).contains(paper.at), "sealed at \(paper.at)")
    }
  }

  @Test func theStatusKey() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let old = ring.statusKey
    let fresh = try ring.rotate(.status)
    #expect(ring.statusKey.id == fresh && ring.statusKey != old)
    #expect(try ring.bundleParts().signer.publicKey.id == fresh)
    #expect(try place.names().filter { $0.hasPrefix("status-") } == ["status-\(fresh).key"])
    #expect(ring.issuing.count == 1 && ring.issuing[0].state == .active)
  }

  @Test func retirement() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let id = ring.issuing[0].publicKey.id
    try ring.retire(id)
    #expect(ring.issuing[0].state == .retired)
    let error = #expect(throws: KeyError.self) { try ring.signer(at: Self.now) }
    #expect(error?.code == .noSigningKey)
    #expect(ring.daysLeft(at: Self.now) == nil)
    #expect(throws: Never.self) { try ring.bundleParts() }
    let until = ring.issuing[0].signUntil
    place.clock.now += 1000
    try ring.retire(id)
    #expect(ring.issuing[0].signUntil == until, "a second time changes no period")
    _ = try ring.rotate(.issuing)
    #expect(try ring.signer(at: place.clock.now).publicKey == ring.issuing[1].publicKey)
  }

  @Test func compromise() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let id = ring.issuing[0].publicKey.id
    place.clock.now += 5000
    let later = #expect(throws: KeyError.self) {
      try ring.compromise(id, at: place.clock.now + 1)
    }
    #expect(later?.code == .moment)
    try ring.compromise(id, at: Self.now + 4000)
    #expect(ring.issuing[0].state == .compromised)
    #expect(ring.issuing[0].compromisedAt == Self.now + 4000)
    #expect(!ring.covers(kid: id.bytes, at: Self.now + 10), "none of its seals is stored any more")
    #expect(throws: KeyError.self) { try ring.signer(at: place.clock.now) }
    try ring.compromise(id)
    #expect(ring.issuing[0].compromisedAt == Self.now + 4000, "never later")
    try ring.compromise(id, at: Self.now)
    #expect(ring.issuing[0].compromisedAt == Self.now, "earlier, when more is known")
    let unknown = try #require(KeyID([1, 2, 3, 4, 5, 6, 7, 8]))
    let error = #expect(throws: KeyError.self) { try ring.compromise(unknown) }
    #expect(error?.code == .unknownKey)
    _ = try ring.rotate(.issuing)
    try ring.retire(id)
    #expect(ring.issuing.map(\.state) == [.compromised, .active], "retiring heals nothing")
  }

  @Test func theRootKeyElsewhere() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let stick = try KeyPlace()
    let away = stick.folder + "/stick.key"
    try ring.moveRootAway(to: away)
    #expect(try !place.names().contains { $0.hasPrefix("root-") })
    #expect(throws: Never.self) { try ring.signer(at: Self.now) }
    #expect(throws: Never.self) { try ring.bundleParts() }
    let before = try place.contents()
    let steps: [() throws -> Void] = [
      { _ = try ring.rotate(.issuing) }, { _ = try ring.rotate(.status) },
      { try ring.retire(ring.issuing[0].publicKey.id) },
      { try ring.compromise(ring.issuing[0].publicKey.id) },
      { _ = try ring.rotate(.issuing, rootKey: place.folder + "/none.key") },
      { try ring.moveRootAway(to: place.folder + "/second.key") },
    ]
    for step in steps {
      let error = #expect(throws: KeyError.self) { try step() }
      #expect(error?.code == .noRootKey)
    }
    #expect(try place.contents() == before, "a refusal changes no file")
    let fresh = try ring.rotate(.issuing, rootKey: away)
    #expect(try ring.signer(at: Self.now).publicKey.id == fresh)
    #expect(try !place.names().contains { $0.hasPrefix("root-") }, "it is not copied back")
    // Another office's root, and a key that is no root.
    let other = try KeyPlace()
    _ = try other.made()
    for name in [try other.name(.root), try other.name(.issuing)] {
      let error = #expect(throws: KeyError.self) {
        try ring.rotate(.issuing, rootKey: other.keys + "/" + name)
      }
      #expect(error?.code == .otherRoot)
    }
    try Data("x".utf8).write(to: URL(filePath: place.folder + "/taken"))
    let taken = try KeyPlace()
    let second = try taken.made()
    let error = #expect(throws: KeyError.self) {
      try second.moveRootAway(to: place.folder + "/taken")
    }
    #expect(error?.code == .disk)
    #expect(try taken.names().contains { $0.hasPrefix("root-") }, "it is still here")
    let inside = #expect(throws: KeyError.self) {
      try second.moveRootAway(to: taken.keys + "/copy")
    }
    #expect(inside?.code == .place)
  }

  @Test func aBrokenChangeIsCleared() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    // Killed before the list was signed: a key file that no list names.
    let other = try KeyPlace()
    _ = try other.made()
    let orphan = try other.name(.issuing)
    try place.write(try other.text(orphan), to: orphan)
    let signer = try place.ring().signer(at: Self.now).publicKey
    #expect(signer == ring.issuing[0].publicKey, "a key without the root's word signs nothing")
    // Killed before the old secret was removed.
    let old = try place.name(.issuing)
    let left = try place.text("issuing-\(signer.id).key")
    _ = try ring.rotate(.issuing)
    try place.write(left, to: "issuing-\(signer.id).key")
    #expect(try place.ring().signer(at: Self.now).publicKey != signer)
    _ = try ring.rotate(.status)
    let names = try place.names()
    #expect(!names.contains(orphan) && !names.contains(old))
    #expect(names.filter { $0.hasPrefix("issuing-") }.count == 1)
  }

  @Test func oneChangeAtATime() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let before = try place.contents()
    // Another process at work.
    let lock = place.keys + "/.lock"
    let script = """
      import fcntl, os, sys
      f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); os.write(1, b'held'); sys.stdin.read()
      """
    try OtherProcess.run(["python3", "-c", script, lock]) {
      let error = #expect(throws: KeyError.self) { try ring.rotate(.issuing) }
      #expect(error?.code == .busy)
      let after = try place.contents()
      #expect(after == before)
    }
    #expect(throws: Never.self) { try ring.rotate(.issuing) }
  }

  @Test func aListThatWasChanged() throws {
    let place = try KeyPlace()
    _ = try place.made()
    let path = place.keys + "/root.part"
    let good = try Data(contentsOf: URL(filePath: path))
    for index in stride(from: 0, to: good.count, by: 7) {
      var bad = good
      bad[index] ^= 1
      try bad.write(to: URL(filePath: path))
      let error = #expect(throws: KeyError.self) { try place.ring() }
      #expect(error?.code == .damaged, "byte \(index)")
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: KeyError.self) { try place.ring() }
    try good.write(to: URL(filePath: path))
    #expect(throws: Never.self) { try place.ring() }
  }

  @Test func testKeysAndRealOnes() throws {
    let trial = try KeyPlace()
    let ring = try trial.made(KeyPlace.rules(isTest: true))
    #expect(ring.isTest && ring.files.allSatisfy(\.isTest))
    #expect(throws: Never.self) { try ring.signer(at: Self.now) }
    let real = try KeyPlace()
    _ = try real.made()
    for (place, isTest) in [(trial, false), (real, true)] {
      let ring = try place.ring(rules: KeyPlace.rules(isTest: isTest))
      let steps: [() throws -> Void] = [
        { _ = try ring.signer(at: Self.now) }, { _ = try ring.bundleParts() },
        { _ = try ring.rotate(.issuing) }, { try ring.sign() },
      ]
      for step in steps {
        let error = #expect(throws: KeyError.self) { try step() }
        #expect(error?.code == .testKeys)
      }
    }
    // A test key among real ones: no root key speaks for it, and no header can say so.
    let name = try trial.name(.issuing)
    try real.write(
      try trial.text(name).replacing("test: true\n", with: ""), to: name)
    let signer = try real.ring().signer(at: Self.now).publicKey.id
    #expect(name != "issuing-\(signer).key")
  }

  @Test func anotherOfficeInTheConfiguration() throws {
    let place = try KeyPlace()
    _ = try place.made()
    let ring = try place.ring(rules: KeyPlace.rules(office: "KZ-AST"))
    for _ in 0..<2 {
      let error = #expect(throws: KeyError.self) { try ring.signer(at: Self.now) }
      #expect(error?.code == .otherOffice)
    }
    try ring.sign()
    #expect(throws: Never.self) { try ring.signer(at: Self.now) }
  }

  @Test func theEndOfAPeriod() throws {
    let place = try KeyPlace()
    let ring = try place.made()
    let last = ring.issuing[0].signUntil
    #expect(throws: Never.self) { try ring.signer(at: last) }
    #expect(throws: KeyError.self) { try ring.signer(at: last + 1) }
    #expect(throws: KeyError.self) { try ring.signer(at: Self.now - 1) }
    #expect(ring.daysLeft(at: last - 86_400) == 1 && ring.daysLeft(at: last) == 0)
    #expect(ring.daysLeft(at: last + 1) == nil)
    place.clock.now = last + 86_400
    _ = try ring.rotate(.issuing)
    #expect(ring.issuing[0].signUntil == last, "rotation lengthens no period")
    #expect(throws: Never.self) { try ring.signer(at: place.clock.now) }
  }
}
