internal import TamgaDomain
internal import TamgaFormats
internal import TamgaSeal
internal import TamgaVerify

/// What the page shows of the bundle by which it judges.
struct BundleReport {
  private let bundle: TrustBundle
  private let isTaken: Bool

  /// - Parameter isTaken: Whether the offered bundle is the held one now; false where it was already.
  init(_ bundle: TrustBundle, isTaken: Bool) {
    self.bundle = bundle
    self.isTaken = isTaken
  }

  /// `issuedAt` and `nextUpdate` in seconds since 1970; kinds by their ids.
  var json: JSONValue {
    let status = bundle.status
    return .object([
      .init("taken", .flag(isTaken)), .init("office", .text(bundle.root.office)),
      .init(
        "officeName",
        .object([
          .init("kk", .text(status.officeName.kk)), .init("ru", .text(status.officeName.ru)),
        ])), .init("host", .text(status.host)), .init("zone", .text(status.zone.name)),
      .init("root", .text(bundle.rootKey.fingerprint)), .init("test", .flag(bundle.root.isTest)),
      .init("sequence", .integer(Int64(clamping: status.sequence))),
      .init("issuedAt", .integer(status.issuedAt)),
      .init("nextUpdate", .integer(status.nextUpdate)),
      .init(
        "kinds",
        .object(
          status.kinds.map {
            .init(
              $0.id,
              .object([
                .init("title", .of($0.title)), .init("effect", .text($0.effect.rawValue)),
              ]))
          })),
    ])
  }
}
