internal import Foundation
public import TamgaDomain

/// An error that is no ``Problem``: of the operating system through Foundation, or a fault of Tamga.
public struct UnexpectedError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    case system = "system-refused"
    case fault = "unexpected-fault"
  }

  public let code: Code
  /// The file, where the error names one.
  public let place: String
  public let message: Message

  /// Takes the system's number and the file out of `error`, never its text.
  public init(_ error: any Error) {
    let mark = error as NSError
    place = mark.userInfo[NSFilePathErrorKey] as? String ?? ""
    if let reason = SystemReason(of: error) {
      code = .system
      message = reason.message
    } else {
      code = .fault
      message = Message(
        kk: "күтпеген ақау (\(mark.domain) \(mark.code))",
        ru: "непредвиденный сбой (\(mark.domain) \(mark.code))",
        en: "an unexpected fault (\(mark.domain) \(mark.code))")
    }
  }

  public var hint: Message? {
    switch code {
    case .system:
      Message(
        kk: "жолды, құқықтарды және дискідегі орынды тексеріп, пәрменді қайталаңыз",
        ru: "проверьте путь, права и место на диске и повторите команду",
        en: "check the path, the rights and the room on the disk, and run the command again")
    case .fault:
      Message(
        kk: "бұл Tamga ақауы: осы жолды әзірлеушілерге жіберіңіз",
        ru: "это ошибка Tamga: пришлите эту строку разработчикам",
        en: "this is a fault of Tamga: send this line to its developers")
    }
  }
}

extension Error {
  /// What people are told of an error of any target: at least one problem.
  public var problems: [any Problem] {
    switch self {
    case let list as any ProblemList where !list.problems.isEmpty: list.problems
    case let problem as any Problem: [problem]
    default: [UnexpectedError(self)]
    }
  }
}

extension SystemReason {
  /// The system's reason in an error of Foundation, where there is one.
  public init?(of error: any Error) {
    var next: NSError? = error as NSError
    while let error = next {
      if let reason = Self.own(error) {
        self = reason
        return
      }
      next = error.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return nil
  }

  private static func own(_ error: NSError) -> SystemReason? {
    if error.domain == NSPOSIXErrorDomain { return SystemReason(Int32(clamping: error.code)) }
    guard error.domain == NSCocoaErrorDomain else { return nil }
    return switch CocoaError.Code(rawValue: error.code) {
    case .fileNoSuchFile, .fileReadNoSuchFile: SystemReason(ENOENT)
    case .fileReadNoPermission, .fileWriteNoPermission: SystemReason(EACCES)
    case .fileWriteOutOfSpace: SystemReason(ENOSPC)
    case .fileWriteVolumeReadOnly: SystemReason(EROFS)
    case .fileWriteFileExists: SystemReason(EEXIST)
    default: nil
    }
  }
}
