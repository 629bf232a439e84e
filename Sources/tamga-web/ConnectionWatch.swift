import Metrics
import NIOCore

/// Stands nearest to the network: counts the bytes of a head, and ends what is too slow or too large with the
/// raw bytes of an answer. A server's own time-outs begin anew with each byte; these do not.
final class ConnectionWatch: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  /// Asks for the end of a connection from a handler above.
  enum Request {
    case refuse(WebProblem)
    /// The answer is written; the rest of the request is not wanted.
    case linger
  }

  private static let interval = TimeAmount.milliseconds(500)

  private let state: ConnectionState
  private let limits: ServerLimits
  private let answer: RawAnswer
  private var timer: RepeatedTask?

  init(_ state: ConnectionState, limits: ServerLimits, answer: RawAnswer) {
    self.state = state
    self.limits = limits
    self.answer = answer
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleRepeatedTask(
      initialDelay: Self.interval, delay: Self.interval
    ) { _ in
      let (watch, context) = bound.value
      watch.look(context)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard state.phase != .ended else { return }
    state.lastByte = .now()
    if state.phase == .idle { state.enter(.head) }
    if state.phase == .head { state.headBytes += unwrapInboundIn(data).readableBytes }
    context.fireChannelRead(data)
    if state.phase == .head, state.headBytes > limits.head {
      refuse(.headTooLarge(limits.head), context)
    }
  }

  func triggerUserOutboundEvent(
    context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
  ) {
    switch event as? Request {
    case .refuse(let problem)?: refuse(problem, context)
    case .linger?: linger(context)
    case nil: context.triggerUserOutboundEvent(event, promise: promise)
    }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard state.phase != .ended else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    context.write(data, promise: promise)
  }

  private func look(_ context: ChannelHandlerContext) {
    switch state.due(limits) {
    case .nothing: return
    case .close: context.close(promise: nil)
    case .refuse: refuse(.slow, context)
    }
  }

  private func refuse(_ problem: WebProblem, _ context: ChannelHandlerContext) {
    guard state.phase != .ended else { return }
    Counter(label: "tamga_refused_total", dimensions: [("code", problem.code)]).increment()
    let isFree = state.phase != .answering
    state.enter(.ended)
    // An answer that is on its way cannot be taken back.
    guard isFree else { return context.close(promise: nil) }
    let bytes = context.channel.allocator.buffer(bytes: answer.bytes(problem))
    context.writeAndFlush(wrapOutboundOut(.byteBuffer(bytes)), promise: nil)
    context.close(mode: .output, promise: nil)
  }

  private func linger(_ context: ChannelHandlerContext) {
    guard state.phase != .ended else { return }
    state.enter(.ended)
    context.close(mode: .output, promise: nil)
  }
}
