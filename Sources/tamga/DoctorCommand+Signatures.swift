import TamgaDomain
import TamgaIssue
import TamgaTemplates

extension DoctorCommand {
  /// Days before its end from which a certificate is warned of: a new one takes an issuing body weeks.
  private static let lastDays = 30

  /// The certificates of `signatures`, each tried by a signature where its PIN is given.
  func checkSignatures(_ office: Office, _ report: inout DoctorReport) {
    for body in office.configuration.signatures.keys.sorted() {
      let what = Message(kk: "ЭЦҚ: \(body)", ru: "ЭЦП: \(body)", en: "signature: \(body)")
      var certificate: ShownCertificate?
      report.look(what) {
        guard let found = try office.signingCertificate(of: body) else {
          return
            Message(
              kk: "файлдары бар, PIN берілмегендіктен кілт тексерілмеді",
              ru: "файлы на месте, ключ без PIN не проверен",
              en: "the files are there; the key was not tried without its PIN")[Terminal.language]
        }
        certificate = found
        return "\(found.subject), \(found.from.printed)–\(found.until.printed)"
      }
      guard let certificate else { continue }
      let days = office.today.days(to: certificate.until)
      guard days < Self.lastDays else { continue }
      report.warn(
        Message(
          kk: "\(body) сертификатының мерзімі \(days) күннен кейін бітеді",
          ru: "срок сертификата \(body) истекает через \(days) дн.",
          en: "the certificate of \(body) ends in \(days) days"))
    }
  }
}
