/// A browser finds no signatures: it reads no files.
public struct FoundSignature: Hashable, Sendable {}

/// And has nothing that would read them.
public typealias SignatureReader = Never
