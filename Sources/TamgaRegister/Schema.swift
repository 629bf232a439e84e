internal import Crypto
internal import Foundation
internal import GRDB
internal import TamgaDomain

/// The tables, in plain SQL, and the migrations, which only go forward.
package enum Schema {
  /// "TAMG": tells a register from another application's file (SQLite file format, section 1.3.14).
  package static let applicationID = 0x5441_4D47
  /// The schema that this version reads and writes.
  package static var version: Int { migrations.count }

  /// The n-th statement list leads from schema n to n + 1. A released one is never edited.
  package static let migrations: [String] = [
    """
    CREATE TABLE series (
      prefix TEXT NOT NULL PRIMARY KEY,
      last INTEGER NOT NULL CHECK (last >= 1)
    ) STRICT;

    CREATE TABLE status_list (
      list INTEGER NOT NULL PRIMARY KEY,
      papers INTEGER NOT NULL CHECK (papers >= 1)
    ) STRICT;

    CREATE TABLE batch (
      input_hash BLOB NOT NULL PRIMARY KEY CHECK (length(input_hash) = 32),
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE bundle_sequence (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      last INTEGER NOT NULL
    ) STRICT;

    -- family: the papers among which the number is unique; empty for allotted numbers.
    -- series, series_serial: where an allotted number was first used; null for given ones and copies.
    CREATE TABLE paper (
      serial INTEGER NOT NULL PRIMARY KEY,
      decision TEXT NOT NULL,
      part INTEGER NOT NULL,
      record_hash BLOB NOT NULL CHECK (length(record_hash) = 32),
      document TEXT NOT NULL,
      service TEXT NOT NULL,
      edition TEXT NOT NULL,
      languages TEXT NOT NULL,
      body TEXT NOT NULL,
      family TEXT NOT NULL,
      number TEXT NOT NULL,
      copy INTEGER NOT NULL CHECK (copy >= 0),
      series TEXT REFERENCES series (prefix),
      series_serial INTEGER,
      issue_date TEXT NOT NULL,
      valid_from TEXT,
      valid_until TEXT,
      previous INTEGER REFERENCES paper (serial),
      relation TEXT CHECK (relation IN ('extends', 'reissues', 'duplicates', 'revokes')),
      list INTEGER NOT NULL REFERENCES status_list (list),
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('reserved', 'sealed', 'issued', 'void')),
      status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3),
      status_before INTEGER CHECK (status_before IN (0, 2)),
      ended_by INTEGER REFERENCES paper (serial),
      batch TEXT,
      reserved_at INTEGER NOT NULL,
      issued_at INTEGER,
      sha256 BLOB CHECK (length(sha256) = 32),
      byte_count INTEGER,
      pages INTEGER,
      path TEXT,
      purged_at INTEGER,
      CHECK ((previous IS NULL) = (relation IS NULL)),
      CHECK (previous < serial),
      CHECK ((ended_by IS NULL) = (status_before IS NULL)),
      CHECK (state <> 'issued' OR path IS NOT NULL),
      CHECK ((path IS NULL) = (issued_at IS NULL) AND (path IS NULL) = (sha256 IS NULL)
        AND (path IS NULL) = (byte_count IS NULL) AND (path IS NULL) = (pages IS NULL)),
      UNIQUE (decision, part),
      UNIQUE (family, number, copy),
      UNIQUE (series, series_serial),
      UNIQUE (list, position)
    ) STRICT;
    CREATE INDEX paper_number ON paper (number, copy);
    CREATE INDEX paper_count ON paper (document, state, status);
    CREATE INDEX paper_batch ON paper (batch) WHERE batch IS NOT NULL;
    CREATE INDEX paper_unfinished ON paper (serial) WHERE state IN ('reserved', 'sealed');
    CREATE INDEX paper_marked ON paper (list, position) WHERE status <> 0;
    CREATE INDEX paper_previous ON paper (previous) WHERE previous IS NOT NULL;
    -- A paper is superseded or revoked once.
    CREATE UNIQUE INDEX paper_ending ON paper (previous)
      WHERE relation <> 'extends' AND state <> 'void';

    -- What names a person stands apart from the paper, so that retention can remove it.
    CREATE TABLE record (
      serial INTEGER NOT NULL PRIMARY KEY REFERENCES paper (serial),
      canonical BLOB NOT NULL
    ) STRICT;
    CREATE TABLE person (
      key TEXT NOT NULL,
      serial INTEGER NOT NULL REFERENCES paper (serial),
      PRIMARY KEY (key, serial)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_serial ON person (serial);

    CREATE TABLE seal (
      serial INTEGER NOT NULL PRIMARY KEY REFERENCES paper (serial),
      cti BLOB NOT NULL UNIQUE CHECK (length(cti) = 16),
      issued_at INTEGER NOT NULL,
      kid BLOB NOT NULL CHECK (length(kid) = 8),
      check_code TEXT NOT NULL,
      bytes BLOB NOT NULL,
      logged_at INTEGER NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT;
    CREATE INDEX seal_kid ON seal (kid, cti, logged_at);

    CREATE TABLE event (
      sequence INTEGER NOT NULL PRIMARY KEY,
      at INTEGER NOT NULL,
      who TEXT NOT NULL,
      what TEXT NOT NULL,
      serial INTEGER REFERENCES paper (serial),
      reason TEXT,
      reason_salt BLOB CHECK (length(reason_salt) = 16),
      reason_hash BLOB CHECK (length(reason_hash) = 32),
      detail TEXT NOT NULL,
      state BLOB CHECK (length(state) = 32),
      leaf BLOB NOT NULL CHECK (length(leaf) = 32)
    ) STRICT;
    CREATE INDEX event_serial ON event (serial, sequence);

    -- The roots of full tiles of 256 hashes; the leaves stand with their events.
    CREATE TABLE log_tile (
      level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
      place INTEGER NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE checkpoint (
      size INTEGER NOT NULL PRIMARY KEY,
      note TEXT NOT NULL,
      signed_at INTEGER NOT NULL
    ) STRICT;
    """,
    """
    -- SHA-256 of all bytes of the seal: it stays when retention removes them.
    ALTER TABLE seal ADD COLUMN sha256 BLOB CHECK (length(sha256) = 32);
    UPDATE seal SET sha256 = sha256(bytes) WHERE length(bytes) > 0;
    DROP INDEX seal_kid;
    CREATE INDEX seal_kid ON seal (kid, sha256, logged_at);

    -- The bodies that issue, as they were called; seals name the place. Rows are only added.
    CREATE TABLE issuing_body (
      place INTEGER NOT NULL PRIMARY KEY CHECK (place >= 0),
      code TEXT NOT NULL,
      name_kk TEXT NOT NULL,
      name_ru TEXT NOT NULL,
      UNIQUE (code, name_kk, name_ru)
    ) STRICT;
    """,
    // The keys of persons are folded: PersonKeyMigration.
    "",
    """
    -- The sequence of the last bundle stands in the log, which nobody changes unseen.
    CREATE INDEX event_bundle ON event (sequence) WHERE what = 'bundle';

    -- Numbers that the entries lost before a restore may have used: never given again.
    CREATE TABLE skipped_numbers (
      prefix TEXT NOT NULL,
      first INTEGER NOT NULL CHECK (first >= 1),
      last INTEGER NOT NULL,
      PRIMARY KEY (prefix, first),
      CHECK (last >= first)
    ) STRICT;
    -- entry: the entry of the log that says so. lost: entries that went with it, at most.
    CREATE TABLE accepted_restore (
      entry INTEGER NOT NULL PRIMARY KEY REFERENCES event (sequence),
      lost INTEGER NOT NULL CHECK (lost >= 0)
    ) STRICT;

    -- What a kind says of its papers; without words for a kind of papers before this schema.
    CREATE TABLE kind (
      document TEXT NOT NULL PRIMARY KEY,
      code TEXT,
      effect TEXT,
      title_kk TEXT,
      title_ru TEXT,
      title_en TEXT,
      CHECK ((code IS NULL) = (effect IS NULL) AND (code IS NULL) = (title_kk IS NULL)
        AND (code IS NULL) = (title_ru IS NULL) AND (code IS NULL) = (title_en IS NULL))
    ) STRICT;
    INSERT INTO kind (document) SELECT DISTINCT document FROM paper;

    -- The template files that papers were made from. hash: SHA-256 of files, which has a line for
    -- each: SHA-256 in hexadecimal, two spaces, the name below the templates.
    CREATE TABLE form (
      hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
      edition TEXT NOT NULL,
      files TEXT NOT NULL
    ) STRICT;
    -- Null for papers before this schema.
    ALTER TABLE paper ADD COLUMN form BLOB CHECK (length(form) = 32);
    """,
    """
    -- The entry of the log that says why papers of this form are right, though the files are others now.
    ALTER TABLE form ADD COLUMN accepted INTEGER REFERENCES event (sequence);
    """,
    """
    -- What papers are found by, made from their records (SearchKeys); goes with the record.
    CREATE TABLE search_key (
      key TEXT NOT NULL,
      serial INTEGER NOT NULL REFERENCES paper (serial),
      PRIMARY KEY (key, serial)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX search_key_serial ON search_key (serial);
    CREATE INDEX paper_issue_date ON paper (issue_date);
    """,
    """
    -- What the desk printed, for the list of papers that wait to be handed over.
    CREATE INDEX event_print ON event (sequence) WHERE what = 'reprinted';
    """,
    // Holders are found by their IIN too: IINKeyMigration.
    "",
    """
    -- The signature of a paper's file, kept before the file is written. room: bytes that the file has for it.
    -- certificate: SHA-256 of the signer's. digest: over all of it, which stays when retention empties cms.
    CREATE TABLE document_signature (
      serial INTEGER NOT NULL PRIMARY KEY REFERENCES paper (serial),
      room INTEGER NOT NULL CHECK (room >= 1),
      certificate BLOB NOT NULL CHECK (length(certificate) = 32),
      cms BLOB NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT;

    -- The certificates with which papers of a body were signed, and the roots of their chains; DER. Rows are
    -- only added.
    CREATE TABLE signing_certificate (
      place INTEGER NOT NULL PRIMARY KEY CHECK (place >= 0),
      body TEXT NOT NULL,
      certificate BLOB NOT NULL,
      root BLOB NOT NULL,
      UNIQUE (body, certificate)
    ) STRICT;
    """,
  ]

  // PostgreSQL has this function; the migrations call it.
  private static let sha256 = DatabaseFunction("sha256", argumentCount: 1, pure: true) { values in
    Data.fromDatabaseValue(values[0]).map { Data(SHA256.hash(data: $0)) }
  }

  /// What a step does besides its statements, in the same transaction.
  package static func finish(_ step: Int, _ session: any SQLSession) throws {
    if step == 2 { try PersonKeyMigration.run(session) }
    if step == 3 { try BundleSequence.log(session) }
    if step == 5 { try SearchKeyMigration.run(session) }
    if step == 7 { try IINKeyMigration.run(session) }
  }

  /// The schema of a file: 0 for an empty one.
  ///
  /// - Throws: ``RegisterError`` of code `not-a-register` or `newer-schema`.
  static func version(of db: Database, at path: String) throws -> Int {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if try isEmpty(db) { return 0 }
    guard application == applicationID else {
      throw RegisterError(
        .notARegister, at: path, kk: "бұл файл – дерекқор, бірақ тізілім емес",
        ru: "этот файл – база данных, но не реестр",
        en: "the file is a database, but not a register",
        hint: Message(
          kk: "кеңсенің тізілімін атаңыз немесе жаңа кеңсе жасаңыз",
          ru: "назовите реестр ведомства или создайте новое ведомство",
          en: "name the register of the office, or make a new office"))
    }
    guard version <= Self.version else {
      throw RegisterError(
        .newerSchema, at: path,
        kk: "тізілімнің схемасы \(version), ал бұл нұсқа \(Self.version) схемасын біледі",
        ru: "у реестра схема \(version), а эта версия знает \(Self.version)",
        en: "the register has schema \(version), and this version knows \(Self.version)",
        hint: .newerProgram)
    }
    return version
  }

  /// True for a database that nobody has written to.
  static func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "PRAGMA application_id") == 0
      && Int.fetchOne(db, sql: "PRAGMA user_version") == 0
      && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  /// Brings a register to ``version``, each step in its own transaction.
  static func migrate(_ db: Database, at path: String) throws {
    while try version(of: db, at: path) < version {
      try db.inTransaction(.immediate) {
        // Another process may have been first while this one waited for the lock.
        let next = try version(of: db, at: path)
        if next < version {
          db.add(function: sha256)
          defer { db.remove(function: sha256) }
          try db.execute(sql: migrations[next])
          try finish(next, SQLiteSession(db: db))
          try db.execute(sql: "PRAGMA application_id = \(applicationID)")
          try db.execute(sql: "PRAGMA user_version = \(next + 1)")
        }
        return .commit
      }
    }
  }
}
