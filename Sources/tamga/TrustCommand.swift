import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaSeal

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

    func run() throws {
      let office = try office.open()
      let bundle = try office.exportBundle(to: output, withFonts: !withoutFonts)
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

    @Flag(help: "Take the bundle of a test office: its papers give no right.")
    var test = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let fresh = try Self.read(bundle)
      let path = store + "/trust.bundle"
      let held = FileManager.default.fileExists(atPath: path) ? try Self.read(path) : nil
      if fresh.root.isTest, held == nil, !test {
        throw CLIError.testBundle(bundle)
      }
      do throws(ImportRefusal) {
        guard try fresh.replaces(held) else { return }
      } catch {
        throw error.at(bundle)
      }
      try BundleStore.keep(fresh.keepingFonts(of: held), at: path)
    }

    private static func read(_ path: String) throws -> TrustBundle {
      let bytes = try Files.bytes(of: path)
      do throws(TrustBundleError) { return try TrustBundle(bytes) } catch { throw error.at(path) }
    }
  }
}
