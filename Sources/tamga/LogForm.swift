import ArgumentParser

/// The form of a log's lines.
enum LogForm: String, ExpressibleByArgument, CaseIterable { case text, json }
