import TamgaVerify

@testable import TamgaSeal

extension VectorSource {
  /// Days around 1 March 2024, when the clocks of Almaty went back from UTC+6 to UTC+5.
  static var zoneChange: [(String, Vector)] {
    let until = link {
      $0.sealedAt = Scene.start("2024-01-31")
      $0.notBefore = Scene.start("2024-02-01")
      $0.expires = Scene.end("2024-02-29")
      $0.status = Scene.index(2024, 7)
    }
    let from = link {
      $0.sealedAt = Scene.start("2024-02-28")
      $0.notBefore = Scene.start("2024-03-01")
      $0.expires = Scene.end("2024-05-31")
      $0.status = Scene.index(2024, 8)
    }
    func at(_ why: String, _ text: String, _ now: Int64, _ verdict: String) -> Vector {
      payload(
        why, text, verdict, verdict == "valid" ? [seen] : [verdict, seen], now: now,
        bundle: leapYear)
    }
    return [
      ("zone-last-second", at("23:59:59 of the day of 25 hours", until, 1_709_233_199, "valid")),
      (
        "zone-second-last-hour",
        at("23:30 of 29 February, the second time", until, 1_709_231_400, "valid")
      ),
      (
        "zone-day-after_fail",
        at("00:00:00 of 1 March by the new time", until, 1_709_233_200, "expired")
      ),
      (
        "zone-old-midnight_fail",
        at("midnight of the old time is 23:00 of the new", from, 1_709_229_600, "not-yet-valid")
      ),
      (
        "zone-first-second", at("00:00:00 of 1 March by the new time", from, 1_709_233_200, "valid")
      ),
      (
        "zone-on-last-day",
        payload("asked about the last day", until, "valid", [seen], on: "2024-02-29")
      ),
      (
        "zone-on-day-after_fail",
        payload("asked about the day after", until, "expired", ["expired", seen], on: "2024-03-01")
      ),
    ]
  }

  /// Genuine papers that are not in force.
  static var standing: [(String, Vector)] {
    func at(_ position: Int, _ change: (inout PaperClaims) -> Void = { _ in }) -> String {
      link {
        $0.status = Scene.index(2026, position)
        change(&$0)
      }
    }
    return [
      (
        "revoked_fail", payload("revoked", at(11), "revoked", ["status-revoked", seen])
      ),
      (
        "revoked-expired_fail",
        payload(
          "both facts are named, the stronger one wins",
          at(11) { $0.expires = Scene.end("2026-02-20") }, "revoked",
          ["status-revoked", "expired", seen])
      ),
      (
        "revoked-not-yet-valid_fail",
        payload(
          "revoked before it began", at(11) { $0.notBefore = Scene.start("2026-04-01") }, "revoked",
          ["status-revoked", "not-yet-valid", seen])
      ),
      ("suspended_fail", payload("suspended", at(12), "suspended", ["status-suspended", seen])),
      (
        "superseded_fail",
        payload(
          "replaced, and by what", at(13), "superseded", ["status-superseded", seen],
          replacedBy: "ALA-26-0000018-2")
      ),
      (
        "superseded-unnamed_fail",
        payload(
          "replaced by a paper that the bundle does not name", at(14), "superseded",
          ["status-superseded", seen])
      ),
      (
        "expired_fail",
        payload(
          "expired the day before", at(10) { $0.expires = Scene.end("2026-02-28") }, "expired",
          ["expired", seen])
      ),
      (
        "expired-second_fail",
        payload(
          "expired a second ago", at(10) { $0.expires = Scene.now - 1 }, "expired",
          ["expired", seen])
      ),
      (
        "not-yet-valid_fail",
        payload(
          "begins in a second", at(10) { $0.notBefore = Scene.now + 1 }, "not-yet-valid",
          ["not-yet-valid", seen])
      ),
      (
        "on-a-later-day_fail",
        payload(
          "asked about a day after its term", at(10), "expired", ["expired", seen], on: "2026-05-11"
        )
      ),
      (
        "on-an-earlier-day_fail",
        payload(
          "asked about the day before its term", at(10), "not-yet-valid", ["not-yet-valid", seen],
          on: "2026-02-09")
      ),
      (
        "expired-status-not-kept_fail",
        payload(
          "the list of 2021 has left the bundle",
          link {
            $0.sealedAt = Scene.start("2021-02-09")
            $0.notBefore = Scene.start("2021-02-10")
            $0.expires = Scene.end("2021-05-10")
            $0.status = Scene.index(2021, 3)
          }, "expired", ["expired", "status-not-kept", seen])
      ),
      (
        "status-not-kept-on-a-past-day_fail",
        payload(
          "in its dates on that day, but nobody can say how it stood",
          link {
            $0.sealedAt = Scene.start("2021-02-09")
            $0.notBefore = Scene.start("2021-02-10")
            $0.expires = Scene.end("2021-05-10")
            $0.status = Scene.index(2021, 3)
          }, "status-unknown", ["status-not-kept", seen], on: "2021-03-01")
      ),
      (
        "expired-status-unknown_fail",
        payload(
          "expired, and the list of this year has no such position",
          at(64) { $0.expires = Scene.end("2026-02-20") }, "expired",
          ["expired", "status-unknown", seen])
      ),
      (
        "status-unknown_fail",
        payload(
          "a position that the list does not cover", at(64), "status-unknown",
          ["status-unknown", seen])
      ),
      (
        "stale-bundle_fail",
        payload(
          "a bundle of the day before yesterday", at(10), "status-unknown", ["status-stale", seen],
          bundle: older)
      ),
      (
        "stale-bundle-revoked_fail",
        payload(
          "revoked stays revoked", at(11), "revoked", ["status-revoked", "status-stale", seen],
          bundle: older)
      ),
      (
        "former-bundle-copied-cti_fail",
        payload(
          "a bundle that lists a cti cannot tell a copied one from the logged seal: a newer one can",
          link(by: Scene.compromised) { $0.name = "KARIMOV ANWAR" }, "status-unknown",
          ["status-stale", "key-was-compromised", seen], bundle: formerStatus)
      ),
      (
        "former-bundle-other-cti_fail",
        payload(
          "a seal of a compromised key that a former bundle does not list",
          link(by: Scene.compromised) { $0.id = Array(2...17) }, "not-genuine",
          ["key-compromised"], bundle: formerStatus)
      ),
      (
        "slow-clock_fail",
        payload(
          "the clock is six minutes behind the bundle", at(10), "status-unknown",
          ["clock-suspect", seen], now: Scene.statusPart.issuedAt - 360)
      ),
      (
        "clock-within-tolerance",
        payload(
          "the clock is five minutes behind the bundle", at(10), "valid", [seen],
          now: Scene.statusPart.issuedAt - 300)
      ),
      (
        "sealed-tomorrow_fail",
        payload(
          "sealed later than the clock says", at(10) { $0.sealedAt = Scene.now + 86_400 },
          "status-unknown", ["clock-suspect", seen])
      ),
      (
        "unknown-kind_fail",
        payload(
          "a kind that the bundle does not know may grant nothing", at(10) { $0.document = "NEW" },
          "status-unknown", ["unknown-kind", seen])
      ),
    ]
  }

  /// Bundles that a store must not take.
  static var imports: [(String, Vector)] {
    func refused(_ why: String, _ bundle: String, _ code: String) -> Vector {
      Vector(why: why, bundle: bundle, now: Scene.now, held: current, refusal: code)
    }
    return [
      (
        "rolled-back-bundle_fail",
        refused("an older bundle over a newer one", older, "trust-older-sequence")
      ),
      (
        "changed-root_fail", refused("the bundle of another root", changed, "trust-changed-root")
      ),
    ]
  }
}
