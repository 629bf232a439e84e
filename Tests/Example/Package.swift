// swift-tools-version:6.2
import PackageDescription

// A program of somebody else that judges papers with Tamga's library.
let package = Package(
  name: "verdict-example",
  dependencies: [.package(name: "tamga", path: "../..")],
  targets: [
    .executableTarget(
      name: "verdict",
      dependencies: [
        .product(name: "TamgaSeal", package: "tamga"),
        .product(name: "TamgaVerify", package: "tamga"),
      ])
  ])
