import HummingbirdCore
import Logging
import NIOCore
import NIOHTTPTypes

/// A connection of HTTP/1.1 with limits and deadlines of our own around the framework's.
///
/// HTTP/2 and TLS are a proxy's work.
struct WebChannel: HTTPChannelHandler {
  typealias Value = HTTP1Channel.Value

  let responder: HTTPChannelHandler.Responder
  let limits: ServerLimits
  let gate: ConnectionGate
  let answer: RawAnswer

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    let address = channel.remoteAddress?.ipAddress ?? ""
    let entry = gate.enter(address, channel)
    channel.closeFuture.whenComplete { _ in gate.leave(address, channel, entry) }
    let (limits, answer) = (limits, answer)
    let state = NIOLoopBound(
      ConnectionState(isSurplus: entry == .surplus), eventLoop: channel.eventLoop)
    return channel.eventLoop.makeCompletedFuture {
      try channel.pipeline.syncOperations.addHandler(
        ConnectionWatch(state.value, limits: limits, answer: answer))
    }.flatMap {
      HTTP1Channel(
        responder: responder,
        configuration: .init(
          additionalChannelHandlers: [RequestWatch(state.value)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.head, maxHeaderListSize: limits.head,
            maxHeaderFieldCount: 100))
      ).setup(channel: channel, logger: logger)
    }
  }

  func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }
}
