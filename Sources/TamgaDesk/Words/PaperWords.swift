import TamgaDomain

/// A paper, its history and what can be done with it.
struct PaperWords {
  let propose = Message(kk: "Ұсыну", ru: "Предложить", en: "Propose")
}

/// Batches and their rejects.
struct BatchWords {
  let issueCorrected = Message(
    kk: "Түзетілгенді беру", ru: "Выдать исправленное", en: "Issue the corrected one")
}
