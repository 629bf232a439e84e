// swift-tools-version:6.2
import PackageDescription

// Programs of somebody else that judge papers with Tamga's libraries.
let libraries: [Target.Dependency] = [
  .product(name: "TamgaSeal", package: "tamga"), .product(name: "TamgaVerify", package: "tamga"),
]

let package = Package(
  name: "verdict-example",
  dependencies: [.package(name: "tamga", path: "../..")],
  targets: [
    .executableTarget(name: "verdict", dependencies: libraries),
    .executableTarget(name: "pinned", dependencies: libraries),
    .executableTarget(name: "verify-pdf", dependencies: libraries),
  ])
