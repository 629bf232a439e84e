import HTTPTypes
import Logging
import TamgaAccounts

/// The routes of the desk: pages for people who are signed in.
struct DeskRoutes: Sendable {
  let desk: DeskOffice
  let pages: DeskPages
  let cookie: SessionCookie
  let limits: ServerLimits
  let log: Logger

  var routes: [Route] {
    signIn + search + forms + papers + batches + proposals + overview + users
  }

  private var signIn: [Route] {
    // Hashing a password holds its thread: readers of the register do not wait for it. As many threads as
    // hashes are admitted, so that a crowd gets its answer from the accounts.
    let pool = WorkPool("tamga.web.sign-in", atOnce: 20, waiting: 200)
    let routes = SignInRoutes(
      accounts: desk.accounts, pool: pool, cookie: cookie, pages: pages, log: log)
    return [
      Route(.get, "/login", answer: routes.page),
      Route(.post, "/login", answer: routes.signIn),
      Route(.get, "/login/second", answer: routes.secondPage),
      Route(.post, "/login/second", answer: routes.second),
      Route(.post, "/logout", for: .signedIn, answer: routes.signOut),
      Route(.get, "/password", for: .signedIn, answer: routes.passwordPage),
      Route(.post, "/password", for: .signedIn, answer: routes.changePassword),
      Route(.get, "/desk/assets/{file}", answer: pages.file),
    ]
  }

  private var search: [Route] {
    let routes = SearchRoutes(desk: desk, pages: pages)
    return [
      Route(.get, "/desk", for: .desk(.all), answer: routes.home),
      Route(.post, "/desk/search", for: .desk(.readers), answer: routes.search),
      Route(.get, "/desk/new", for: .desk(.issuers), answer: routes.kinds),
    ]
  }

  private var batches: [Route] {
    let routes = BatchRoutes(
      desk: desk, pages: pages, forms: FormRoutes(desk: desk, pages: pages), limits: limits)
    let seeing = Access.desk([.operator, .supervisor, .auditor])
    let reject = "/desk/batches/{batch}/rejects/{line}"
    let correcting = Access.desk([.operator, .clerk])
    return [
      Route(.get, "/desk/batches", for: seeing, answer: routes.list),
      Route(.post, "/desk/batches", for: .desk([.operator]), answer: routes.begin),
      Route(.get, "/desk/batches/{batch}", for: seeing, answer: routes.one),
      Route(.get, "/desk/batches/{batch}/{file}", for: seeing, answer: routes.file),
      Route(.get, reject, for: correcting, answer: routes.reject),
      Route(.post, reject, for: correcting, answer: routes.correct),
      Route(.post, reject + "/check", for: correcting, answer: routes.check),
      Route(.post, reject + "/preview", for: correcting, answer: routes.preview),
    ]
  }

  private var overview: [Route] {
    let log = LogRoutes(desk: desk, pages: pages)
    return [
      Route(
        .get, "/desk/statistics", for: .desk([.supervisor, .auditor]),
        answer: StatisticsRoute(desk: desk, pages: pages).answer),
      Route(.get, "/desk/log", for: .desk([.auditor]), answer: log.log),
      Route(.get, "/desk/log/proofs/{entry}", for: .desk([.auditor]), answer: log.proof),
      Route(.post, "/desk/log/compare", for: .desk([.auditor]), answer: log.compare),
    ]
  }

  private var forms: [Route] {
    let routes = FormRoutes(desk: desk, pages: pages)
    let access = Access.desk(.issuers)
    return [
      Route(.get, "/desk/new/{document}", for: access, answer: routes.form),
      Route(.post, "/desk/check/{document}", for: access, answer: routes.check),
      Route(.post, "/desk/preview/{document}", for: access, answer: routes.preview),
      Route(.post, "/desk/issue/{document}", for: access, answer: routes.issue),
    ]
  }

  private var papers: [Route] {
    let routes = PaperRoutes(
      desk: desk, pages: pages, forms: FormRoutes(desk: desk, pages: pages),
      drawing: WorkPool("tamga.web.pictures", atOnce: 2, waiting: 64))
    let proposing = ProposeRoute(
      desk: desk, pages: pages, forms: FormRoutes(desk: desk, pages: pages))
    let paper = "/desk/papers/{document}/{number}"
    return [
      Route(
        .get, paper, for: .desk(.readers), answer: PaperPage(desk: desk, pages: pages).answer),
      Route(.get, paper + "/paper.pdf", for: .desk(.readers), answer: routes.pdf),
      Route(.get, paper + "/{picture}", for: .desk(.readers), answer: routes.picture),
      Route(.post, paper + "/print", for: .desk(.issuers), answer: routes.print),
      Route(.post, paper + "/spoil", for: .desk(.issuers), answer: routes.spoil),
      Route(.post, paper + "/handover", for: .desk(.issuers), answer: routes.handOver),
      Route(.post, paper + "/duplicate", for: .desk(.issuers), answer: routes.duplicate),
      Route(.post, paper + "/propose", for: .desk(.issuers), answer: proposing.answer),
      Route(.post, paper + "/propose/check", for: .desk(.issuers), answer: proposing.check),
      Route(.post, paper + "/correct", for: .desk(.issuers), answer: proposing.correct),
    ]
  }

  private var proposals: [Route] {
    let routes = ProposalRoutes(desk: desk, pages: pages, log: log)
    let one = "/desk/proposals/{id}"
    return [
      Route(.get, "/desk/proposals", for: .desk([.supervisor]), answer: routes.list),
      // A clerk sees the own proposal, and nothing that answers it.
      Route(.get, one, for: .desk(.issuers), answer: routes.one),
      Route(.post, one + "/confirm", for: .desk([.supervisor]), answer: routes.confirm),
      Route(.post, one + "/refuse", for: .desk([.supervisor]), answer: routes.refuse),
    ]
  }

  private var users: [Route] {
    let routes = UserRoutes(desk: desk, pages: pages)
    let access = Access.desk([.administrator])
    let (user, client) = ("/desk/users/{login}", "/desk/clients/{name}")
    return [
      Route(.get, "/desk/users", for: access, answer: routes.list),
      Route(.post, "/desk/users", for: access, answer: routes.add),
      Route(.post, user + "/lock", for: access, answer: routes.lock),
      Route(.post, user + "/unlock", for: access, answer: routes.unlock),
      Route(.post, user + "/reset", for: access, answer: routes.reset),
      Route(.post, user + "/remove", for: access, answer: routes.remove),
      Route(.get, "/desk/clients", for: access, answer: routes.list),
      Route(.post, "/desk/clients", for: access, answer: routes.addClient),
      Route(.post, client + "/remove", for: access, answer: routes.removeClient),
    ]
  }
}
