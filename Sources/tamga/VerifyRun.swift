import Foundation
import Synchronization
import TamgaDomain
import TamgaInput
import TamgaOptics
import TamgaReader
import TamgaService
import TamgaVerify

/// Judges many inputs by several threads and hands the results on in the order of the inputs.
struct VerifyRun: Sendable {
  /// What came of one input.
  enum Result: Sendable {
    case verdicts([Verdict])
    /// It could not be read: no verdict.
    case unreadable(any Problem)
    /// A file of a folder that is no paper.
    case noPaper
  }

  let verifier: Verifier
  /// The time for a picture or for a stretch of a PDF.
  let patience: Duration
  /// Reads the words of pictures; nil for not at all.
  let reader: TextReader?
  /// Where the pages are shown as they were checked; nil for nowhere.
  var pictures: CheckedPictures?
  /// What the office has issued; nil where a bundle judges.
  var issued: IssuedFiles?

  /// Results that wait for an earlier one may be this many for each thread: verdicts are small, and
  /// so memory does not grow with the number of inputs.
  private static let ahead = 64

  /// What is done and what waits, guarded by one lock.
  private struct Desk {
    var next = 0
    var shown = 0
    var waiting: [Int: Result] = [:]
    var isShowing = false
  }

  /// Calls `show` once for each input, from one thread at a time and in their order.
  func judge(
    _ inputs: [VerifyInput], jobs: Int, show: @escaping @Sendable (Int, Result) -> Void
  ) {
    let desk = Mutex(Desk())
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, inputs.count))) { _ in
      while let index = Self.take(desk, inputs.count, jobs) {
        guard index >= 0 else {
          Thread.sleep(forTimeInterval: 0.005)
          continue
        }
        let result = judge(inputs[index])
        desk.withLock { $0.waiting[index] = result }
        Self.showAll(desk, show)
      }
    }
  }

  /// The next input; -1 where the results of earlier ones are waited for, nil at the end.
  private static func take(_ desk: borrowing Mutex<Desk>, _ count: Int, _ jobs: Int) -> Int? {
    desk.withLock { desk in
      guard desk.next < count else { return nil }
      guard desk.next - desk.shown < ahead * jobs else { return -1 }
      defer { desk.next += 1 }
      return desk.next
    }
  }

  private static func showAll(
    _ desk: borrowing Mutex<Desk>, _ show: (Int, Result) -> Void
  ) {
    while true {
      let ready: (Int, Result)? = desk.withLock { desk in
        guard !desk.isShowing, let result = desk.waiting.removeValue(forKey: desk.shown) else {
          return nil
        }
        desk.isShowing = true
        return (desk.shown, result)
      }
      guard let (index, result) = ready else { return }
      show(index, result)
      desk.withLock { desk in
        desk.shown += 1
        desk.isShowing = false
      }
    }
  }

  private func judge(_ input: VerifyInput) -> Result {
    do {
      guard case .bytes(let bytes) = try input.read() else { return .noPaper }
      let contents = try InputReader.contents(
        of: bytes, patience: patience, reader: reader, fonts: verifier.fonts)
      var verdicts = verifier.verdicts(on: contents)
      if case .document = contents {
        if let issued, verdicts.count == 1 { verdicts[0] = issued.note(on: verdicts[0], bytes) }
        if let pictures {
          try pictures.write(PagePicture.checked(bytes, fonts: verifier.fonts), of: input.name)
        }
      }
      return .verdicts(verdicts)
    } catch let error as OpticsError {
      if error.code == .noReader { return .unreadable(ReaderProblem()) }
      let place = error.place.isEmpty ? input.name : input.name + " " + error.place
      return .unreadable(error.at(place))
    } catch {
      return .unreadable(error as? any Problem ?? CLIError.unreadable(input.name))
    }
  }
}
