import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import TamgaIssue
import TamgaKeys
import TamgaRegister
import TamgaSeal
import TamgaService

/// Keeps the newest published trust bundle at hand, and has the signer make another one when the register or
/// the keys have changed: nobody gets one that is a minute behind (contract `serve.md`).
final class TrustKeeper: Service {
  private struct Stamp: Hashable {
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int
  }

  private struct State {
    var stamp: Stamp?
    var published: PublishedBundle?
    /// What the register and the keys were when the signer was last asked.
    var signed: Moment?
    /// Not before, so that signing is a small part of what the machine does.
    var next = ContinuousClock.now
  }

  /// What a bundle depends on.
  private struct Moment: Hashable {
    /// As ``Register/lastChange()``: a bundle is an entry of the log too.
    let change: Int64
    let keys: UInt64
  }

  private static let interval = Duration.seconds(2)
  /// A bundle is signed anew after a sixth of its life at the latest.
  private static let shareOfLife: Int64 = 6
  private static let longestPause = Duration.seconds(40)

  private let office: Office
  private let signer: SignerClient?
  private let log: Logger
  private let state = Mutex(State())

  init(_ office: Office, signer: SignerClient?, log: Logger) {
    self.office = office
    self.signer = signer
    self.log = log
  }

  /// The newest one; nil where none was published.
  var published: PublishedBundle? { state.withLock { $0.published } }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await BlockingWork.run { self.look() }
        try? await Task.sleep(for: Self.interval)
      }
    }
  }

  /// Reads the file where it is another one, after the signer was asked where that is needed. Blocks.
  func look() {
    if let signer { sign(signer) }
    let path = PublishedBundle.path(in: office.folder)
    var facts = stat()
    let stamp =
      stat(path, &facts) == 0
      ? Stamp(
        inode: UInt64(facts.st_ino), seconds: facts.st_mtim.tv_sec,
        nanoseconds: facts.st_mtim.tv_nsec) : nil
    guard stamp != state.withLock({ $0.stamp }) else { return }
    let published = PublishedBundle(in: office.folder)
    state.withLock { state in
      state.stamp = stamp
      state.published = published
    }
  }

  private func sign(_ signer: SignerClient) {
    try? office.keys.refresh()
    guard let change = try? office.register.lastChange() else { return }
    let moment = Moment(change: change, keys: office.keys.sequence)
    let isDue = state.withLock { state in
      let isOld =
        state.published.map { published in
          let status = published.bundle.status
          let life = status.nextUpdate - status.issuedAt
          return office.now() > status.issuedAt + life / Self.shareOfLife
        } ?? true
      return state.next <= .now && (state.signed != moment || isOld)
    }
    guard isDue else { return }
    let begun = ContinuousClock.now
    var isSigned = false
    if case .done = signer.ask(.publish) { isSigned = true }
    let took = begun.duration(to: .now)
    state.withLock { state in
      if isSigned { state.signed = moment }
      state.next = .now + min(Self.longestPause, max(Self.interval, took * 10))
    }
    if !isSigned { log.error("the signer does not answer") }
  }
}
