import NIOCore

/// What one caller may take of the server (contract `serve.md`, limits).
struct ServerLimits: Sendable {
  /// Bytes of a request's first line and fields.
  var head = 16 << 10
  /// Bytes of a JSON body.
  var json = 1 << 20
  /// Bytes of a file of decisions.
  var batch = 64 << 20
  /// Bytes of a PDF or picture.
  var file = 12 << 20

  var headTime = TimeAmount.seconds(10)
  var bodyTime = TimeAmount.seconds(60)
  /// Without a byte of the caller.
  var silence = TimeAmount.seconds(30)
  /// From the whole request to the last byte of the answer.
  var answerTime = TimeAmount.seconds(120)
  /// After a refusal, so that the caller can read it.
  var lingering = TimeAmount.seconds(1)

  var connections = 512
  var connectionsOfAddress = 32
  /// Connections beyond those, which get an answer to `/healthz` and else that there are too many.
  var surplus = 256
  /// Such a one must say soon what it wants.
  var surplusHeadTime = TimeAmount.seconds(2)

  /// Verifications a minute of one address, and look-ups.
  var verifications = 60
  var lookups = 10
  /// Wrong codes for one number in an hour.
  var wrongCodes = 5

  /// Files that are read at once, and that wait.
  var filesAtOnce = 2
  var filesWaiting = 16
}
