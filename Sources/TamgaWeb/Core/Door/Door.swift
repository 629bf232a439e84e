internal import CWeb
internal import TamgaDomain
internal import TamgaFormats
internal import TamgaSeal
internal import TamgaVerify

/// The functions that the page calls. Texts come as UTF-8, answers leave as JSON through
/// `host_answer`; a number out of range or bytes that are no text cannot stop the core.
///
/// The page has one thread, and so has this.
nonisolated(unsafe) private var held: TrustBundle?

/// Every word around a verdict: ``VerdictWords``.
@_cdecl("tamga_words")
public func words() { answer(VerdictWords.json) }

/// Takes a bundle in the place of the held one as `tamga trust import` would.
///
/// - Parameters:
///   - root: The fingerprint of the root key that it must have; empty for any.
///   - keeps: 0 to say only what would come of it: while questions to the browser are open, its
///     answers are guesses.
///
/// Answer: the held bundle as ``BundleReport`` has it, with `"taken"`; or `{"refused": CODE, "message"}`.
@_cdecl("tamga_take")
public func take(
  _ bytes: UnsafePointer<UInt8>, _ count: Int, _ root: UnsafePointer<UInt8>, _ rootCount: Int,
  _ keeps: Int32
) {
  let root = text(root, rootCount)
  do throws(TrustBundleError) {
    let offered = try TrustBundle(array(bytes, count), root: root.isEmpty ? nil : root)
    do throws(ImportRefusal) {
      let isTaken = try offered.replaces(held)
      // A page reads no PDF: the fonts of its papers are of no use to it.
      if isTaken, keeps != 0 { held = (try? offered.withoutFonts()) ?? offered }
      answer(BundleReport(isTaken ? offered : held ?? offered, isTaken: isTaken).json)
    } catch {
      refuse(error.code.rawValue, error.message)
    }
  } catch {
    refuse(error.code.rawValue, error.message)
  }
}

/// The bytes of the held bundle, as they are kept; none where none is held.
@_cdecl("tamga_bundle")
public func bundle() { answer(held?.bytes ?? []) }

/// The verdicts on a text, or on the codes of a picture: an array of the objects of the contract.
///
/// - Parameters:
///   - bundle: What to judge by; no bytes for the held one.
///   - input: A text; of a picture the texts of its codes, each with a zero byte after it.
///   - kind: -1 for a text; for a picture why no code was read: 0 nothing seen, 1 unread, 2 small,
///     3 unfinished.
///   - now: Seconds since 1970.
///   - day: ISO 8601, or empty for today.
///
/// Answer: the array; or as ``take(_:_:_:_:_:)`` refuses; `{"refused":"none"}` without any bundle.
@_cdecl("tamga_judge")
public func judge(
  _ bundle: UnsafePointer<UInt8>, _ bundleCount: Int, _ input: UnsafePointer<UInt8>,
  _ inputCount: Int, _ kind: Int32, _ now: Int64, _ day: UnsafePointer<UInt8>, _ dayCount: Int
) {
  let contents: InputContents =
    kind < 0
    ? .payload(text(input, inputCount))
    : .picture(
      codes: array(input, inputCount).split(separator: 0).map {
        String(decoding: $0, as: UTF8.self)
      },
      noCode: [.nothing, .unread, .small, .unfinished][Int(min(kind, 3))])
  do throws(TrustBundleError) {
    let trust = bundleCount > 0 ? try TrustBundle(array(bundle, bundleCount)) : held
    guard let trust else { return answer(Array("{\"refused\":\"none\"}".utf8)) }
    let verifier = Verifier(
      trust: TrustState(trust), now: now, on: CalendarDate(iso: text(day, dayCount)))
    answer(.array(verifier.verdicts(on: contents).map { $0.json(input: nil) }))
  } catch {
    refuse(error.code.rawValue, error.message)
  }
}

private func array(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: bytes, count: count))
}

private func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> String {
  String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}

private func answer(_ bytes: [UInt8]) { host_answer(bytes, bytes.count) }

private func answer(_ value: JSONValue) { answer(JSONWriter.bytes(value)) }

private func refuse(_ code: String, _ message: Message) {
  answer(.object([.init("refused", .text(code)), .init("message", .of(message))]))
}
