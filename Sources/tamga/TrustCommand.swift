import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaSeal
import TamgaService

struct TrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "Trust bundles for inspectors without a network.",
    subcommands: [Export.self, Import.self])

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the signed keys and statuses of this moment.")

    @OptionGroup var office: OfficeOptions

    @Option(help: ArgumentHelp("The bundle to write.", valueName: "bundle"))
    var output: String

    @Flag(help: "Leave the fonts out, for those who check no PDF files.")
    var withoutFonts = false

    @OptionGroup var restore: RestoreOptions

    func run() throws {
      let office = try office.open()
      try restore.judge(office)
      if let gone = (try? office.goneKinds()).flatMap(Office.warning) {
        Terminal.say(gone, .warning)
      }
      let bundle = try office.exportBundle(
        to: output, withFonts: !withoutFonts, agent: Environment.agent)
      // A server of this office hands out the newest one.
      if !withoutFonts { try? PublishedBundle.publish(bundle, of: office) }
      office.signCheckpointOrComplain()
      let words = Message(
        kk:
          "сенім бумасы № \(bundle.status.sequence), \(bundle.bytes.count) байт, түпкі кілт \(bundle.rootKey.fingerprint)",
        ru:
          "пакет доверия № \(bundle.status.sequence), \(bundle.bytes.count) байт, корневой ключ \(bundle.rootKey.fingerprint)",
        en:
          "trust bundle \(bundle.status.sequence), \(bundle.bytes.count) bytes, root key \(bundle.rootKey.fingerprint)"
      )
      Terminal.say("tamga: " + words[Terminal.language])
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Keep a bundle if it is newer; refuse an older one and a changed root key.")

    @Argument(help: ArgumentHelp("The bundle.", valueName: "bundle"))
    var bundle: String

    @Option(help: ArgumentHelp("The folder that keeps the newest.", valueName: "folder"))
    var store: String

    @Option(
      help: ArgumentHelp(
        "The fingerprint of the office's root key, as the office tells it.", valueName: "hex"))
    var root: String?

    @Flag(help: "Take the root key of an office's first bundle as it comes.")
    var trustOnFirstUse = false

    @Flag(help: "Take the bundle of a test office: its papers give no right.")
    var test = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
      if root != nil, trustOnFirstUse {
        throw UsageError.excludes("--root", "--trust-on-first-use")
      }
    }

    func run() throws {
      let fresh = try BundleStore.read(bundle)
      let fingerprint = fresh.rootKey.fingerprint
      if let root, !fresh.hasRoot(root) {
        throw TrustBundleError.otherRoot(fingerprint).at(bundle)
      }
      let store = BundleStore(folder: store)
      let kept = try store.all()
      let held = kept.first {
        $0.bundle.root.office == fresh.root.office || $0.bundle.rootKey == fresh.rootKey
      }
      if fresh.root.isTest, held == nil, !test {
        throw CLIError.testBundle(bundle, isFirst: root == nil && !trustOnFirstUse)
      }
      do throws(ImportRefusal) {
        guard try fresh.replaces(held?.bundle) else { return }
      } catch {
        throw error.at(bundle)
      }
      if held == nil, root == nil, !trustOnFirstUse {
        throw CLIError.unconfirmedRoot(bundle, fresh.root.office, fingerprint)
      }
      try store.keep(
        fresh.keepingFonts(of: held?.bundle), inPlaceOf: held, beside: kept)
      if held == nil {
        Terminal.say(
          Message(
            kk: "\(fresh.root.office) кеңсесінің түпкі кілті сақталды: \(fingerprint)",
            ru: "сохранён корневой ключ ведомства \(fresh.root.office): \(fingerprint)",
            en: "the root key of office \(fresh.root.office) is kept: \(fingerprint)"))
      }
    }
  }
}
