import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Stands behind the parser of HTTP: tells the connection's state when a request begins and ends, and answers
/// what is no HTTP before anybody waits for it.
final class RequestWatch: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let state: ConnectionState
  private var isClosing = false
  /// Of a caller that waits for leave to send its body (RFC 9110 section 10.1.1).
  private static let leave: [UInt8] = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  init(_ state: ConnectionState) { self.state = state }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      state.enter(.body)
      if state.isSurplus, head.path != "/healthz" { return refuse(.tooManyConnections, context) }
    case .body: break
    case .end: state.enter(.answering)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isClosing = head.headerFields[.connection]?.lowercased() == "close"
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      let isWhole = state.phase == .answering
      context.writeAndFlush(data, promise: promise)
      if isClosing || !isWhole || state.isSurplus {
        context.triggerUserOutboundEvent(ConnectionWatch.Request.linger, promise: nil)
      } else {
        state.enter(.idle)
      }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case HTTPParserError.headerOverflow: refuse(.headTooLarge(ServerLimits().head), context)
    case is HTTPParserError: refuse(.malformed(.request), context)
    default: context.close(promise: nil)
    }
  }

  private func refuse(_ problem: WebProblem, _ context: ChannelHandlerContext) {
    context.triggerUserOutboundEvent(ConnectionWatch.Request.refuse(problem), promise: nil)
  }
}
