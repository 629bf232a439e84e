/// Where the signature of a paper would stand.
enum SignaturePlace: Hashable {
  /// In a file that is this paper and nothing else: without one it was removed.
  case wholeFile
  /// In such a file, which another program has saved again: a signature that was made over other bytes.
  case savedAgain
  /// In a file that is not here (a picture, a print run), or that was changed so that it is not looked for.
  case elsewhere

  init(
    _ paper: FoundPaper, _ evidence: [TamperEvidence], isFile: Bool, isCanonical: Bool, isRun: Bool,
    hasSignature: Bool
  ) {
    let isChanged = evidence.contains { [.updated, .additions, .malformed].contains($0.kind) }
    let isScan = paper.contents.contains { $0.isScan }
    let isWhole = isFile && !isRun && (isCanonical || !isChanged && !isScan)
    self = !isWhole ? .elsewhere : hasSignature ? .savedAgain : .wholeFile
  }
}
