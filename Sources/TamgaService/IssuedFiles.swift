internal import Crypto
internal import TamgaDomain
public import TamgaRegister
public import TamgaVerify

/// The files that an office has issued, by what its register says of them.
public struct IssuedFiles: Sendable {
  private let register: any Register

  public init(register: any Register) { self.register = register }

  /// The verdict on the one paper of a file, with whether the file is that paper's to the byte.
  public func note(on verdict: Verdict, _ file: [UInt8]) -> Verdict {
    guard case .judged(let judgement) = verdict,
      let number = try? DocumentNumber(reading: judgement.claims.number),
      let papers = try? register.papers(number: number),
      let paper = papers.first(where: { $0.number.copy == judgement.claims.copy }),
      let issued = paper.file?.sha256
    else { return verdict }
    return verdict.adding(
      issued == Array(SHA256.hash(data: file)) ? .fileAsIssued : .fileNotAsIssued)
  }
}
