/// Of no meaning in a browser.
struct SignaturePlace {
  init(
    _ paper: FoundPaper, _ evidence: [TamperEvidence], isFile: Bool, isCanonical: Bool, isRun: Bool,
    hasSignature: Bool
  ) {}
}
